using Graph.GraphQL.Language;

namespace Graph.GraphQL.Tests.Language;

public sealed class ReadingTokens
{
    [Theory]
    [InlineData("{ a(x: .5) }", "Syntax Error: Unexpected character: \".\".", 1, 8)]
    [InlineData("{ ..a }", "Syntax Error: Unexpected character: \".\".", 1, 3)]
    [InlineData("?", "Syntax Error: Unexpected character: \"?\".", 1, 1)]
    [InlineData("'a'", "Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 1)]
    [InlineData("\u00AA", "Syntax Error: Unexpected character: U+00AA.", 1, 1)]
    [InlineData("\uD83D\uDE00", "Syntax Error: Unexpected character: U+1F600.", 1, 1)]
    [InlineData("\u0000", "Syntax Error: Unexpected character: U+0000.", 1, 1)]
    [InlineData("{ a(x: 00) }", "Syntax Error: Invalid number, unexpected digit after 0: \"0\".", 1, 9)]
    [InlineData("{ a(x: 1.) }", "Syntax Error: Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(x: 1.2.3) }", "Syntax Error: Invalid number, expected digit but got: \".\".", 1, 11)]
    [InlineData("{ a(x: 1e", "Syntax Error: Invalid number, expected digit but got: <EOF>.", 1, 10)]
    [InlineData("{ a(x: -A) }", "Syntax Error: Invalid number, expected digit but got: \"A\".", 1, 9)]
    [InlineData("{ a(x: 0xF1) }", "Syntax Error: Invalid number, expected digit but got: \"x\".", 1, 9)]
    [InlineData("{ a(x: 1_", "Syntax Error: Invalid number, expected digit but got: \"_\".", 1, 9)]
    [InlineData("{ a(x: 1\"", "Syntax Error: Unterminated string.", 1, 10)]
    public void TextsThatAreNoTokensAreRefusedAtTheirPlace(string text, string message, int line, int column) =>
        Syntax.Fails(text, message, line, column);

    [Theory]
    [InlineData("\"", "Syntax Error: Unterminated string.", 1, 2)]
    [InlineData("\"multi\nline\"", "Syntax Error: Unterminated string.", 1, 7)]
    [InlineData("\"\"\"open", "Syntax Error: Unterminated string.", 1, 8)]
    [InlineData("\"bad \\z esc\"", "Syntax Error: Invalid character escape sequence: \"\\z\".", 1, 6)]
    [InlineData("\"bad \\u1 esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u1 es\".", 1, 6)]
    [InlineData("\"bad \\uD835 esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\uD835\".", 1, 6)]
    [InlineData("\"\\uD83D\\u{DE00}\"", "Syntax Error: Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData("\"bad \\u{} esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{}\".", 1, 6)]
    [InlineData("\"bad \\u{FXXX} esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{FX\".", 1, 6)]
    [InlineData("\"bad \\u{110000} esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 6)]
    [InlineData("\"bad \\u{FFFFFFFF} esc\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".", 1, 6)]
    public void BrokenStringsAreRefusedAtTheirPlace(string text, string message, int line, int column) => Syntax.Fails(text, message, line, column);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\"escaped \\n\\r\\b\\t\\f\\\\\\/\\\"\"", "escaped \n\r\b\t\f\\/\"")]
    [InlineData("\"\\u1234\\u{1F600}\\uD83D\\uDE00\"", "\u1234\U0001F600\U0001F600")]
    [InlineData("\"\\u{00000000}\"", "\0")]
    [InlineData("\"slashes \\\\ and \uD83D\uDE00\"", "slashes \\ and \U0001F600")]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\" white space \"\"\"", " white space ")]
    [InlineData("\"\"\"contains \\\"\"\" triple\"\"\"", "contains \"\"\" triple")]
    [InlineData("\"\"\"multi\r\nline\rnormalized\"\"\"", "multi\nline\nnormalized")]
    [InlineData("\"\"\"\n\n        spans\n          multiple\n            lines\n\n        \"\"\"", "spans\n  multiple\n    lines")]
    public void StringsMeanWhatTheSpecificationSays(string text, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(text)).Value);

    // Attributes cannot carry half a surrogate pair, so these are no theory.
    [Fact]
    public void HalfASurrogatePairIsRefusedEverywhere()
    {
        Syntax.Fails("\uDEAD", "Syntax Error: Invalid character: U+DEAD.", 1, 1);
        Syntax.Fails("# \uD83D\n{a}", "Syntax Error: Invalid character: U+D83D.", 1, 3);
        Syntax.Fails("\"bad surrogate \uDEAD\"", "Syntax Error: Invalid character within String: U+DEAD.", 1, 16);
        Syntax.Fails("\"\"\"a\n \uDEAD\"\"\"", "Syntax Error: Invalid character within String: U+DEAD.", 2, 2);
    }

    [Fact]
    public void LineEndsOfEveryKindCountOnce() => Syntax.Fails("{\r\n\n\r?", "Syntax Error: Unexpected character: \"?\".", 4, 1);

    [Fact]
    public void ByteOrderMarksCommasAndCommentsAreSkipped() => Syntax.Prints("\uFEFF{ a,,, # ?\r b }", "{\n  a\n  b\n}");
}
