using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// Prints what is told of the neighbours of nodes: for all nodes that are asked over the same steps one branch, in which each is a row. So a
/// list of nodes is read once, and not once a step.
/// </summary>
internal sealed class Neighbours(Layout layout, StatementScope scope, Roots roots, Columns columns)
{
    private readonly Strongest strongest = new(layout, scope);

    /// <summary>The rows of a <see cref="NeighbourQuery"/>.</summary>
    public string Print(NeighbourQuery query) => string.Join(
        " UNION ALL ",
        query.Steps.Index().GroupBy(one => one.Item.From).Select(together => Branch([.. together], together.Key, query)));

    private string Branch(IReadOnlyList<(int Number, NeighbourStep Step)> along, Parameter? from, NeighbourQuery query)
    {
        if (from is null) return Named(along, query);
        var start = scope.Alias("k");
        var (nodes, tallied) = Tallied(along, from, start);
        return $"SELECT json_array({start}.value{Pairs(along, $"{start}.value", tallied)}) FROM {nodes ?? Nodes(from, start)}";
    }

    private string Named(IReadOnlyList<(int Number, NeighbourStep Step)> along, NeighbourQuery query)
    {
        var one = roots.At(query.Start!.Type);
        var itself = query.Named is { } told ? $", {NeighbourQuery.Itself}, {columns.Row(told, one)}" : "";
        return $"SELECT json_array({one.RowKey}{itself}{Pairs(along, one.RowKey)}) FROM {roots.Plain(one, query.Start.Where).Source}";
    }

    private string Pairs(IReadOnlyList<(int Number, NeighbourStep Step)> along, string start, Func<NeighbourStep, string?>? tallied = null) =>
        string.Concat(along.Select(one => $", {one.Number}, {one.Step.Told switch
        {
            NeighboursTold.Number => tallied?.Invoke(one.Step) ?? $"({Place(one.Step, start).Number})",
            NeighboursTold.Strongest told => strongest.Of(Place(one.Step, start), told.Most),
            NeighboursTold.Links told => Links(Place(one.Step, start), told.To),
            _ => throw new ArgumentOutOfRangeException(nameof(along), one.Step.Told, "Unknown kind of telling."),
        }}"));

    // A list without nodes is not read: the condition is tested first, as it is about none of its rows.
    private string Nodes(Parameter from, string start)
    {
        var keys = scope.Bind(from, BindingForm.Items);
        return $"json_each({keys}) AS {start} WHERE {keys} <> '[]'";
    }

    /// <summary>
    /// Nodes with the number of tallies that lead from them, and what tells the number of either direction: both together are kept, see
    /// <see cref="Ranks.Derived"/>, in which one to the node itself is counted once.
    /// </summary>
    private (string? Nodes, Func<NeighbourStep, string?>? Number) Tallied(
        IReadOnlyList<(int Number, NeighbourStep Step)> along, Parameter from, string start)
    {
        var tallies = along.Select(one => one.Step)
            .Where(step => step.Told is NeighboursTold.Number && step.Relationship == layout.Ontology.Tally?.Relationship).ToList();
        if (tallies.Count < 2) return (null, null);
        var (inner, rank) = (scope.Alias("k"), scope.Alias("d"));
        var (own, self) = (
            Place(tallies.First(step => step.Direction == Direction.Out), $"{inner}.value"), Place(tallies[0], $"{start}.value"));
        var nodes = $"(SELECT {inner}.value AS value, ({own.Number}) AS tallied FROM {Nodes(from, inner)} LIMIT -1) AS {start}"
            + $" LEFT JOIN \"{Ranks.Table}\" AS {rank} ON {rank}.\"{Ranks.Node}\" = {start}.value";
        var toItself = $"EXISTS (SELECT 1 FROM {self.From} AND {self.Far} = {start}.value)";
        return (nodes, step => step.Relationship != tallies[0].Relationship ? null
            : step.Direction == Direction.Out ? $"{start}.tallied"
            : $"{rank}.\"{Ranks.Derived}\" - {start}.tallied + {toItself}");
    }

    private string Links(NeighbourPlace place, Parameter to)
    {
        var (shown, told) = (scope.Bind(to, BindingForm.Items), place.Step.Carried.Select(property => $", r.{Quote(place.Table.Of(property).Name)}"));
        var link = $"SELECT json_group_array(json_array({place.Far}{string.Concat(told)})) FROM {place.From}";
        var isShown = $"{place.Far} IN (SELECT value FROM json_each({shown}))";

        // The sign keeps SQLite from looking up each node with each: most have fewer relationships than there are nodes.
        var read = $"({link} AND +{isShown})";
        if (place.Step.Relationship != layout.Ontology.Tally?.Relationship) return read;

        // Whoever has more of them than there are nodes is looked up with each.
        var number = $"(SELECT \"{Ranks.Derived}\" FROM \"{Ranks.Table}\" WHERE \"{Ranks.Node}\" = {place.Start})";
        return $"CASE WHEN {number} > json_array_length({shown}) THEN ({link} AND {isShown}) ELSE {read} END";
    }

    private NeighbourPlace Place(NeighbourStep step, string start) => new(step, layout.Of(step.Relationship), start);
}
