using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints steps from nodes whose keys are known, or from all.</summary>
internal sealed class Steps(Layout layout, StatementScope scope, Paths paths, Filters filters)
{
    /// <summary>The rows of a <see cref="StepQuery"/>.</summary>
    public string Print(StepQuery query)
    {
        var branches = query.Steps.Select((step, i) => Branch(step switch
        {
            RelationshipStep along => Along(along),
            ActStep acts => Across(acts),
            _ => throw new ArgumentOutOfRangeException(nameof(query), step, "Unknown kind of step."),
        }, i, query));
        return $"{string.Join(" UNION ALL ", branches)} LIMIT {scope.Bind(query.Limit)}";
    }

    private string Branch(Source source, int number, StepQuery query)
    {
        var row = $"json_array({number}, {source.Near}, {source.Far}{string.Concat(source.Others.Select(other => ", " + other))})";
        var select = $"SELECT {(source.IsOnce ? "" : "DISTINCT ")}{row} FROM ";
        if (query.From is null) return select + source.From + SqlText.Where([.. source.Conditions]) + source.Group;

        var start = scope.Alias("k");
        var starts = $"json_each({scope.Bind(query.From, BindingForm.Items)})";
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
        return new Source(
            $"{Quote(table.Table)} AS {edge}",
            $"{edge}.\"{RelationshipTable.NearOf(step.Direction)}\"",
            $"{edge}.\"{RelationshipTable.FarOf(step.Direction)}\"",
            IsOnce: step.IsEach || !table.Type.MayBeParallel)
        {
            Others = [.. step.Carried.Select(property => $"{edge}.{Quote(table.Of(property).Name)}")],
            MayBeMany = step.Relationship == layout.Ontology.Tally?.Relationship,
        };
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
