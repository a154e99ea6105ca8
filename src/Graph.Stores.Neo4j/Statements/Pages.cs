using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Orders rows and keeps a page of them: the clauses between a <c>MATCH</c> and what is returned.</summary>
internal sealed class Pages(Ordering ordering)
{
    /// <summary>The conditions of a page that its <c>MATCH</c> can hold; null when nothing can match.</summary>
    public IReadOnlyList<string>? Between(IReadOnlyList<SortKey> sort, Page page, Place place, FirstKey first = FirstKey.Open) =>
        IsComputed(sort) ? [] : ordering.Between(sort, ordering.Keys(sort, place), page, first);

    /// <summary>Orders and cuts.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="page">The part.</param>
    /// <param name="place">The rows.</param>
    /// <param name="distinct">Rows may occur more than once and count as one.</param>
    public IReadOnlyList<string> Cut(IReadOnlyList<SortKey> sort, Page page, Place place, bool distinct)
    {
        var row = place.Edge is null ? place.Node : $"{place.Node}, {place.Edge}";
        var keys = ordering.Keys(sort, place);
        List<string> lines = [];
        if (IsComputed(sort))
        {
            if (distinct) lines.Add($"WITH DISTINCT {row}");
            distinct = false;
            lines.Add($"WITH {row}, {string.Join(", ", ordering.Prepared(sort, place))}");
            if (ordering.Between(sort, keys, page, FirstKey.Open) is not { } conditions) lines.Add("WHERE false");
            else if (conditions.Count > 0) lines.Add("WHERE " + string.Join(" AND ", conditions));
            row = string.Join(", ", keys.Where((_, i) => sort[i] is not PropertySort).Prepend(row));
        }

        var with = distinct ? $"WITH DISTINCT {row}" : $"WITH {row}";
        var forward = Ordering.By(sort, keys, backwards: false);
        var skip = page.Offset is null ? "" : "SKIP " + ordering.Rows(page.Offset, probe: false);
        var limit = page.Limit is null ? "" : "LIMIT " + ordering.Rows(page.Limit, page.Probe);
        if (page.FromEnd && limit.Length > 0)
        {
            if (skip.Length > 0) (lines, with) = ([.. lines, Clause(with, forward, skip)], $"WITH {row}");
            lines.Add(Clause(with, Ordering.By(sort, keys, backwards: true), limit));
            lines.Add(Clause($"WITH {row}", forward));
        }
        else if (distinct || forward.Length > 0 || skip.Length > 0 || limit.Length > 0)
        {
            lines.Add(Clause(with, forward, skip, limit));
        }

        return lines;
    }

    /// <summary>Orders and cuts to what any page of the size can need, as one of several branches.</summary>
    public string CutBranch(IReadOnlyList<SortKey> sort, Page page, Place place) => Clause(
        $"WITH {place.Node}",
        Order(sort, page, place),
        "LIMIT " + ordering.Rows(page.Limit!, page.Probe, page.Offset));

    /// <summary>The order in which a page is read: backwards where it is cut from the end.</summary>
    public string Order(IReadOnlyList<SortKey> sort, Page page, Place place) =>
        Ordering.By(sort, ordering.Keys(sort, place), backwards: page.FromEnd);

    /// <summary>Keeps a page of rows that are in order.</summary>
    public string First(Page page, Place place) => Clause(
        "WITH " + (place.Edge is null ? place.Node : $"{place.Node}, {place.Edge}"),
        page.Offset is null ? "" : "SKIP " + ordering.Rows(page.Offset, probe: false),
        "LIMIT " + Size(page));

    /// <summary>The number of rows of a full page.</summary>
    public string Size(Page page) => ordering.Rows(page.Limit!, page.Probe);

    private static bool IsComputed(IReadOnlyList<SortKey> sort) => sort.Any(key => key is not PropertySort);

    private static string Clause(params IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
