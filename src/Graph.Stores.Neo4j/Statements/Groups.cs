using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Prints groups. One row for each node and combination of its values is grouped; what related nodes are called is read of groups
/// alone, and related nodes are counted of those alone that are answered, where their number decides nothing.
/// </summary>
internal sealed class Groups(LabelMap labels, StatementScope scope, Paths paths, Filters filters, Roots roots)
{
    // The nodes of a group, where related ones are counted.
    private const string Members = "members";

    private readonly GroupKeys keys = new(scope, paths);

    /// <summary>The statement: a row a group.</summary>
    public string Print(GroupQuery query)
    {
        var place = roots.At(query.Type);
        var all = query.Keys.Select((key, i) => keys.Of(key, $"key{i}", place, query.IncludeMissing)).ToList();
        var related = query.Figures.OfType<RelatedFigure>().ToList();
        var deciding = related.Where(query.Deciding.Contains).ToList();
        var having = query.Having is { } condition ? "WHERE " + filters.Of(condition, leaf => Having(leaf, query)) : "";
        return CypherText.Lines(
            [
                .. roots.All(place, query.Where),
                .. all.SelectMany(key => key.Clauses),
                $"WITH {(all.TrueForAll(key => key.IsDistinct) ? "" : "DISTINCT ")}{place.Node}, {Named(all)}",
                Missing(all),
                $"WITH {Grouped(query, place, related.Count > 0)}",
                deciding.Count > 0 ? $"WITH *, {string.Join(", ", deciding.Select(figure => $"{Count(figure)} AS {Name(figure, query)}"))}" : "",
                having,
                Page(query),
                $"RETURN {CypherText.List([.. query.Columns.Select(column => Column(column, query))])} AS row",
            ]);
    }

    private static string Named(IReadOnlyList<GroupKeyText> all) =>
        string.Join(", ", all.Select((key, i) => key.Value == $"key{i}" ? key.Value : $"{key.Value} AS key{i}"));

    private static string Missing(IReadOnlyList<GroupKeyText> all)
    {
        var tests = all.Select((key, i) => key.MayBeMissing ? $"key{i} IS NOT NULL" : "").Where(test => test.Length > 0).ToList();
        return tests.Count == 0 ? "" : CypherText.Where(tests);
    }

    private static string Grouped(GroupQuery query, Place place, bool keepsMembers)
    {
        var parts = query.Keys.Select((_, i) => $"key{i}").ToList();
        foreach (var figure in query.Figures)
            if (Figure(figure, place) is { } value) parts.Add($"{value} AS {Name(figure, query)}");
        if (keepsMembers) parts.Add($"collect({place.Node}) AS {Members}");
        return string.Join(", ", parts);
    }

    // Null where it is not known of rows alone.
    private static string? Figure(GroupFigure figure, Place place) => figure switch
    {
        CountFigure => "count(*)",
        ValueFigure { Property: var property, Function: var function } when place.Read(new(Subject.Node, property)) is var value => function switch
        {
            AggregateFunction.Average => Aggregates.RoundedMean(value, property.Kind),
            var end => Comparable(property, $"{(end == AggregateFunction.Min ? "min" : "max")}({value})"),
        },
        _ => null,
    };

    // Instants are ordered by their zones where they are equal.
    private static string Comparable(Property property, string value) => property.Kind switch
    {
        ScalarKind.DateTime => Buckets.Utc(value),
        ScalarKind.Float => CypherText.WithoutNegativeZero(value),
        _ => value,
    };

    private string Count(RelatedFigure figure)
    {
        var related = paths.Follow(figure.Field, withEdge: false);
        var member = related.Node + "_member";
        return CypherText.Block(
            "COUNT",
            $"UNWIND {Members} AS {member}",
            "MATCH " + paths.Path(member, figure.Field, related),
            $"RETURN DISTINCT {related.Node}");
    }

    private string Page(GroupQuery query)
    {
        var order = query.Sort.SelectMany(sort => Order(sort, query));
        var skip = query.Page.Offset is { } offset ? $" SKIP {scope.Bind(offset)}" : "";
        var limit = query.Page.Limit is { } most ? $" LIMIT {scope.Bind(most)}" : "";
        return $"WITH * ORDER BY {string.Join(", ", order)}{skip}{limit}";
    }

    private IEnumerable<string> Order(GroupSort sort, GroupQuery query)
    {
        var direction = sort.Descending ? " DESC" : "";
        if (sort is FigureSort by) return [Name(by.Figure, query) + direction];
        var key = (KeySort)sort;
        IEnumerable<string> values = query.Keys[key.Key] is RelatedKey related
            ? [Caption(Place(key.Key, related)), Id(Place(key.Key, related))]
            : [$"key{key.Key}"];
        if (key.Chosen is { } chosen) values = values.Select(value => $"CASE WHEN {scope.Bind(chosen)} = {key.Key} THEN {value} END");
        return values.Select(value => value + direction);
    }

    private string Having(Filter leaf, GroupQuery query) => leaf switch
    {
        FigureComparison comparison => filters.Figure(Name(comparison.Figure, query), comparison.Operator, comparison.Value),
        FigureTest test => Name(test.Figure, query) + " IS NULL",
        Not { Inner: FigureTest test } => Name(test.Figure, query) + " IS NOT NULL",
        _ => throw new InvalidOperationException($"A condition of kind {leaf.GetType().Name} is none on groups."),
    };

    private string Column(GroupColumn column, GroupQuery query) => column switch
    {
        GroupKeyColumn key when query.Keys[key.Key] is RelatedKey related => OfNode(key.Part, Place(key.Key, related)),
        GroupKeyColumn key => $"key{key.Key}",
        FigureColumn { Figure: RelatedFigure figure } when !query.Deciding.Contains(figure) => Count(figure),
        FigureColumn { Figure: var figure } => Name(figure, query),
        _ => throw new InvalidOperationException($"A column of kind {column.GetType().Name} has no form in Cypher."),
    };

    private string OfNode(KeyPart part, Place place) => part switch
    {
        KeyPart.Id => Id(place),
        KeyPart.Type => $"CASE WHEN {place.Node} IS NOT NULL THEN {Columns.TypeOf(place, labels)} END",
        _ => Caption(place),
    };

    private static Place Place(int key, RelatedKey related) => new($"key{key}", null, related.Target);

    private static string Id(Place place) => Identifiers.Property(place.Node, place.Type.Id);

    // What a node is called: each type has its own property for it.
    private string Caption(Place place)
    {
        var names = place.Type.ConcreteTypes.ToLookup(type => Identifiers.Property(place.Node, type.Caption));
        if (names.Count == 1) return names.First().Key;
        var cases = names.Select(name => $"WHEN {place.Node}:{labels.Of([.. name])} THEN {name.Key}");
        return $"CASE {string.Join(' ', cases)} END";
    }

    private static string Name(GroupFigure figure, GroupQuery query) => $"figure{query.NumberOf(figure)}";
}
