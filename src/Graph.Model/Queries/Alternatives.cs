namespace Graph.Model.Queries;

/// <summary>
/// Brings alternatives of one shape together, so that neither the text of a statement nor its planning grows with their
/// number. Equalities of one property become one test against a list; conditions along one relationship become one
/// condition along it; nested alternatives become one list of them. What must not hold is treated alike. Every rewriting
/// means the same in three-valued logic; where a quantifier does not distribute over alternatives, nothing is rewritten.
/// </summary>
public static class Alternatives
{
    /// <summary>The query with its alternatives brought together, wherever it has conditions.</summary>
    /// <remarks>Lists made here are parameters of their own, numbered after those of the query: see <see cref="Parameter.Items"/>.</remarks>
    public static LogicalQuery Gather(LogicalQuery query)
    {
        var gathering = new Gathering([.. query.Parameters]);
        var gathered = query switch
        {
            ListQuery list => list with { Where = gathering.Of(list.Where), Selection = gathering.Of(list.Selection) },
            ConnectionQuery connection => connection with
            {
                Where = gathering.Of(connection.Where),
                Connection = gathering.Of(
                connection.Connection)
            },
            StepQuery step => step with { Steps = [.. step.Steps.Select(gathering.Of)] },
            LookupQuery lookup => lookup with
            {
                Among = [.. lookup.Among.Select(one => one with { Where = gathering.Of(one.Where), Selection = gathering.Of(one.Selection) })],
            },
            BetweenQuery between => between with
            {
                Where = gathering.Of(between.Where),
                Acts = between.Acts is { } acts ? acts with { Selection = gathering.Of(acts.Selection) } : null,
            },
            PairQuery pairs => pairs with { Acts = gathering.Of(pairs.Acts), Columns = [.. pairs.Columns.Select(gathering.Of)] },
            TimelineQuery timeline => timeline with { Acts = gathering.Of(timeline.Acts) },
            GroupQuery groups => groups with { Where = gathering.Of(groups.Where) },
            SearchQuery search => search.WithSelections((selection, _) => gathering.Of(selection)),
            _ => query,
        };
        return gathered with { Parameters = gathering.Parameters };
    }

    private sealed class Gathering(List<Parameter> parameters)
    {
        public IReadOnlyList<Parameter> Parameters => parameters;

        public Step Of(Step step) => step is ActStep acts ? acts with { Where = Of(acts.Where) } : step;

        public Selection Of(Selection selection) => new([.. selection.Columns.Select(column => column switch
        {
            RelatedListColumn list => list with { Where = Of(list.Where), Selection = Of(list.Selection) },
            RelatedOneColumn one => one with { Selection = Of(one.Selection) },
            RelatedConnectionColumn connection => connection with { Where = Of(connection.Where), Connection = Of(connection.Connection) },
            _ => column,
        })]);

        public ActChoice Of(ActChoice acts) => acts with { Where = Of(acts.Where) };

        public PairColumn Of(PairColumn column) =>
            column is PairPartyColumn party ? party with { Selection = Of(party.Selection) } : column;

        public ConnectionSelection Of(ConnectionSelection connection) =>
            connection.Edges is { } edges ? connection with { Edges = edges with { Selection = Of(edges.Selection) } } : connection;

        public Filter? Of(Filter? filter) => filter switch
        {
            AllOf all => Single(Together([.. all.Filters.SelectMany(Conjuncts)], negated: true), some => new AllOf(some)),
            AnyOf any => Single(Together([.. any.Filters.SelectMany(Disjuncts)], negated: false), some => new AnyOf(some)),
            Not not => new Not(Of(not.Inner)!),
            Exists exists => exists with { Inner = Of(exists.Inner) },
            ExistsSingle single => single with { Inner = Of(single.Inner) },
            _ => filter,
        };

        private static IEnumerable<Filter> Conjuncts(Filter filter) => filter is AllOf all ? all.Filters.SelectMany(Conjuncts) : [filter];

        private static IEnumerable<Filter> Disjuncts(Filter filter) => filter is AnyOf any ? any.Filters.SelectMany(Disjuncts) : [filter];

        private static Filter Single(IReadOnlyList<Filter> filters, Func<IReadOnlyList<Filter>, Filter> many) =>
            filters is [var only] ? only : many(filters);

        /// <summary>The filters, those of one shape as one where the first of them stands.</summary>
        /// <param name="filters">The filters.</param>
        /// <param name="negated">They must all hold: the alternatives are those under NOT, as neither a nor b is not (a or b).</param>
        private List<Filter> Together(IReadOnlyList<Filter> filters, bool negated)
        {
            var places = new Dictionary<string, List<Filter>>(StringComparer.Ordinal);
            var groups = new List<(Filter First, List<Filter>? Alternatives)>();
            foreach (var filter in filters)
            {
                var alternative = negated ? (filter as Not)?.Inner : filter;
                if (alternative is null || FilterShape.Of(alternative) is not { } shape) groups.Add((filter, null));
                else if (places.TryGetValue(shape, out var alike)) alike.Add(alternative);
                else
                {
                    places.Add(shape, [alternative]);
                    groups.Add((filter, places[shape]));
                }
            }

            return groups.ConvertAll(
                group => group.Alternatives is not { Count: > 1 } alike ? Of(group.First)! : negated ? new Not(AsOne(alike)) : AsOne(alike));
        }

        // All have one shape.
        private Filter AsOne(List<Filter> alternatives) => alternatives[0] switch
        {
            Exists { Inner: null } any => any,
            Exists along => along with { Inner = Of(new AnyOf([.. alternatives.Select(alternative => ((Exists)alternative).Inner!)])) },
            Comparison one => one with
            {
                Operator = ComparisonOperator.In,
                Value = List(
                alternatives.ConvertAll(alternative => ((Comparison)alternative).Value))
            },
            AggregateComparison one => one with
            {
                Operator = ComparisonOperator.In,
                Value = List(
                alternatives.ConvertAll(alternative => ((AggregateComparison)alternative).Value))
            },
            _ => throw new ArgumentOutOfRangeException(nameof(alternatives), alternatives[0], "Not an alternative of a list."),
        };

        private Parameter List(List<Parameter> items)
        {
            var list = new Parameter(parameters.Count, items[0].Kind, IsList: true) { Items = items };
            parameters.Add(list);
            return list;
        }
    }
}
