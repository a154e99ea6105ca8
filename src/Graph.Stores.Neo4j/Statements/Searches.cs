using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Search;
using Graph.Stores.Neo4j.Migrations;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Finds nodes by their words. Each grade is a query of the full-text index; what they find is ordered and cut together.</summary>
internal sealed class Searches(Ontology ontology, LabelMap labels, StatementScope scope, Columns columns)
{
    private const string Node = "n";
    private const string Total = "reduce(total = 0, one IN facets | total + one[1])";

    /// <summary>The statement.</summary>
    /// <remarks>
    /// What is counted is asked for by itself, without grades: were it kept for the hits, each row of these would hold on to it, and a word of
    /// two hundred thousand nodes would take more memory than a transaction has.
    /// </remarks>
    public string Print(SearchQuery query)
    {
        var words = scope.Bind(query.Text, BindingForm.WordQueries);
        var suggestions = query.Suggestions ? $"CASE WHEN {Total} < {Suggestions.FewestHits} THEN {Near(query, words)} END" : "null";
        return CypherText.Lines(
        [
            query.TotalCount || query.Facets || query.Suggestions
                ? CypherText.Block(
                    "CALL ()",
                    [
                        $"UNWIND [{words}[{WordQueries.Whole}]] AS asked",
                        "WITH asked",
                        "WHERE asked IS NOT NULL",
                        Asked(query, "asked", Node),
                        $"WITH {TypeOf(query, Node)} AS type, count(*) AS hits",
                        "ORDER BY hits DESC, type",
                        "RETURN collect([type, hits]) AS facets",
                    ])
                : "",
            .. query.Hits is null ? [] : Best(query, query.Hits.Page, words),
            $"RETURN {CypherText.List(
            [
                query.Hits is null ? "null" : Hits(query, query.Hits),
                query.TotalCount ? Total : "null",
                query.Facets ? "facets" : "null",
                suggestions,
            ])} AS row",
        ]);
    }

    // A group of grades is asked where those before it have not filled the page.
    private IEnumerable<string> Best(SearchQuery query, Page page, string words)
    {
        yield return Missing(words);
        var limit = Limit(page);
        for (var group = 0; group < SearchGrades.Groups.Count; group++)
        {
            var first = SearchGrades.Groups[group];
            var end = SearchGrades.Groups.Skip(group + 1).FirstOrDefault(SearchGrades.Count);
            List<string> before = [.. Enumerable.Range(0, group).Select(Found)];
            var grades = $"range({first}, {end - 1})";
            if (limit is not null && group > 0)
                grades = $"CASE WHEN {string.Join(" + ", before.Select(found => $"size({found})"))} < {limit} THEN {grades} ELSE [] END";
            List<string> asked = ["asked IS NOT NULL"];

            // All of a group or nothing: a node that has a better grade, before the position, would be found again by a worse one after it.
            if (page.After is { Values: [{ } grade, ..] }) asked.Add($"{scope.Bind(grade)} < {end}");
            var fields = Enumerable.Range(0, end).Select(SearchGrades.FieldOf).ToList();
            if (fields[^1] is not null) asked.Add($"NOT [{string.Join(", ", fields)}][grade] IN missing");
            yield return CypherText.Block(
                $"CALL ({string.Join(", ", before.Prepend("missing"))})",
                [
                    $"UNWIND {grades} AS grade",
                    $"WITH grade, {words}[grade] AS asked, missing",
                    CypherText.Where(asked),
                    Asked(query, "asked", Node),
                    end - first > 1 ? $"WITH {Node}, min(grade) AS grade" : "",
                    $"WITH grade, {TypeOf(query, Node)} AS type, {Node}, {Degree(Node)} AS degree",
                    After(page),
                    $"ORDER BY grade, degree DESC, {Node}.id, type",
                    limit is null ? "" : $"LIMIT {limit}",
                    $"RETURN collect([grade, degree, type, {Node}]) AS {Found(group)}",
                ]);
        }
    }

    private string Hits(SearchQuery query, SearchHits hits)
    {
        List<string> before = [];
        var nodes = hits.Nodes.Select(rows => OfType(query, Node, at => columns.Row(rows[at], new(Node, null, query.Types[at]), before))).ToList();
        List<string> row =
        [
            "grade", "degree", $"{Node}.id", "type", $"{Node}.id", OfType(query, Node, at => Identifiers.Property(Node, query.Types[at].Caption)),
            hits.Fields ? OfType(query, Node, at => Values(Node, query.Types[at].Searched())) : "null", .. nodes,
        ];
        var found = string.Join(" + ", Enumerable.Range(0, SearchGrades.Groups.Count).Select(Found));
        return CypherText.Block(
            "COLLECT",
            [
                $"UNWIND {(Limit(hits.Page) is { } limit ? $"({found})[0..{limit}]" : found)} AS hit",
                $"WITH hit[0] AS grade, hit[1] AS degree, hit[2] AS type, hit[3] AS {Node}",
                .. before,
                $"RETURN {CypherText.List(row)}",
            ]);
    }

    private static string Found(int group) => $"hits{group}";

    private string? Limit(Page page) => page.Limit is { } limit ? scope.Bind(limit) + (page.Probe ? " + 1" : "") : null;

    // The fields that hold nothing of what is searched for, whose grades need not be asked.
    private static string Missing(string words) => CypherText.Block(
        "CALL ()",
        $"UNWIND range(0, {SearchGrades.FieldCount - 1}) AS field",
        CypherText.Block(
            "CALL (field)",
            $"UNWIND [{words}[{WordQueries.Fields} + field]] AS asked",
            "WITH asked",
            "WHERE asked IS NOT NULL",
            $"CALL db.index.fulltext.queryNodes('{DatabaseSchema.SearchIndex}', asked, {{limit: 1}}) YIELD node AS m",
            "RETURN count(m) AS some"),
        "RETURN collect(CASE some WHEN 0 THEN field END) AS missing");

    private string Near(SearchQuery query, string words) => CypherText.Block(
        "COLLECT",
        $"UNWIND [{words}[{WordQueries.Near}]] AS asked",
        "WITH asked",
        "WHERE asked IS NOT NULL",
        Asked(query, "asked", "m"),
        $"WITH m, {TypeOf(query, "m")} AS type, {Degree("m")} AS degree",
        $"ORDER BY degree DESC, m.id, type LIMIT {Suggestions.MostCandidates}",
        $"RETURN [type, degree, {OfType(query, "m", at => Identifiers.Property("m", query.Types[at].Caption))}, "
            + $"{OfType(query, "m", at => Values("m", query.Types[at].Named()))}]");

    private string Asked(SearchQuery query, string asked, string node) =>
        $"CALL db.index.fulltext.queryNodes('{DatabaseSchema.SearchIndex}', {asked}) YIELD node AS {node}\nWITH *\nWHERE "
            + $"{(query.Types.Count == 0 ? "false" : $"{node}:{labels.Of(query.Types)}")}";

    private string After(Page page)
    {
        if (page.After is not { Values: [{ } grade, { } degree, { } id, { } type] }) return "";
        return $"WHERE grade > {scope.Bind(grade)} OR (grade = {scope.Bind(grade)} AND (degree < {scope.Bind(degree)} OR "
            + $"(degree = {scope.Bind(degree)}"
            + $" AND ({scope.Beyond($"{Node}.id", less: false, orEqual: false, id)} OR "
            + $"({Node}.id = {scope.Bind(id)} AND type > {scope.Bind(type)})))))";
    }

    // Of a node with few relationships these are counted one by one, so that only those are asked for tallies that may have some.
    private string Degree(string node)
    {
        var all = $"COUNT {{ ({node})--() }}";
        if (ontology.Tally is not { } tally) return all;
        List<NodeType> tallied = [.. tally.Relationship.Starts.Union(tally.Relationship.Ends)];
        var number = $"COUNT {{ ({node})-[:{Identifiers.Escape(tally.Relationship.Name)}]-() }}";
        return $"{all} - CASE WHEN {node}:{labels.Of(tallied)} THEN {number} ELSE 0 END";
    }

    private string TypeOf(SearchQuery query, string node) => OfType(query, node, at => query.Types[at].Ordinal.ToString());

    // An expression for each type; types with the same one share it.
    private string OfType(SearchQuery query, string node, Func<int, string> expression)
    {
        if (query.Types.Count == 0) return "null";
        var cases = query.Types.Select((type, i) => (type, Text: expression(i))).GroupBy(pair => pair.Text, pair => pair.type).ToList();
        return cases is [var only]
            ? only.Key
            : $"CASE {string.Join(' ', cases.Select(one => $"WHEN {node}:{labels.Of([.. one])} THEN {one.Key}"))} END";
    }

    private static string Values(string node, IReadOnlyList<Property> properties) =>
        $"[{string.Join(", ", properties.Select(property => Identifiers.Property(node, property)))}]";
}
