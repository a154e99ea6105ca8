using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>A sort key as SQL.</summary>
/// <param name="Sql">The expression.</param>
/// <param name="IsDescending">Greatest first.</param>
/// <param name="MayBeMissing">It may be NULL, which is the greatest.</param>
internal sealed record OrderTerm(string Sql, bool IsDescending, bool MayBeMissing)
{
    public override string ToString() =>
        Sql + (IsDescending ? " DESC" : "") + (MayBeMissing ? IsDescending ? " NULLS FIRST" : " NULLS LAST" : "");
}

/// <summary>Orders and positions in them. Missing values are the greatest.</summary>
internal sealed class Ordering(StatementScope scope, Paths paths)
{
    /// <summary>The keys as expressions.</summary>
    public List<OrderTerm> Keys(IReadOnlyList<SortKey> sort, Place place) =>
        [.. sort.Select(key => new OrderTerm(Of(key, place), key.Descending, key.MayBeMissing))];

    /// <summary>A key as an expression.</summary>
    public string Of(SortKey key, Place place) => key switch
    {
        PropertySort by => place.Read(by.Property),
        RelatedCountSort count => RelatedCount(count.Field, place),
        RelatedSort related => OfRelated(related, place),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Unknown kind of sort key."),
    };

    /// <summary>The number of distinct related nodes.</summary>
    public string RelatedCount(RelationshipField field, Place place)
    {
        var hop = paths.Follow(field);
        List<string> conditions = [hop.StartsAt(place)];
        if (hop.Types is { } types) conditions.Add(types);
        var count = hop.Far.IsParallel ? $"count(DISTINCT {hop.End})" : "count(*)";
        return $"(SELECT {count} FROM {(hop.IsCertain ? hop.Edges : hop.Joined)}{SqlText.Where(conditions)})";
    }

    private string OfRelated(RelatedSort related, Place place)
    {
        var hop = paths.Follow(related.Field);
        List<string> conditions = [hop.StartsAt(place)];
        if (hop.Types is { } types) conditions.Add(types);
        return $"(SELECT {Of(related.Key, hop.Far)} FROM {hop.Joined}{SqlText.Where(conditions)}{hop.Least(related.Field)})";
    }

    /// <summary><c>ORDER BY</c> after a space; nothing where there is no order.</summary>
    public static string By(IReadOnlyCollection<OrderTerm> keys) =>
        keys.Count == 0 ? "" : " ORDER BY " + string.Join(", ", keys.Select(key => key.ToString()));

    /// <summary>The reverse order.</summary>
    public static List<OrderTerm> Backwards(List<OrderTerm> keys) => keys.ConvertAll(key => key with { IsDescending = !key.IsDescending });

    /// <summary>The conditions that keep a page between its positions.</summary>
    public IEnumerable<string> Between(List<OrderTerm> keys, Page page)
    {
        if (page.After is { } after) yield return Beyond(keys, after, isAhead: false);
        if (page.Before is { } before) yield return Beyond(keys, before, isAhead: true);
    }

    // After (k1, k2, …): k1 after, or k1 equal and k2 after, or …. The bound on the first key alone is redundant, but an index can use it.
    private string Beyond(List<OrderTerm> keys, Keyset position, bool isAhead)
    {
        var condition = "0";
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var (key, value) = (keys[i], position.Values[i]);
            var beyond = Beyond(key, value, isAhead);
            var equal = value is null ? $"{key.Sql} IS NULL" : $"{key.Sql} = {scope.Bind(value)}";
            condition = condition == "0" ? beyond : $"({beyond} OR ({equal} AND {condition}))";
        }

        if (keys.Count > 1 && position.Values[0] is { } first && BoundOf(keys[0], first, isAhead) is { } bound)
            condition = $"{bound} AND {condition}";
        return condition;
    }

    private string Beyond(OrderTerm key, Parameter? value, bool isAhead)
    {
        var isGreater = key.IsDescending == isAhead;
        if (value is null) return isGreater ? "0" : $"{key.Sql} IS NOT NULL";
        if (!isGreater) return $"{key.Sql} < {scope.Bind(value)}";
        return key.MayBeMissing ? $"({key.Sql} > {scope.Bind(value)} OR {key.Sql} IS NULL)" : $"{key.Sql} > {scope.Bind(value)}";
    }

    private string? BoundOf(OrderTerm key, Parameter value, bool isAhead)
    {
        if (key.IsDescending != isAhead) return $"{key.Sql} <= {scope.Bind(value)}";
        return key.MayBeMissing ? null : $"{key.Sql} >= {scope.Bind(value)}";
    }
}
