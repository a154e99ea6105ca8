using System.Globalization;
using System.Text;

namespace Graph.GraphQL.Language;

/// <summary>All wording of syntax errors. It is the wording of the reference implementation graphql-js, which users know.</summary>
internal static class SyntaxMessages
{
    public const string UnterminatedString = "Unterminated string.";
    public const string UnexpectedSingleQuote = "Unexpected single quote character ('), did you mean to use a double quote (\")?";
    public const string MisplacedDescription = "Unexpected description, descriptions are supported only on definitions.";

    public static string UnexpectedCharacter(string text, int position) => $"Unexpected character: {CodePoint(text, position)}.";

    public static string InvalidCharacter(string text, int position) => $"Invalid character: {CodePoint(text, position)}.";

    public static string InvalidCharacterInString(string text, int position) => $"Invalid character within String: {CodePoint(text, position)}.";

    public static string DigitAfterZero(string text, int position) => $"Invalid number, unexpected digit after 0: {CodePoint(text, position)}.";

    public static string ExpectedDigit(string text, int position) => $"Invalid number, expected digit but got: {CodePoint(text, position)}.";

    public static string InvalidUnicodeEscape(string text, int position, int length) =>
        $"Invalid Unicode escape sequence: \"{Slice(text, position, length)}\".";

    public static string InvalidEscape(string text, int position) => $"Invalid character escape sequence: \"{Slice(text, position, 2)}\".";

    public static string Expected(TokenKind kind, string text, in Token found) => $"Expected {Describe(kind)}, found {Describe(text, found)}.";

    public static string ExpectedKeyword(string keyword, string text, in Token found) => $"Expected \"{keyword}\", found {Describe(text, found)}.";

    public static string Unexpected(string text, in Token found) => $"Unexpected {Describe(text, found)}.";

    public static string VariableInConstant(string name) => $"Unexpected variable \"${name}\" in constant value.";

    public static string ReservedEnumValue(string text, in Token found) =>
        $"{Describe(text, found)} is reserved and cannot be used for an enum value.";

    public static string TooManyTokens(int limit) => $"Document contains more than {limit} tokens. Parsing aborted.";

    public static string TooManyCharacters(int limit) => $"Document contains more than {limit} characters. Parsing aborted.";

    public static string TooDeep(int limit) => $"Document is nested more than {limit} levels deep. Parsing aborted.";

    private static string Describe(string text, in Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{Describe(token.Kind)} \"{text.AsSpan(token.Start, token.End - token.Start)}\"",
        TokenKind.String or TokenKind.BlockString => $"{Describe(token.Kind)} \"{token.Value}\"",
        _ => Describe(token.Kind),
    };

    private static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenLeft => "\"(\"",
        TokenKind.ParenRight => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.Equals => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketLeft => "\"[\"",
        TokenKind.BracketRight => "\"]\"",
        TokenKind.BraceLeft => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceRight => "\"}\"",
        _ => kind.ToString(),
    };

    private static string CodePoint(string text, int position)
    {
        if (position >= text.Length) return "<EOF>";
        if (text[position] is >= ' ' and <= '~') return text[position] == '"' ? "'\"'" : $"\"{text[position]}\"";
        var code = Rune.TryGetRuneAt(text, position, out var rune) ? rune.Value : text[position];
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    private static ReadOnlySpan<char> Slice(string text, int position, int length) => text.AsSpan(position, Math.Min(length, text.Length - position));
}
