using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints steps from nodes whose keys are known, or from all.</summary>
internal sealed class Steps(Layout layout, StatementScope scope, Paths paths, Filters filters, Roots roots)
{
    private const string Found = "found";

    /// <summary>The rows of a <see cref="StepQuery"/>.</summary>
    public string Print(StepQuery query)
    {
        var branches = query.Steps.Select((step, i) => Branch(step switch
        {
            RelationshipStep along => Along(along),
            ActStep acts => Across(acts),
            _ => throw new ArgumentOutOfRangeException(nameof(query), step, "Unknown kind of step."),
        }, i, query));
        return $"{(query.IsThroughout ? Reached(query) : "")}{string.Join(" UNION ALL ", branches)} LIMIT {scope.Bind(query.Limit)}";
    }

    // A table of its own: every node once, though two relationships lead to it.
    private string Reached(StepQuery query)
    {
        List<string> rows = [query.Start is { } start ? Named(start) : $"SELECT value FROM json_each({scope.Bind(query.From!, BindingForm.Items)})"];
        foreach (var step in query.Steps.Cast<RelationshipStep>())
        {
            foreach (var direction in (Direction[])[Direction.Out, Direction.In])
            {
                var (near, far) = (RelationshipTable.NearOf(direction), RelationshipTable.FarOf(direction));
                rows.Add($"SELECT r.\"{far}\" FROM {Found} CROSS JOIN {Quote(layout.Of(step.Relationship).Table)} AS r "
                    + $"ON r.\"{near}\" = {Found}.value");
            }
        }

        return $"WITH RECURSIVE {Found}(value) AS ({string.Join(" UNION ", rows)}) ";
    }

    private string Named(NamedStart start)
    {
        var one = roots.At(start.Type);
        return $"SELECT {one.RowKey} FROM {roots.Plain(one, start.Where).Source}";
    }

    private string Branch(Source source, int number, StepQuery query)
    {
        var row = $"json_array({number}, {source.Near}, {source.Far}{string.Concat(source.Others.Select(other => ", " + other))})";
        var select = $"SELECT {(source.IsOnce ? "" : "DISTINCT ")}{row} FROM ";
        if (!query.IsThroughout && query.From is null) return select + source.From + SqlText.Where([.. source.Conditions]) + source.Group;

        var start = scope.Alias("k");
        var starts = query.IsThroughout ? Found : $"json_each({scope.Bind(query.From!, BindingForm.Items)})";
        var from = $"{starts} AS {start} CROSS JOIN {source.From}";
        IReadOnlyList<string> conditions = [$"{source.Near} = {start}.value", .. source.Conditions];
        if (query.To is null) return select + from + SqlText.Where(conditions) + source.Group;

        // The sign keeps SQLite from looking up each node with each: most have fewer relationships than there are nodes.
        var to = scope.Bind(query.To, BindingForm.Items);
        var isThere = $"{source.Far} IN (SELECT value FROM json_each({to}))";
        if (!source.MayBeMany) return select + from + SqlText.Where([.. conditions, "+" + isThere]) + source.Group;

        // Whoever has more of them than there are nodes is looked up with each.
        var degree = scope.Alias("d");
        from = $"{starts} AS {start} CROSS JOIN \"{Ranks.Table}\" AS {degree} ON {degree}.\"{Ranks.Node}\" = {start}.value CROSS JOIN {source.From}";
        var isMany = $"{degree}.\"{Ranks.Derived}\" > json_array_length({to})";
        return $"{select}{from}{SqlText.Where([.. conditions, isMany, isThere])} UNION ALL "
            + $"{select}{from}{SqlText.Where([.. conditions, "NOT " + isMany, "+" + isThere])}";
    }

    private Source Along(RelationshipStep step)
    {
        var (table, edge) = (layout.Of(step.Relationship), scope.Alias("r"));
        var source = new Source(
            $"{Quote(table.Table)} AS {edge}",
            $"{edge}.\"{RelationshipTable.NearOf(step.Direction)}\"",
            $"{edge}.\"{RelationshipTable.FarOf(step.Direction)}\"",
            IsOnce: step.IsEach || !table.Type.MayBeParallel)
        {
            Others = [.. step.Carried.Select(property => $"{edge}.{Quote(table.Of(property).Name)}")],
            MayBeMany = step.Relationship == layout.Ontology.Tally?.Relationship,
        };
        if (step.CarriedOfNodes.Count == 0) return source;

        // Both ends are of one type. One that is not there has no values, and is a step all the same.
        var type = step.Relationship.Starts[0];
        foreach (var key in new[] { source.Near, source.Far })
        {
            var node = new Place(scope.Alias("n"), type, layout.Of(type));
            source = source with
            {
                From = $"{source.From} LEFT JOIN {node.Table} ON {node.RowKey} = {key}",
                Others = [.. source.Others, .. step.CarriedOfNodes.Select(property => node.Read(new(Subject.Node, property)))],
            };
        }

        return source;
    }

    private Source Across(ActStep step)
    {
        var isOut = step.Direction == Direction.Out;
        var near = paths.Follow(isOut ? step.Act.By : step.Act.Against);
        var far = paths.Follow(isOut ? step.Act.Against : step.Act.By);
        var source = new Source(near.Edges, near.End, far.End, IsOnce: false);
        if (step.Where is not null || step.IsFigured)
        {
            var act = new Place(scope.Alias("n"), step.Act.Type, layout.Of(step.Act.Type), KnownKey: near.Near);
            source = source with
            {
                From = $"{source.From} CROSS JOIN {act.Table} ON {act.RowKey} = {near.Near}",
                Conditions = filters.All(step.Where, act),
            };
            var day = act.Read(new(Subject.Node, step.Act.On));
            if (step.IsFigured)
                source = source with
                {
                    Others = [$"count(DISTINCT {near.Near})", $"min({day})", $"max({day})"],
                    Group = $" GROUP BY {near.End}, {far.End}",
                };
        }

        return source with { From = $"{source.From} CROSS JOIN {far.Edges} ON {far.Near} = {near.Near}" };
    }

    /// <summary>Where steps are found.</summary>
    /// <param name="From">What stands after FROM.</param>
    /// <param name="Near">The key of the node that is left.</param>
    /// <param name="Far">The key of the node that is reached.</param>
    /// <param name="IsOnce">No step is found twice.</param>
    private sealed record Source(string From, string Near, string Far, bool IsOnce)
    {
        public IReadOnlyList<string> Conditions { get; init; } = [];

        /// <summary>What a row has besides.</summary>
        public IReadOnlyList<string> Others { get; init; } = [];

        /// <summary>Some nodes have thousands of steps, of which <see cref="Ranks.Derived"/> tells the number.</summary>
        public bool MayBeMany { get; init; }

        /// <summary><c>GROUP BY</c> after a space, or nothing.</summary>
        public string Group { get; init; } = "";
    }
}
