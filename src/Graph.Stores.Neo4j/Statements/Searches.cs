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
            query.Hits is null ? "" : Missing(words),
            $"RETURN {CypherText.List(
            [
                query.Hits is null ? "null" : Hits(query, query.Hits, words),
                query.TotalCount ? Total : "null",
                query.Facets ? "facets" : "null",
                suggestions,
            ])} AS row");
    }

    private string Hits(SearchQuery query, SearchHits hits, string words)
    {
        List<string> before = [];
        var nodes = hits.Nodes.Select(rows => OfType(query, Node, at => columns.Row(rows[at], new(Node, null, query.Types[at]), before))).ToList();
        List<string> row =
        [
            "grade", "degree", $"{Node}.id", "type", $"{Node}.id", OfType(query, Node, at => Identifiers.Property(Node, query.Types[at].Caption)),
            hits.Fields ? OfType(query, Node, at => Values(Node, query.Types[at].Searched())) : "null", .. nodes,
        ];
        return CypherText.Block(
            "COLLECT",
            [
                $"UNWIND range(0, {SearchGrades.Count - 1}) AS grade",
                $"WITH grade, {words}[grade] AS asked",
                $"WHERE asked IS NOT NULL AND NOT coalesce([{string.Join(", ", FieldsOfGrades)}][grade] IN missing, false)",
                Asked(query, "asked", Node),
                $"WITH grade, {TypeOf(query, Node)} AS type, {Node}, {Degree(Node)} AS degree",
                After(hits.Page),
                $"ORDER BY grade, degree DESC, {Node}.id, type",
                hits.Page.Limit is { } limit ? $"LIMIT {scope.Bind(limit)}{(hits.Page.Probe ? " + 1" : "")}" : "",
                .. before,
                $"RETURN {CypherText.List(row)}",
            ]);
    }

    private static IEnumerable<string> FieldsOfGrades =>
        Enumerable.Range(0, SearchGrades.Count).Select(grade => SearchGrades.FieldOf(grade) is { } of ? $"{of}" : "null");

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
            + $" AND ({Node}.id > {scope.Bind(id)} OR ({Node}.id = {scope.Bind(id)} AND type > {scope.Bind(type)})))))";
    }

    private string Degree(string node)
    {
        var all = $"COUNT {{ ({node})--() }}";
        return ontology.Tally is { } tally ? $"{all} - COUNT {{ ({node})-[:{Identifiers.Escape(tally.Relationship.Name)}]-() }}" : all;
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
