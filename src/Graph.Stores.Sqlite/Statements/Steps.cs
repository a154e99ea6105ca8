using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints steps from nodes whose keys are known.</summary>
internal sealed class Steps(Layout layout, StatementScope scope, Paths paths, Filters filters)
{
    /// <summary>The rows of a <see cref="StepQuery"/>.</summary>
    public string Rows(StepQuery query)
    {
        var branches = query.Steps.Select((step, i) => step switch
        {
            RelationshipStep along => Along(along, i, query.From),
            ActStep acts => Across(acts, i, query.From),
            _ => throw new ArgumentOutOfRangeException(nameof(query), step, "Unknown kind of step."),
        });
        return $"{string.Join(" UNION ALL ", branches)} LIMIT {scope.Bind(query.Limit)}";
    }

    private string Along(RelationshipStep step, int number, Parameter? from)
    {
        var (table, edge) = (layout.Of(step.Relationship), scope.Alias("r"));
        var near = $"{edge}.\"{RelationshipTable.NearOf(step.Direction)}\"";
        var carried = string.Concat(step.Carried.Select(property => $", {edge}.{Quote(table.Of(property).Name)}"));
        var row = $"json_array({number}, {near}, {edge}.\"{RelationshipTable.FarOf(step.Direction)}\"{carried})";
        return $"SELECT {Distinct(table.Type)}{row} FROM {StartingAt(from, $"{Quote(table.Table)} AS {edge}", near)}";
    }

    // Of several acts between two actors one is enough.
    private string Across(ActStep step, int number, Parameter? from)
    {
        var isOut = step.Direction == Direction.Out;
        var near = paths.Follow(isOut ? step.Act.By : step.Act.Against);
        var far = paths.Follow(isOut ? step.Act.Against : step.Act.By);
        var source = StartingAt(from, near.Edges, near.End);
        var conditions = new List<string>();
        if (step.Where is not null)
        {
            var act = new Place(scope.Alias("n"), step.Act.Type, layout.Of(step.Act.Type), KnownKey: near.Near);
            source += $" CROSS JOIN {act.Table} ON {act.RowKey} = {near.Near}";
            conditions.AddRange(filters.All(step.Where, act));
        }

        source += $" CROSS JOIN {far.Edges} ON {far.Near} = {near.Near}";
        return $"SELECT DISTINCT json_array({number}, {near.End}, {far.End}) FROM {source}{SqlText.Where(conditions)}";
    }

    private string StartingAt(Parameter? from, string edges, string near)
    {
        if (from is null) return edges;
        var keys = scope.Alias("k");
        return $"json_each({scope.Bind(from, BindingForm.Items)}) AS {keys} CROSS JOIN {edges} ON {near} = {keys}.value";
    }

    private static string Distinct(RelationshipType type) => type.MayBeParallel ? "DISTINCT " : "";
}
