using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;
using Column = Graph.Stores.Sqlite.Tables.Column;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints pages that are found by walking an index where the matches are many, or else by collecting: see <see cref="WalkRules"/>.</summary>
internal sealed class Walks(StatementScope scope, Filters filters, Ordering ordering, Pages pages)
{
    /// <summary>The keys of a page in order, with the columns of the relationship that are selected later.</summary>
    public string Page(Matches matches, Walk? walk, IReadOnlyList<SortKey> sort, Page page, IReadOnlyList<Column> carried)
    {
        if (walk is null || !carried.All(IsUnharmed)) return pages.Cut(matches, sort, page, carried);

        // The end of a list is the beginning of its reverse.
        var isReversed = page.FromEnd;
        if (isReversed)
        {
            sort = [.. sort.Cast<PropertySort>().Select(key => key with { Descending = !key.Descending })];
            page = page with { FromEnd = false, After = page.Before, Before = page.After };
        }

        var (limit, offset) = (pages.Size(page), pages.Offset(page));
        var collected = pages.Cut(matches, sort, page, carried);
        var walked = Walked(matches, walk, sort, page, carried) + $" LIMIT {limit}{offset}";
        var rows = scope.Alias("j");
        var taken =
            $"coalesce(CASE WHEN EXISTS ({matches.Membership!.Candidates()} LIMIT 1 OFFSET {WalkRules.FewestMatches})"
            + $" THEN (SELECT CASE WHEN count(*) = {limit} THEN {Packed(carried)} END FROM ({walked})) END,"
            + $" (SELECT {Packed(carried)} FROM ({collected})))";
        return $"SELECT {Unpacked(rows, carried)} FROM json_each({taken}) AS {rows}{(isReversed ? $" ORDER BY {rows}.key DESC LIMIT -1" : "")}";
    }

    // What is carried has to come unharmed out of JSON.
    private static bool IsUnharmed(Column column) => column.Property is { IsList: false, Kind: not ScalarKind.Float };

    private string Walked(Matches matches, Walk walk, IReadOnlyList<SortKey> sort, Page page, IReadOnlyList<Column> carried)
    {
        var inOrder = new Place(scope.Alias("n"), matches.Place.Type, matches.Place.Family);
        var keys = ordering.Keys(sort, inOrder);
        List<string> range = [.. ordering.Between(keys, page), .. walk.Range.Select(filter => filters.Of(filter, inOrder))];
        var steps = scope.Alias("w");
        var members = matches.Membership!.Test($"{steps}.\"{Family.Key}\"");
        var columns = carried.Select(column => $", {members.Place.Edge}.{Quote(column.Name)} AS {Quote(column.Name)}");
        return $"SELECT {steps}.\"{Family.Key}\" AS \"{Family.Key}\"{string.Concat(columns)}"
            + $" FROM (SELECT {inOrder.Key} AS \"{Family.Key}\" FROM {inOrder.Table}{SqlText.Where(range)}{Ordering.By(keys)} LIMIT "
            + $"{WalkRules.LongestWalk}) AS {steps}"
            + $" {members.Source}";
    }

    // A page as one value: keys, or keys with what is carried.
    private static string Packed(IReadOnlyList<Column> carried) =>
        carried.Count == 0
            ? $"json_group_array(\"{Family.Key}\")"
            : $"json_group_array(json_array(\"{Family.Key}\", {string.Join(", ", carried.Select(column => Quote(column.Name)))}))";

    private static string Unpacked(string rows, IReadOnlyList<Column> carried) =>
        carried.Count == 0
            ? $"{rows}.value AS \"{Family.Key}\""
            : $"{rows}.value ->> 0 AS \"{Family.Key}\""
                + string.Concat(carried.Select((column, i) => $", {rows}.value ->> {i + 1} AS {Quote(column.Name)}"));
}
