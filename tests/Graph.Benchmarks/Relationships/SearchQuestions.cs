namespace Graph.Benchmarks.Relationships;

/// <summary>
/// Words as they are typed. By hand it is known that nothing typed here has two spellings, so that seven grades are left: whole names, names
/// that begin so, then all words in one field, names before other names, titles and texts, and of texts those as spelled before the others.
/// </summary>
internal static class SearchQuestions
{
    public static IEnumerable<RelationshipQuestion> All => [Of("stalling tal"), Of("claim 11"), Of("actor 12"), Of("case 4242")];

    private static RelationshipQuestion Of(string text)
    {
        var words = text.Split(' ');
        return new(
            $"search: {text}",
            $$"""{ search(text: "{{text}}", first: 10) { hits { type id caption score } } }""",
            Sql(words),
            Cypher(words));
    }

    // The first of each grade, one after the other.
    private static string Sql(string[] words)
    {
        string[] grades =
        [
            $"\"_e{string.Join('.', words)}.\"", $"(\"_e{string.Join('.', words)}\"* NOT \"_e{string.Join('.', words)}.\")", Field("_a"), Field("_b"), Field("_c"), $"({Field("_d")} AND {Field("")})", $"({Field("_d")} NOT {Field("")})",
        ];
        var hits = grades.Select((grade, i) => $"""
            SELECT * FROM (SELECT r.id, r.degree, r.type, {i} AS grade FROM graph_words w CROSS JOIN graph_places p ON p.place = w.rowid >> 10
                CROSS JOIN graph_degrees r ON r.node = p.node WHERE graph_words MATCH '{grade}' ORDER BY w.rowid LIMIT 10)
            """);
        return string.Join(" UNION ALL ", hits) + " LIMIT 10";

        string Field(string code) => $"({string.Join(" AND ", words.Select((word, i) => $"\"{code}{word}\"{(i == words.Length - 1 ? "*" : "")}"))})";
    }

    private static string Cypher(string[] words)
    {
        string[] grades =
        [
            $"_e{string.Join('.', words)}.", $"_e{string.Join('.', words)}*", Field("_a"), Field("_b"), Field("_c"), $"{Field("_d")} {Field("")}", Field("_d"),
        ];
        return $$"""
            UNWIND range(0, {{grades.Length - 1}}) AS grade
            CALL db.index.fulltext.queryNodes('search', [{{string.Join(", ", grades.Select(grade => $"'{grade}'"))}}][grade]) YIELD node
            WITH node, min(grade) AS grade
            WITH node, grade, COUNT { (node)--() } AS degree ORDER BY grade, degree DESC, node.id LIMIT 10
            RETURN labels(node), node.id, coalesce(node.name, node.title, node.matter, node.text, node.quote), degree
            """;

        string Field(string code) => string.Join(' ', words.Select((word, i) => $"+{code}{word}{(i == words.Length - 1 ? "*" : "")}"));
    }
}
