namespace Graph.GraphQL.Language;

/// <summary>A token of the text. <see cref="Value"/> is the meaning of a string, null for all others.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Value = null);
