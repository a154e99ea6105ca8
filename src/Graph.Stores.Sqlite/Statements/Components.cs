using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints the nodes that hang together.</summary>
internal sealed class Components(Layout layout, StatementScope scope, Roots roots)
{
    private const string Found = "found";

    /// <summary>The rows of a <see cref="ComponentQuery"/>.</summary>
    public string Print(ComponentQuery query)
    {
        var (type, table) = (query.Relationship.Starts[0], layout.Of(query.Relationship));
        var node = new Place(scope.Alias("n"), type, layout.Of(type));
        var (reached, edge) = ($"{Found}.value", scope.Alias("r"));
        IEnumerable<string> columns =
        [
            reached,
            .. query.Told.Select(property => node.Read(new(Subject.Node, property))),
            $"{edge}.\"{RelationshipTable.FarOf(Direction.Out)}\"",
        ];
        return $"{Reached(query, table)} SELECT {(table.Type.MayBeParallel ? "DISTINCT " : "")}json_array({string.Join(", ", columns)})"
            + $" FROM {Found} LEFT JOIN {node.Table} ON {node.RowKey} = {reached}"
            + $" LEFT JOIN {Quote(table.Table)} AS {edge} ON {edge}.\"{RelationshipTable.NearOf(Direction.Out)}\" = {reached}";
    }

    // A table of its own: every node once, though two relationships lead to it.
    private string Reached(ComponentQuery query, RelationshipTable table)
    {
        List<string> rows = [query.Start is { } start ? Named(start) : $"SELECT value FROM json_each({scope.Bind(query.From!, BindingForm.Items)})"];
        foreach (var direction in (Direction[])[Direction.Out, Direction.In])
        {
            var (near, far) = (RelationshipTable.NearOf(direction), RelationshipTable.FarOf(direction));
            rows.Add($"SELECT r.\"{far}\" FROM {Found} CROSS JOIN {Quote(table.Table)} AS r ON r.\"{near}\" = {Found}.value");
        }

        return $"WITH RECURSIVE {Found}(value) AS ({string.Join(" UNION ", rows)})";
    }

    private string Named(NamedStart start)
    {
        var one = roots.At(start.Type);
        return $"SELECT {one.RowKey} FROM {roots.Plain(one, start.Where).Source}";
    }
}
