using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;
using Column = Graph.Stores.Sqlite.Tables.Column;

namespace Graph.Stores.Sqlite.Statements;

/// <content>Order and pages, over keys. Missing values are the greatest.</content>
internal sealed partial class Compilation
{
    /// <summary>The keys of a page in order, with the columns of the relationship that are selected later.</summary>
    private string Paged(Matching matches, IReadOnlyList<SortKey> sort, Page page, IReadOnlyList<Column> carried)
    {
        if (matches.Members is { } members && IsWalked(sort, page, carried)) return Walked(matches, members, sort, page, carried);

        var scope = matches.Scope;
        var keys = Ordered(scope, sort);
        List<string> conditions = [.. matches.Conditions, .. Within(keys, page)];
        var columns = new List<string> { $"{scope.Key} AS \"{Family.Key}\"" };
        columns.AddRange(carried.Select(column => $"{scope.Edge}.{Quote(column.Name)} AS {Quote(column.Name)}"));
        var limit = page.Limit is null ? "-1" : LimitOf(page);
        if (page.Offset is not null) limit += $" OFFSET {Bound(page.Offset)}";
        if (!page.FromEnd) return $"SELECT {string.Join(", ", columns)} FROM {matches.From}{Where(conditions)}{OrderBy(keys)} LIMIT {limit}";

        columns.AddRange(keys.Select((key, i) => $"{key.Sql} AS \"__sort{i}\""));
        var forwards = keys.Select((key, i) => key with { Sql = $"\"__sort{i}\"" }).ToList();
        return $"SELECT * FROM (SELECT {string.Join(", ", columns)} FROM {matches.From}{Where(conditions)}{OrderBy(Backwards(keys))} LIMIT {limit}){OrderBy(forwards)} LIMIT -1";
    }

    private string LimitOf(Page page) => Bound(page.Limit!) + (page.Probe ? " + 1" : "");

    private List<Ordering> Ordered(Scope scope, IReadOnlyList<SortKey> sort) => [.. sort.Select(key => SortOf(scope, key))];

    private static List<Ordering> Backwards(List<Ordering> keys) => keys.ConvertAll(key => key with { IsDescending = !key.IsDescending });

    /// <summary>The conditions that the cursors of a page make.</summary>
    private IEnumerable<string> Within(List<Ordering> keys, Page page)
    {
        if (page.After is { } after) yield return Beyond(keys, after, isAhead: false);
        if (page.Before is { } before) yield return Beyond(keys, before, isAhead: true);
    }

    private Ordering SortOf(Scope scope, SortKey key) => key switch
    {
        PropertySort sort => new(scope.Column(sort.Property), sort.Descending, !sort.Property.Property.IsRequired),
        RelatedCountSort count => new(RelatedCount(scope, count.Field), count.Descending, MayBeMissing: false),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Unknown kind of sort key."),
    };

    private static string OrderBy(IReadOnlyCollection<Ordering> keys) =>
        keys.Count == 0 ? "" : " ORDER BY " + string.Join(", ", keys.Select(key => key.ToString()));

    // Behind (k1, k2, …): k1 behind, or k1 equal and k2 behind, or …. The bound on the first key alone is redundant, but an index can use it.
    private string Beyond(List<Ordering> keys, Keyset position, bool isAhead)
    {
        var condition = "0";
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var (key, value) = (keys[i], position.Values[i]);
            var beyond = Beyond(key, value, isAhead);
            var equal = value is null ? $"{key.Sql} IS NULL" : $"{key.Sql} = {Bound(value)}";
            condition = condition == "0" ? beyond : $"({beyond} OR ({equal} AND {condition}))";
        }

        if (keys.Count > 1 && position.Values[0] is { } first && BoundOf(keys[0], first, isAhead) is { } bound) condition = $"{bound} AND {condition}";
        return condition;
    }

    private string Beyond(Ordering key, Parameter? value, bool isAhead)
    {
        var isGreater = key.IsDescending == isAhead;
        if (value is null) return isGreater ? "0" : $"{key.Sql} IS NOT NULL";
        if (!isGreater) return $"{key.Sql} < {Bound(value)}";
        return key.MayBeMissing ? $"({key.Sql} > {Bound(value)} OR {key.Sql} IS NULL)" : $"{key.Sql} > {Bound(value)}";
    }

    private string? BoundOf(Ordering key, Parameter value, bool isAhead)
    {
        if (key.IsDescending != isAhead) return $"{key.Sql} <= {Bound(value)}";
        return key.MayBeMissing ? null : $"{key.Sql} >= {Bound(value)}";
    }

    private string RelatedCount(Scope scope, Graph.Model.Ontologies.RelationshipField field)
    {
        var hop = Hop.Along(field, layout, Alias);
        List<string> conditions = [$"{hop.Near} = {scope.Key}"];
        if (hop.Types is { } types) conditions.Add(types);
        var count = hop.Far.Relation!.Type.MayBeParallel ? $"count(DISTINCT {hop.End})" : "count(*)";
        return $"(SELECT {count} FROM {(hop.IsCertain ? hop.Edges : hop.Joined)}{Where(conditions)})";
    }

    private sealed record Ordering(string Sql, bool IsDescending, bool MayBeMissing)
    {
        public override string ToString() =>
            Sql + (IsDescending ? " DESC" : "") + (MayBeMissing ? IsDescending ? " NULLS FIRST" : " NULLS LAST" : "");
    }
}
