using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>
/// What a logical query may cost a store, told before it runs: how often it looks at a node or relationship for its
/// conditions, orders and counts. The unit is the price of answering one object, about 8 µs.
/// </summary>
/// <remarks>
/// Stores tell no sizes, so the graph is taken to be one of <see cref="AssumedNodes"/> nodes a type. The prices are measured on
/// such a graph in SQLite, where a million take single-digit seconds. What an index answers costs only what it finds.
/// </remarks>
internal sealed class QueryCost
{
    /// <summary>Nodes of a type that has to be read as a whole: the size of the graph on which the prices were measured.</summary>
    private const double AssumedNodes = 100_000;

    /// <summary>Nodes that share a value of an indexed property, such as a day or a name.</summary>
    private const double NodesOfAValue = 100;

    /// <summary>Nodes in a range of an indexed property: a tenth of all.</summary>
    private const double NodesInARange = AssumedNodes / 10;

    /// <summary>Related nodes where nothing says how many: most relationships of a graph lead to one or two, some to a hundred.</summary>
    private const double RelatedNodes = 3;

    /// <summary>Related nodes where a condition comes back to a type that it has left, such as the other accusations of the accused.</summary>
    private const double RelatedOnTheWayBack = 100;

    /// <summary>Relationships of a node that an index finds: those who are asked for by name are the busiest.</summary>
    private const double RelatedToAFoundNode = 50;

    /// <summary>Rows of a root list without a limit. Larger lists are refused by their real size.</summary>
    private const double RowsWithoutLimit = 10_000;

    // A condition takes 0.15 µs a node, a relationship followed 0.25 µs more, ordering or counting 1.5 µs.
    private const double Condition = 0.02;
    private const double Hop = 0.03;
    private const double OrderOrCount = 0.2;
    private const double Aggregate = 0.05;

    private readonly Func<Parameter, object?> values;
    private double dearest;
    private string? dearestClause;

    private QueryCost(Func<Parameter, object?> values) => this.values = values;

    /// <summary>The cost of conditions, orders and counts.</summary>
    public double Finding { get; private set; }

    /// <summary>How many rows are answered, nested ones included.</summary>
    public double Rows { get; private set; }

    /// <summary>What costs most, and how to ask for less.</summary>
    public string? Dearest => dearestClause;

    /// <summary>Weighs a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="values">The value of a limit, an offset or a list of values.</param>
    public static QueryCost Of(LogicalQuery query, Func<Parameter, object?> values)
    {
        var cost = new QueryCost(values);
        if (query is ListQuery list)
        {
            var found = cost.Found(list.Type, list.Where, list.Sort, list.Page);
            cost.Answer(list.Selection, Math.Min(found, cost.Limit(list.Page) ?? RowsWithoutLimit));
        }
        else if (query is ConnectionQuery connection)
        {
            var edges = connection.Connection.Edges;
            var whole = connection.Connection.TotalCount || connection.Connection.Aggregates.Count > 0;
            var found = cost.Found(connection.Type, connection.Where, edges?.Sort ?? [], whole || edges is null ? Page.Whole : edges.Page);
            if (whole) cost.Count(connection.Connection, found);
            if (edges is not null) cost.Answer(edges.Selection, Math.Min(found, cost.Limit(edges.Page) ?? RowsWithoutLimit));
        }

        return cost;
    }

    /// <summary>Weighs how the nodes of a root are found; the number that is left for orders, counts and answers.</summary>
    private double Found(EntityType type, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        var ordered = !sort.All(key => key is PropertySort { Property.Property: { IsUnique: true } or { IsIndexed: true } });
        var looked = where is not null && Narrowed(where) is { } few ? few
            : where is null && !ordered && Limit(page) is { } limit ? Math.Min(AssumedNodes, limit + (Number(page.Offset) ?? 0))
            : AssumedNodes;
        if (where is not null) Add(Weigh(where, looked, new(type, null, null)), ApiMessages.DearConditions(type, Conditions(where)));
        if (ordered) Order(sort, looked, type.Plural);
        return looked;
    }

    private void Order(IReadOnlyList<SortKey> sort, double rows, string list)
    {
        foreach (var key in sort)
        {
            if (key is RelatedCountSort related) Add(rows * RelatedNodes * Hop, ApiMessages.DearCountSort(related.Field, list));
            else if (key is PropertySort { Property.Property: { IsUnique: false, IsIndexed: false } property }) Add(rows * OrderOrCount, ApiMessages.DearSort(property, list));
        }
    }

    private void Count(ConnectionSelection connection, double rows) =>
        Add(rows * (OrderOrCount + connection.Aggregates.Count * Aggregate), ApiMessages.DearCounts);

