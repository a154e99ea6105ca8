namespace Graph.Benchmarks.Relationships;

/// <summary>
/// Words as they are typed. By hand the index of words is asked for what is typed, and the hits are sorted by the relationships of
/// their nodes, which is all that somebody without the product's ranking would do.
/// </summary>
internal static class SearchQuestions
{
    public static IEnumerable<RelationshipQuestion> All => [Of("stalling tal"), Of("claim 11"), Of("actor 12"), Of("case 4242")];

    private static RelationshipQuestion Of(string text) => new(
        $"search: {text}",
        $$"""{ search(text: "{{text}}", first: 10) { hits { type id caption score } } }""",
        $"""
        SELECT r.id, r.degree FROM graph_words w CROSS JOIN graph_places p ON p.place = w.rowid >> 10 CROSS JOIN graph_degrees r ON r.node = p.node
        WHERE graph_words MATCH '{text.Replace(" ", " AND ", StringComparison.Ordinal)}*' ORDER BY w.rowid LIMIT 10
        """,
        $$"""
        CALL db.index.fulltext.queryNodes('search', '+{{text.Replace(" ", " +", StringComparison.Ordinal)}}*') YIELD node
        RETURN node.id, COUNT { (node)--() } AS degree ORDER BY degree DESC, node.id LIMIT 10
        """);
}
