using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;
using Column = Graph.Stores.Sqlite.Tables.Column;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Orders nodes and keeps a page of them, as keys.</summary>
internal sealed class Pages(StatementScope scope, Ordering ordering)
{
    /// <summary>The keys of a page in order, with the columns of the relationship that are selected later.</summary>
    public string Cut(Matches matches, IReadOnlyList<SortKey> sort, Page page, IReadOnlyList<Column> carried)
    {
        var place = matches.Place;
        var keys = ordering.Keys(sort, place);
        List<string> conditions = [.. matches.Conditions, .. ordering.Between(keys, page)];
        var columns = new List<string> { $"{place.Key} AS \"{Family.Key}\"" };
        columns.AddRange(carried.Select(column => $"{place.Edge}.{Quote(column.Name)} AS {Quote(column.Name)}"));
        var limit = (page.Limit is null ? "-1" : Size(page)) + Offset(page);
        if (!page.FromEnd)
            return $"SELECT {string.Join(", ", columns)} FROM {matches.From}{SqlText.Where(conditions)}{Ordering.By(keys)} LIMIT {limit}";

        columns.AddRange(keys.Select((key, i) => $"{key.Sql} AS \"__sort{i}\""));
        var forwards = keys.Select((key, i) => key with { Sql = $"\"__sort{i}\"" }).ToList();
        return $"SELECT * FROM (SELECT {string.Join(", ", columns)} FROM "
            + $"{matches.From}{SqlText.Where(conditions)}{Ordering.By(Ordering.Backwards(keys))} LIMIT {limit}){Ordering.By(forwards)} LIMIT -1";
    }

    /// <summary>The number of rows of a full page.</summary>
    public string Size(Page page) => scope.Bind(page.Limit!) + (page.Probe ? " + 1" : "");

    /// <summary><c>OFFSET</c> after a space; nothing where no row is left out.</summary>
    public string Offset(Page page) => page.Offset is null ? "" : $" OFFSET {scope.Bind(page.Offset)}";
}
