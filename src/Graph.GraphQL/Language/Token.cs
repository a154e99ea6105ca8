namespace Graph.GraphQL.Language;

/// <summary>The lexical tokens of section 2.1.6.</summary>
internal enum TokenKind : byte
{
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    Equals,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>A token of the text. <see cref="Value"/> is the meaning of a string, null for all others.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Value = null);
