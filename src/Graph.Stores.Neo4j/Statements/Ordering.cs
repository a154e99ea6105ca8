using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Orders and positions in them. Cypher's own order is the one wanted: nulls greatest, text by code point.
/// </summary>
internal sealed class Ordering(StatementScope scope, Paths paths, Filters filters)
{
    /// <summary>The keys as expressions: properties as they are, others as variables that <see cref="Prepared"/> makes.</summary>
    public IReadOnlyList<string> Keys(IReadOnlyList<SortKey> sort, Place place) =>
        [
            .. sort.Select((key, i) => key is PropertySort { Property: var by }
                ? scope.InOrder(place.Of(by.Subject), by.Property)
                : $"{place.Node}_key{i}"),
        ];

    /// <summary>The keys that are no properties of the row, computed: for <c>WITH</c>.</summary>
    public IReadOnlyList<string> Prepared(IReadOnlyList<SortKey> sort, Place place) =>
        [.. sort.Select((key, i) => key is PropertySort ? "" : $"{Of(key, place)} AS {place.Node}_key{i}").Where(text => text.Length > 0)];

    /// <summary>A key as an expression.</summary>
    public string Of(SortKey key, Place place) => key switch
    {
        PropertySort by => place.Read(by.Property),
        RelatedCountSort count => RelatedCount(count.Field, place),
        RelatedSort related => OfRelated(related, place),
        _ => throw new InvalidOperationException($"A sort key of kind {key.GetType().Name} has no form in Cypher."),
    };

    private string OfRelated(RelatedSort related, Place place)
    {
        var far = paths.Follow(related.Field, withEdge: false);
        return CypherText.Block(
            "COLLECT",
            "MATCH " + paths.Path(place.Node, related.Field, far),
            $"WITH {far.Node} ORDER BY {Identifiers.Property(far.Node, related.Field.Target.Id)} LIMIT 1",
            $"RETURN {Of(related.Key, far)}") + "[0]";
    }

    /// <summary>The number of distinct related nodes.</summary>
    public string RelatedCount(RelationshipField field, Place place) =>
        new Aggregates(paths, filters).Of(field, null, new AggregateTerm(AggregateFunction.CountNodes, null), place);

    /// <summary><c>ORDER BY</c>, forwards or backwards; nothing where there is no order.</summary>
    public static string By(IReadOnlyList<SortKey> sort, IReadOnlyList<string> keys, bool backwards) => sort.Count == 0
        ? ""
        : "ORDER BY " + string.Join(", ", sort.Select((key, i) => keys[i] + (key.Descending != backwards ? " DESC" : "")));

    /// <summary>The conditions that keep a page between its positions; null when nothing can be there.</summary>
    public IReadOnlyList<string>? Between(IReadOnlyList<SortKey> sort, IReadOnlyList<string> keys, Page page, FirstKey first)
    {
        List<string> all = [];
        foreach (var (keyset, after) in new[] { (page.After, true), (page.Before, false) })
        {
            if (keyset is null) continue;
            if (Beyond(sort, keys, keyset, after, 0, first) is not { } condition) return null;
            if (condition.Length > 0) all.Add(condition);
        }

        return all;
    }

    /// <summary>A number of rows with a few more or fewer.</summary>
    public string Rows(Parameter count, bool probe, Parameter? more = null) =>
        scope.Bind(count) + (more is null ? "" : " + " + scope.Bind(more)) + (probe ? " + 1" : "");

    /// <summary>Rows on the far side of a position from key <paramref name="i"/> on; null: none, empty: all.</summary>
    private string? Beyond(IReadOnlyList<SortKey> sort, IReadOnlyList<string> keys, Keyset keyset, bool after, int i, FirstKey first)
    {
        if (i == sort.Count) return null;
        var (key, value) = (keys[i], keyset.Values[i]);
        var nullable = sort[i].MayBeMissing;
        var known = i == 0 ? first : FirstKey.Open;
        if (!nullable) known = FirstKey.Present;
        var greater = sort[i].Descending != after;
        var rest = Beyond(sort, keys, keyset, after, i + 1, first);
        if (value is null)
        {
            // The position is among the missing values, which are the greatest.
            var smaller = greater || known == FirstKey.Missing ? null : known == FirstKey.Present ? "" : $"{key} IS NOT NULL";
            var same = rest is null || known == FirstKey.Present ? null : And(known == FirstKey.Missing ? "" : $"{key} IS NULL", rest);
            return Or(smaller, same);
        }

        if (known == FirstKey.Missing) return greater ? "" : null;
        var strict = filters.Beyond(key, !greater, orEqual: false, value);
        var there = rest switch
        {
            null => strict,
            // The first part says again what the second implies, so that an index can start at the position.
            "" => filters.Beyond(key, !greater, orEqual: true, value),
            _ => $"({filters.Beyond(key, !greater, orEqual: true, value)} AND ({strict} OR {rest}))",
        };
        return greater && known == FirstKey.Open ? Or(there, $"{key} IS NULL") : there;
    }

    private static string And(string left, string right) => left.Length == 0 ? right : right.Length == 0 ? left : $"({left} AND {right})";

    private static string? Or(string? left, string? right) =>
        left is null ? right : right is null ? left : left.Length == 0 || right.Length == 0 ? "" : $"({left} OR {right})";
}
