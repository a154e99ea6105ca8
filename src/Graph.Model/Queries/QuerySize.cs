using Graph.Model.Stores;

namespace Graph.Model.Queries;

/// <summary>
/// What a query costs the planner of a database, and the most of it that a store takes on. A planner cannot be interrupted,
/// so what it would take minutes over, or what its own limits forbid, is refused before it sees it. The limits are the same
/// for every store: what one answers is not refused by another.
/// </summary>
public sealed class QuerySize
{
    /// <summary>
    /// Comparisons in all conditions together; alternatives of one shape count once. Neo4j plans as many in 2.6 s.
    /// </summary>
    public const int MaxComparisons = 500;

    /// <summary>
    /// Levels of AND, OR, NOT and relationships inside one another in a condition. Neo4j's time of planning grows by a third
    /// with each from the twentieth on, to 4 s at the thirtieth and minutes at the sixtieth. SQLite allows an expression a
    /// depth of 1,000, of which comparisons side by side take at most half and the longest path a third.
    /// </summary>
    public const int MaxConditionDepth = 24;

    /// <summary>
    /// Relationships followed one from another, in selections and the conditions in them together. SQLite can nest 28
    /// subqueries; Neo4j plans 10 nested pages in 2.9 s, and 15 in 20.
    /// </summary>
    public const int MaxPathRelationships = 10;

    /// <summary>
    /// The weight of all relationships that a query follows. Seconds of a processor in which Neo4j 5.26 plans the dearest of
    /// this weight for the first time: three chains of ten nested pages 4.9, thirty sorted pages side by side 3.4, thirty
    /// lists of an interface 2.7, sixty conditions beside one another 2.5, fifteen connections with total and figures 2.3,
    /// six chains of ten conditions 1.6. With a weight of 100 the first and the conditions take 9 and 11.
    /// </summary>
    public const int MaxWeight = 60;

    /// <summary>
    /// The weight of all queries of one operation together: twenty panels of a dashboard, each with six relationships, have
    /// room. Each query is planned in its turn, and between them an operation can be ended.
    /// </summary>
    public const int MaxWeightTogether = 300;

    /// <summary>Comparisons in all queries of one operation together.</summary>
    public const int MaxComparisonsTogether = 1500;

    private const int WeightInCondition = 1;
    private const int WeightInSelection = 2;
    private const int WeightUnderAggregate = 3;

    private int comparisons;
    private int weight;

    private QuerySize()
    {
    }

    /// <summary>The comparisons in all conditions of the query.</summary>
    public int Comparisons => comparisons;

    /// <summary>The weight of the relationships that the query follows.</summary>
    public int Weight => weight;

    /// <summary>Refuses a query whose conditions are nested deeper than is allowed. Everything else may walk them after this.</summary>
    /// <exception cref="QueryRefusedException">They are.</exception>
    public static void CheckDepth(LogicalQuery query) => new QuerySize().Walk(query);

    /// <summary>The size of a query; refuses one that is too large.</summary>
    /// <param name="query">The query, its alternatives brought together.</param>
    /// <exception cref="QueryRefusedException">It is too large.</exception>
    public static QuerySize Of(LogicalQuery query)
    {
        var size = new QuerySize();
        size.Walk(query);
        if (size.comparisons > MaxComparisons) throw new QueryRefusedException(QueryMessages.TooManyComparisons(size.comparisons, MaxComparisons));
        if (size.weight > MaxWeight) throw new QueryRefusedException(QueryMessages.TooHeavy(size.weight, MaxWeight, Weights));
        return size;
    }

    /// <summary>Refuses an operation whose queries are too large together, though each of them is not.</summary>
    /// <param name="comparisons">The comparisons of all of its queries so far.</param>
    /// <param name="weight">The weight of all of its queries so far.</param>
    /// <exception cref="QueryRefusedException">They are.</exception>
    public static void CheckTogether(int comparisons, int weight)
    {
        if (comparisons > MaxComparisonsTogether)
            throw new QueryRefusedException(QueryMessages.TooManyComparisonsTogether(comparisons, MaxComparisonsTogether));
        if (weight > MaxWeightTogether) throw new QueryRefusedException(QueryMessages.TooHeavyTogether(weight, MaxWeightTogether, Weights));
    }

    private static string Weights => QueryMessages.Weights(WeightInCondition, WeightInSelection, WeightUnderAggregate);

