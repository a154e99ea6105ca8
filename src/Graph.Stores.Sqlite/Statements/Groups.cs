using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// Prints groups. One row for each node and combination of its values is grouped; what related nodes are called is looked up for
/// groups alone.
/// </summary>
internal sealed class Groups(Layout layout, StatementScope scope, Paths paths, Filters filters, Roots roots)
{
    // Columns of the rows that are grouped, and of the groups: node, key0, value0, related0, figure0.
    private const string Node = "node";

    private readonly GroupKeys keys = new(scope, paths);

    /// <summary>The statement: a row a group.</summary>
    public string Print(GroupQuery query)
    {
        var groups = scope.Alias("g");
        var places = query.Keys.Select((key, i) => key is RelatedKey related
            ? new Place(scope.Alias("n"), related.Target, layout.Of(related.Target), KnownKey: $"{groups}.key{i}")
            : null).ToList();
        var named = string.Concat(places.Select(place => place is null ? "" : $" LEFT JOIN {place.Table} ON {place.RowKey} = {place.Key}"));
        List<string> having = query.Having is { } condition ? [Filters.Of(condition, leaf => Having(leaf, query, groups))] : [];
        var order = query.Sort.SelectMany(sort => Order(sort, query, groups, places)).ToList();
        var row = query.Columns.Select(column => Column(column, query, groups, places));
        return $"SELECT json_array({string.Join(", ", row)}) FROM ({Grouped(query)}) AS {groups}{named}{SqlText.Where(having)}{Ordering.By(order)}"
            + $" LIMIT {(query.Page.Limit is { } limit ? scope.Bind(limit) : "-1")}"
            + (query.Page.Offset is { } offset ? $" OFFSET {scope.Bind(offset)}" : "");
    }

    private string Grouped(GroupQuery query)
    {
        if (query is { Where: null, Keys: [RelatedKey { Way: [{ IsCertain: true } field] }] } && field.Starts.All(type => type == query.Type)
            && query.Figures.All(figure => figure is CountFigure))
            return ByRelated(query, field);
        var names = string.Join(", ", query.Keys.Select((_, i) => $"key{i}"));
        var related = query.Figures.OfType<RelatedFigure>().ToList();
        var values = Values(query);
        var figures = query.Figures.Select((figure, i) => $", {Figure(figure, values, related)} AS figure{i}");
        return $"SELECT {names}{string.Concat(figures)} FROM {Rows(query, values, related)} GROUP BY {names}";
    }

    // The relationships themselves are counted, in the order of their table; the nodes without any are those that are left of all.
    private string ByRelated(GroupQuery query, RelationshipField field)
    {
        var hop = paths.Follow(field);
        var nodes = field.Relationship.MayBeParallel ? $"count(DISTINCT {hop.Near})" : "count(*)";
        var figures = query.Figures.Select((_, i) => $" AS figure{i}").ToList();
        var groups = $"SELECT {hop.End} AS key0{string.Concat(figures.Select(name => $", {nodes}{name}"))} FROM {hop.Edges} GROUP BY {hop.End}";
        if (!query.IncludeMissing) return groups;
        var (all, others) = (roots.All(roots.At(query.Type), null), paths.Follow(field));

        // LIMIT -1 keeps SQLite from counting twice, for the condition and for the row.
        return $"{groups} UNION ALL SELECT NULL{string.Concat(figures.Select(name => $", missing.number{name}"))}"
            + $" FROM (SELECT (SELECT count(*) FROM {all.Source}) - (SELECT count(DISTINCT {others.Near}) FROM {others.Edges}) AS number LIMIT -1) "
            + "AS missing WHERE missing.number > 0";
    }

    // The distinct properties that figures are taken over.
    private static List<Property> Values(GroupQuery query) => [.. query.Figures.OfType<ValueFigure>().Select(figure => figure.Property).Distinct()];

    private static string Figure(GroupFigure figure, List<Property> values, List<RelatedFigure> related)
    {
        switch (figure)
        {
            case CountFigure:
                return related.Count == 0 ? "count(*)" : $"count({Node})";
            case RelatedFigure of:
                return $"count(DISTINCT related{related.IndexOf(of)})";
            case ValueFigure value:
                var column = $"value{values.IndexOf(value.Property)}";
                return value.Function == AggregateFunction.Average
                    ? Aggregates.RoundedMean(column, value.Property.Kind)
                    : $"{(value.Function == AggregateFunction.Min ? "min" : "max")}({column})";
            default:
                throw new ArgumentOutOfRangeException(nameof(figure), figure, "Unknown kind of figure.");
        }
    }

    /// <summary>
    /// What is grouped: the nodes with their values and, where related nodes are counted, below them the related nodes. Side by side
    /// in one row they would multiply what means are taken over.
    /// </summary>
    private string Rows(GroupQuery query, List<Property> values, List<RelatedFigure> related)
    {
        var nodes = Nodes(query, values);
        if (related.Count == 0) return $"({nodes})";
        var members = scope.Alias("m");
        var names = query.Keys.Select((_, i) => $"key{i}").ToList();
        var own = values.Select((_, i) => $"value{i}").ToList();
        var parts = new List<string>
        {
            $"SELECT {string.Join(", ", [Node, .. names, .. own, .. related.Select((_, i) => $"NULL AS related{i}")])} FROM {members}",
        };
        foreach (var figure in related)
        {
            var hop = paths.Follow(figure.Field);
            var from = hop.Far with { KnownKey = $"{members}.{Node}" };
            var others = related.Select(other => other == figure ? hop.End : "NULL");
            IReadOnlyList<string> types = hop.Types is { } condition ? [condition] : [];
            parts.Add(
                $"SELECT {string.Join(", ", ["NULL", .. names, .. own.Select(_ => "NULL"), .. others])} FROM {members} CROSS JOIN "
                + $"{(hop.IsCertain ? hop.Edges : hop.Joined)}{SqlText.Where([hop.StartsAt(from), .. types])}");
        }

        return $"(WITH {members} AS MATERIALIZED ({nodes}) {string.Join(" UNION ALL ", parts)})";
    }