    private void Answer(Selection selection, double rows)
    {
        Rows += rows;
        foreach (var column in selection.Columns)
        {
            switch (column)
            {
                case RelatedCountColumn:
                    Finding += rows * RelatedNodes * Hop;
                    break;
                case RelatedOneColumn one:
                    Answer(one.Selection, rows);
                    break;
                case RelatedListColumn list:
                    Nested(list.Field, list.Where, list.Sort, rows);
                    Answer(list.Selection, rows * Math.Min(Limit(list.Page) ?? RelatedNodes, Math.Max(RelatedNodes, RelatedToAFoundNode / rows)));
                    break;
                case RelatedConnectionColumn { Connection: var connection } related:
                    Nested(related.Field, related.Where, connection.Edges?.Sort ?? [], rows);
                    if (connection.TotalCount || connection.Aggregates.Count > 0) Count(connection, rows * RelatedNodes);
                    if (connection.Edges is { } edges) Answer(edges.Selection, rows * Math.Min(Limit(edges.Page) ?? RelatedNodes, Math.Max(RelatedNodes, RelatedToAFoundNode / rows)));
                    break;
            }
        }
    }

    private void Nested(RelationshipField field, Filter? where, IReadOnlyList<SortKey> sort, double rows)
    {
        var related = rows * RelatedNodes;
        if (where is not null) Add(Weigh(where, related, new(field.Target, field, new(field.Source, null, null))), ApiMessages.DearConditions(field, Conditions(where)));
        Order([.. sort.OfType<RelatedCountSort>()], related, field.Name);
    }

    /// <summary>What a condition costs for a number of rows; quantifiers inside multiply.</summary>
    private static double Weigh(Filter? filter, double rows, Step at) => filter switch
    {
        null => 0,
        AllOf all => all.Filters.Sum(inner => Weigh(inner, rows, at)),
        AnyOf any => any.Filters.Sum(inner => Weigh(inner, rows, at)),
        Not not => Weigh(not.Inner, rows, at),
        Exists exists => Followed(exists.Field, exists.Inner, rows, at),
        ExistsSingle single => Followed(single.Field, single.Inner, rows, at),
        AggregateComparison => rows * (RelatedNodes * Hop + OrderOrCount),
        _ => rows * Condition,
    };

    private static double Followed(RelationshipField field, Filter? inner, double rows, Step at)
    {
        // Whether there is any at all is known from the first; a condition may have to look at every one.
        if (inner is null) return rows * Hop;
        var related = rows * (at.Returns(field) ? RelatedOnTheWayBack : RelatedNodes);
        return related * Hop + Weigh(inner, related, new(field.Target, field, at));
    }

    /// <summary>Where a condition stands: the type it is on and the relationships that led there.</summary>
    private sealed record Step(EntityType Type, RelationshipField? By, Step? Before)
    {
        /// <summary>
        /// Whether a relationship leads back to a type that the way has left. Siblings are many: most accusations share the
        /// accused with hundreds of others. A chain that goes on along one relationship does not come back.
        /// </summary>
        public bool Returns(RelationshipField field)
        {
            if (By is not null && field.Relationship == By.Relationship && field.Direction == By.Direction) return false;
            for (var earlier = Before; earlier is not null; earlier = earlier.Before)
                if (earlier.Type.ConcreteTypes.Intersect(field.Target.ConcreteTypes).Any()) return true;
            return false;
        }
    }

    private static int Conditions(Filter? filter) => filter switch
    {
        null => 1,
        AllOf all => all.Filters.Sum(Conditions),
        AnyOf any => any.Filters.Sum(Conditions),
        Not not => Conditions(not.Inner),
        Exists exists => Conditions(exists.Inner),
        ExistsSingle single => Conditions(single.Inner),
        _ => 1,
    };

    /// <summary>How many nodes an index leaves to look at; null when every node has to be looked at.</summary>
    private double? Narrowed(Filter filter) => filter switch
    {
        AllOf all => all.Filters.Select(Narrowed).Where(few => few is not null).DefaultIfEmpty(null).Min(),
        AnyOf any => any.Filters.Select(Narrowed).Aggregate((double?)0, (sum, few) => sum + few),
        Exists { Inner: { } inner } => Narrowed(inner) * RelatedToAFoundNode,
        Comparison { CaseInsensitive: false, Property.Subject: Subject.Node, Property.Property: { IsList: false } property } comparison => Narrowed(comparison, property),
        _ => null,
    };

    private double? Narrowed(Comparison comparison, Property property)
    {
        if (!property.IsUnique && !property.IsIndexed) return null;
        var each = property.IsUnique ? 1 : NodesOfAValue;
        return comparison.Operator switch
        {
            ComparisonOperator.Equal => each,
            ComparisonOperator.In => each * ((values(comparison.Value) as IReadOnlyList<object?>)?.Count ?? 1),
            ComparisonOperator.Less or ComparisonOperator.LessOrEqual or ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual => NodesInARange,
            _ => null,
        };
    }

    private double? Limit(Page page) => Number(page.Limit);

    private double? Number(Parameter? parameter) => parameter is not null && values(parameter) is int number ? Math.Max(0, number) : null;

    private void Add(double cost, string clause)
    {
        Finding += cost;
        if (cost <= dearest) return;
        dearest = cost;
        dearestClause = clause;
    }
}