    private void Walk(LogicalQuery query)
    {
        switch (query)
        {
            case ListQuery list:
                Add(list.Where, 0, 0);
                Add(list.Sort, 0);
                Add(list.Selection, 0);
                break;
            case ConnectionQuery connection:
                Add(connection.Where, 0, 0);
                Add(connection.Connection, 0);
                break;
            case StepQuery step:
                foreach (var across in step.Steps.OfType<ActStep>()) Add(across.Where, 0, 1);
                break;
            case LookupQuery lookup:
                foreach (var one in lookup.Among)
                {
                    Add(one.Where, 0, 0);
                    Add(one.Selection, 0);
                }

                break;
            case BetweenQuery between:
                Add(between.Where, 0, 1);
                if (between.Acts is not { } acts) break;
                Add(acts.Sort, 1);
                Add(acts.Selection, 1);
                break;
            case PairQuery pairs:
                Add(pairs.Acts.Where, 0, 0);
                AddParties(2, pairs.RollUp);
                AddFigures(pairs.Figures);
                foreach (var column in pairs.Columns.OfType<PairPartyColumn>()) Add(column.Selection, 0);
                break;
            case TimelineQuery timeline:
                Add(timeline.Acts.Where, 0, 0);
                if (timeline.Series is PartySeries party) AddParties(1, party.RollUp);
                if (timeline.Series is PairSeries pair) AddParties(2, pair.RollUp);
                if (timeline.Series is WaySeries way) weight += WeightInCondition * way.Way.Way.Count;
                AddFigures(timeline.Figures);
                break;
            case GroupQuery groups:
                Add(groups);
                break;
            case SearchQuery { Hits: { } hits }:
                foreach (var selection in hits.Nodes.SelectMany(rows => rows)) Add(selection, 0);
                break;
        }
    }

    // Those that the act names; under a roll-up also their offices, and on whose behalf they act; and the bodies above these.
    private void AddParties(int ends, RollUp rollUp) =>
        weight += ends * WeightInCondition * (rollUp switch
        {
            RollUp.None => 1,
            RollUp.Principal => 1 + WeightInSelection,
            _ => 1 + 2 * WeightInSelection,
        });

    private void AddFigures(IReadOnlyList<ActFigure> figures) =>
        weight += WeightInCondition * figures.Count(figure => !ActRules.IsTallied(figure));

    private void Add(GroupQuery groups)
    {
        Add(groups.Where, 0, 0);
        Add(groups.Having, 0, 0);
        foreach (var key in groups.Keys.OfType<RelatedKey>())
            for (var path = 0; path < key.Way.Count; path++) Follow(path, WeightInSelection);
        foreach (var _ in groups.Figures.OfType<RelatedFigure>()) Follow(0, WeightInSelection);
    }

    private void Add(Selection selection, int path)
    {
        foreach (var column in selection.Columns)
        {
            switch (column)
            {
                case RelatedCountColumn:
                    weight += WeightInSelection;
                    break;
                case RelatedKeyColumn key:
                    Add([key.Key], path);
                    break;
                case RelatedListColumn list:
                    Follow(path, WeightInSelection);
                    Add(list.Where, 0, path + 1);
                    Add(list.Along, 0, path + 1);
                    Add(list.Sort, path + 1);
                    Add(list.Selection, path + 1);
                    break;
                case RelatedOneColumn one:
                    Follow(path, WeightInSelection);
                    Add(one.Selection, path + 1);
                    break;
                case RelatedConnectionColumn connection:
                    Follow(path, WeightInSelection);
                    Add(connection.Where, 0, path + 1);
                    Add(connection.Connection, path + 1);
                    break;
            }
        }
    }

    private void Add(ConnectionSelection connection, int path)
    {
        // The total and the figures are each a way of their own to the same nodes.
        if (connection.TotalCount) weight += WeightInCondition;
        if (connection.Aggregates.Count > 0) weight += WeightInCondition;
        if (connection.Edges is not { } edges) return;
        Add(edges.Sort, path);
        Add(edges.Selection, path);
    }

    private void Add(IReadOnlyList<SortKey> sort, int path)
    {
        foreach (var key in sort)
        {
            if (key is RelatedCountSort) weight += WeightInSelection;
            if (key is not RelatedSort related) continue;
            Follow(path, WeightInSelection);
            Add([related.Key], path + 1);
        }
    }

    private void Add(Filter? filter, int depth, int path)
    {
        if (depth > MaxConditionDepth) throw new QueryRefusedException(QueryMessages.TooDeep(MaxConditionDepth));
        switch (filter)
        {
            case AllOf all:
                foreach (var inner in all.Filters) Add(inner, depth + 1, path);
                break;
            case AnyOf any:
                foreach (var inner in any.Filters) Add(inner, depth + 1, path);
                break;
            case Not not:
                Add(not.Inner, depth + 1, path);
                break;
            case Exists exists:
                Follow(path, WeightInCondition);
                Add(exists.Inner, depth + 1, path + 1);
                break;
            case ExistsSingle single:
                Follow(path, WeightInCondition);
                Add(single.Inner, depth + 1, path + 1);
                break;
            case AggregateComparison:
                Follow(path, WeightUnderAggregate);
                comparisons++;
                break;
            case not null:
                comparisons++;
                break;
        }
    }

    private void Follow(int path, int each)
    {
        weight += each;
        if (path >= MaxPathRelationships) throw new QueryRefusedException(QueryMessages.TooLongPath(MaxPathRelationships));
    }
}