    // A row for each node and combination of its values.
    private string Nodes(GroupQuery query, List<Property> values)
    {
        var matches = MeetsMost(query.Where) ? roots.Plain(roots.At(query.Type), query.Where) : roots.All(roots.At(query.Type), query.Where);
        var place = matches.Place;
        var from = MeetsMost(query.Where) ? matches.From + " NOT INDEXED" : matches.From;
        var all = query.Keys.Select(key => keys.Of(key, place, query.IncludeMissing)).ToList();
        var columns = all.Select((key, i) => $"{key.Value} AS key{i}").Prepend($"{place.Key} AS {Node}")
            .Concat(values.Select((property, i) => $"{place.Read(new(Subject.Node, property))} AS value{i}"));
        var distinct = all.TrueForAll(key => key.IsDistinct) ? "" : "DISTINCT ";
        var rows = $"SELECT {distinct}{string.Join(", ", columns)} FROM {from}{string.Concat(all.Select(key => key.Joins))}"
            + SqlText.Where([.. matches.Conditions, .. all.SelectMany(key => key.Conditions)]);
        if (!all.Exists(key => key.MayEndEarly)) return rows;
        var once = scope.Alias("d");
        var start = place with { KnownKey = $"{once}.{Node}" };
        return $"SELECT * FROM ({rows}) AS {once}" + SqlText.Where([.. all.Index().Where(key => key.Item.MayEndEarly)
            .Select(key => $"({once}.key{key.Index} IS NOT NULL OR {keys.LeadsNowhere((RelatedKey)query.Keys[key.Index], start)})")]);
    }

    // Of the few names of an enum each is had by many nodes. An index would find these in another order than that of their keys, in which
    // what they are related to lies and no node needs to be looked for among those that were met.
    private static bool MeetsMost(Filter? where) => where is not null && Conjunction.Of(where).All(condition =>
        condition is Comparison { Property: { Subject: Subject.Node, Property: { Kind: ScalarKind.Enum, IsList: false } } });

    private string Having(Filter leaf, GroupQuery query, string groups) => leaf switch
    {
        FigureComparison comparison => filters.Figure(Figure(comparison.Figure, query, groups), comparison.Operator, comparison.Value),
        FigureTest test => $"{Figure(test.Figure, query, groups)} IS NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf, "Not a condition on groups."),
    };

    private static string Figure(GroupFigure figure, GroupQuery query, string groups) => $"{groups}.figure{query.NumberOf(figure)}";

    private IEnumerable<OrderTerm> Order(GroupSort sort, GroupQuery query, string groups, IReadOnlyList<Place?> places)
    {
        if (sort is FigureSort by) return [new(Figure(by.Figure, query, groups), by.Descending, by.Figure is ValueFigure)];
        var key = (KeySort)sort;
        IEnumerable<string> values = places[key.Key] is { } place ? [Caption(place), place.Id] : [$"{groups}.key{key.Key}"];
        if (key.Chosen is { } chosen) values = values.Select(value => $"CASE WHEN {scope.Bind(chosen)} = {key.Key} THEN {value} END");
        return values.Select(value => new OrderTerm(value, key.Descending, MayBeMissing: true));
    }

    private static string Column(GroupColumn column, GroupQuery query, string groups, IReadOnlyList<Place?> places)
    {
        switch (column)
        {
            case GroupKeyColumn { Key: var key, Part: var part } when places[key] is { } place:
                return part switch
                {
                    KeyPart.Id => place.Id,
                    KeyPart.Type => $"CASE WHEN {place.Key} IS NOT NULL THEN {Columns.TypeOf(place)} END",
                    _ => Caption(place),
                };
            case GroupKeyColumn { Key: var key }:
                return Printed($"{groups}.key{key}", query.Keys[key] is PropertyKey { Property.Kind: ScalarKind.Float });
            case FigureColumn { Figure: var figure }:
                return Printed(
                    Figure(figure, query, groups),
                    figure is ValueFigure value && (value.Function == AggregateFunction.Average || value.Property.Kind == ScalarKind.Float));
            default:
                throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown kind of column.");
        }
    }

    private static string Printed(string value, bool isFloat) => isFloat ? $"{Functions.FloatText}({value})" : value;

    // What a node is called: each type has its own property for it.
    private static string Caption(Place place)
    {
        var names = place.Type.ConcreteTypes.ToLookup(type => $"{place.Node}.{Quote(place.Family.Of(type.Caption).Name)}");
        if (names.Count == 1) return names.First().Key;
        var cases = names.Select(name => $"WHEN {place.OfTypes([.. name], place.Type.ConcreteTypes)} THEN {name.Key}");
        return $"CASE {string.Join(" ", cases)} END";
    }
}
