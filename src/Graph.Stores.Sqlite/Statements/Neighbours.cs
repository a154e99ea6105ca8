using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// Prints the strongest neighbours of nodes. They are ranked by what <see cref="Ranks"/> keeps of them, and cut, before their captions are
/// read. One that is not there has neither: it is told, not passed over.
/// </summary>
internal sealed class Neighbours(Layout layout, StatementScope scope)
{
    /// <summary>The rows of a <see cref="NeighbourQuery"/>.</summary>
    public string Print(NeighbourQuery query) => string.Join(" UNION ALL ", query.Steps.Select((step, i) => Branch(step, i, query.Most)));

    private string Branch(NeighbourStep step, int number, Parameter? most)
    {
        var (table, start) = (layout.Of(step.Relationship), scope.Alias("k"));
        var total = $"SELECT count({(table.Type.MayBeParallel ? "DISTINCT " + Far(step, "r") : "*")}) FROM {From(table, step, "r", start)}";
        var strongest = most is null ? "json_array()" : $"({Strongest(table, step, start, most)})";
        return $"SELECT json_array({number}, {start}.value, ({total}), {strongest})"
            + $" FROM json_each({scope.Bind(step.From, BindingForm.Items)}) AS {start} WHERE EXISTS (SELECT 1 FROM {From(table, step, "r", start)})";
    }

    private string Strongest(RelationshipTable table, NeighbourStep step, string start, Parameter most)
    {
        var strength = step.Strength is { } property ? $", r.{Quote(table.Of(property).Name)} AS strength" : "";
        var distinct = table.Type.MayBeParallel ? "DISTINCT " : "";
        var neighbours = $"SELECT {distinct}{Far(step, "r")} AS far{strength} FROM {From(table, step, "r", start)}";
        List<OrderTerm> order =
        [
            .. step.Strength is null ? Array.Empty<OrderTerm>() : [new("f.strength", true, false)],
            new("degree", true, false),
            new("d.\"id\"", false, false),
            .. step.Ends.Count > 1 ? [new(PlaceByName(step.Ends), false, false)] : Array.Empty<OrderTerm>(),
        ];
        var ranked = $"SELECT f.far AS far, d.\"{Ranks.Type}\" AS type, d.\"id\" AS id, {Ranks.All("d")} AS degree FROM ({neighbours}) AS f"
            + $" LEFT JOIN \"{Ranks.Table}\" AS d ON d.\"{Ranks.Node}\" = f.far{Ordering.By(order)} LIMIT {scope.Bind(most)}";
        var families = step.Ends.Select(layout.Of).Distinct().ToList();
        var named = string.Concat(families.Select((family, i) => $" LEFT JOIN {Quote(family.Table)} AS c{i} ON c{i}.\"{Family.Key}\" = x.far"));
        return $"SELECT json_group_array(json_array(x.far, x.type, x.id, {Caption(step.Ends, families)}, x.degree)) FROM ({ranked}) AS x{named}";
    }

    private static string Caption(IReadOnlyList<NodeType> types, List<Family> families)
    {
        var captions = types.ToLookup(Column);
        if (captions.Count == 1) return captions.First().Key;
        return $"CASE x.type {string.Join(" ", types.Select(type => $"WHEN {type.Ordinal} THEN {Column(type)}"))} END";

        string Column(NodeType type)
        {
            var at = families.FindIndex(family => family.Types.Contains(type));
            return $"c{at}.{Quote(families[at].Of(type.Caption).Name)}";
        }
    }

    // Ids are unique within a type only.
    private static string PlaceByName(IReadOnlyList<NodeType> types) => $"CASE d.\"{Ranks.Type}\" "
        + string.Join(" ", types.OrderBy(type => type.Name, StringComparer.Ordinal).Select((type, i) => $"WHEN {type.Ordinal} THEN {i}")) + " END";

    private static string Far(NeighbourStep step, string edge) => $"{edge}.\"{RelationshipTable.FarOf(step.Direction)}\"";

    private static string From(RelationshipTable table, NeighbourStep step, string edge, string start) =>
        $"{Quote(table.Table)} AS {edge} WHERE {edge}.\"{RelationshipTable.NearOf(step.Direction)}\" = {start}.value";
}
