using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;
using Column = Graph.Stores.Sqlite.Tables.Column;

namespace Graph.Stores.Sqlite.Statements;

/// <content>
/// The latest twenty of one actor's eight thousand accusations. Collecting and sorting eight thousand to show twenty is
/// slow; walking the index of days from its end and asking of each accusation whether it is one of the actor's finds the
/// twenty after a few hundred. Of an actor with few, or with none lately, the walk would see the whole graph. So it is
/// taken only where the matches are many, it ends after a fixed number of rows, and where it has not filled the page by
/// then, the matches are collected and sorted after all.
/// </content>
internal sealed partial class Compilation
{
    // Sorting as many costs about what the longest walk costs: a walk for nothing at most doubles the time.
    private const int Many = 1000;
    private const int LongestWalk = 2000;

    // An index has to give the order, and what is carried has to come unharmed out of JSON.
    private static bool IsWalked(IReadOnlyList<SortKey> sort, Page page, IReadOnlyList<Column> carried) =>
        page.Limit is not null
        && sort.Count > 0
        && sort[0] is PropertySort { Property: { Subject: Subject.Node, Property: { IsList: false } first } }
        && (IsId(sort[0]) || first.IsIndexed)
        && sort.Skip(1).All(IsId)
        && carried.All(column => column.Property is { IsList: false, Kind: not ScalarKind.Float });

    private static bool IsId(SortKey key) => key is PropertySort { Property: { Subject: Subject.Node, Property.Name: "id" } };

    private string Walked(Matching matches, Members members, IReadOnlyList<SortKey> sort, Page page, IReadOnlyList<Column> carried)
    {
        // The end of a list is the beginning of its reverse.
        var isReversed = page.FromEnd;
        if (isReversed)
        {
            sort = [.. sort.Cast<PropertySort>().Select(key => key with { Descending = !key.Descending })];
            page = page with { FromEnd = false, After = page.Before, Before = page.After };
        }

        var limit = LimitOf(page);
        var offset = page.Offset is null ? "" : $" OFFSET {Bound(page.Offset)}";
        var collected = Paged(matches with { Members = null }, sort, page, carried);

        var inOrder = new Scope(Alias("n"), matches.Scope.Type, matches.Scope.Family);
        var keys = Ordered(inOrder, sort);
        List<string> range = [.. Within(keys, page), .. RangeOf(members.Where, (PropertySort)sort[0]).Select(filter => Condition(inOrder, filter))];
        var steps = Alias("w");
        var among = members.Among($"{steps}.\"{Family.Key}\"");
        var columns = carried.Select(column => $", {among.Scope.Edge}.{Quote(column.Name)} AS {Quote(column.Name)}");
        var walked =
            $"SELECT {steps}.\"{Family.Key}\" AS \"{Family.Key}\"{string.Concat(columns)}"
            + $" FROM (SELECT {inOrder.Key} AS \"{Family.Key}\" FROM {Table(inOrder)}{Where(range)}{OrderBy(keys)} LIMIT {LongestWalk}) AS {steps}"
            + $" {among.Source} LIMIT {limit}{offset}";

        var rows = Alias("j");
        var taken =
            $"coalesce(CASE WHEN EXISTS ({members.All()} LIMIT 1 OFFSET {Many}) THEN (SELECT CASE WHEN count(*) = {limit} THEN {Packed(carried)} END FROM ({walked})) END,"
            + $" (SELECT {Packed(carried)} FROM ({collected})))";
        return $"SELECT {Unpacked(rows, carried)} FROM json_each({taken}) AS {rows}{(isReversed ? $" ORDER BY {rows}.key DESC LIMIT -1" : "")}";
    }

    // What is asked of the value that gives the order says where the walk begins and ends.
    private static IEnumerable<Filter> RangeOf(Filter? where, PropertySort first) =>
        Selectivity.Conjunction(where).Where(filter => filter is Comparison { CaseInsensitive: false } comparison && comparison.Property == first.Property);

    // A page as one value: keys, or keys with what is carried.
    private static string Packed(IReadOnlyList<Column> carried) =>
        carried.Count == 0 ? $"json_group_array(\"{Family.Key}\")" : $"json_group_array(json_array(\"{Family.Key}\", {string.Join(", ", carried.Select(column => Quote(column.Name)))}))";

    private static string Unpacked(string rows, IReadOnlyList<Column> carried) =>
        carried.Count == 0
            ? $"{rows}.value AS \"{Family.Key}\""
            : $"{rows}.value ->> 0 AS \"{Family.Key}\"" + string.Concat(carried.Select((column, i) => $", {rows}.value ->> {i + 1} AS {Quote(column.Name)}"));
}
