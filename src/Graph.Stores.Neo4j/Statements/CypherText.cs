namespace Graph.Stores.Neo4j.Statements;

/// <summary>Lays statements out so that people can read them: clauses on lines, subqueries indented.</summary>
internal static class CypherText
{
    private const int InlineLimit = 100;

    /// <summary>A subquery expression, such as <c>COLLECT { … }</c>: on one line where it is short.</summary>
    public static string Block(string keyword, params IEnumerable<string> clauses)
    {
        var lines = clauses.Where(clause => clause.Length > 0).ToList();
        var inline = $"{keyword} {{ {string.Join(' ', lines)} }}";
        return inline.Length <= InlineLimit && !inline.Contains('\n', StringComparison.Ordinal)
            ? inline
            : $"{keyword} {{\n{Indent(string.Join('\n', lines))}\n}}";
    }

    /// <summary>A list expression: on one line where it is short.</summary>
    public static string List(IReadOnlyList<string> items)
    {
        var inline = $"[{string.Join(", ", items)}]";
        return inline.Length <= InlineLimit && !inline.Contains('\n', StringComparison.Ordinal)
            ? inline
            : $"[\n{Indent(string.Join(",\n", items))}\n]";
    }

    /// <summary><c>WHERE</c> with conditions that must all hold: one a line where together they are long.</summary>
    public static string Where(IReadOnlyList<string> conditions)
    {
        var inline = "WHERE " + string.Join(" AND ", conditions);
        return inline.Length <= InlineLimit ? inline : "WHERE " + string.Join("\n  AND ", conditions);
    }

    /// <summary>A float that is ordered as it compares: Neo4j orders a negative zero, which equals zero, before it.</summary>
    public static string WithoutNegativeZero(string value) => $"CASE WHEN {value} IS :: FLOAT NOT NULL THEN {value} + 0.0 ELSE {value} END";

    /// <summary>Clauses, one a line, empty ones left out.</summary>
    public static string Lines(params IEnumerable<string> clauses) => string.Join('\n', clauses.Where(clause => clause.Length > 0));

    private static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
