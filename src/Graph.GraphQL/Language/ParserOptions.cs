namespace Graph.GraphQL.Language;

/// <summary>What a document may cost to read. A document over a limit ends with a syntax error at the place where the limit was reached.</summary>
public sealed record ParserOptions
{
    /// <summary>
    /// The deepest nesting that can be asked for: parsing, validating and executing recurse once a level, and a thread's stack
    /// is finite.
    /// </summary>
    public const int MaxStackDepth = 1000;

    /// <summary>Limits for documents of one's own, such as schemas.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>
    /// Most levels of braces, brackets and braces in values, one inside the other; 200 is ten times what hand-written
    /// operations need.
    /// </summary>
    public int MaxDepth
    {
        get;
        init => field = value is > 0 and <= MaxStackDepth
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The nesting limit must be between 1 and {MaxStackDepth}.");
    } = 200;

    /// <summary>Most tokens. Unlimited unless set, as a schema may be of any length.</summary>
    public int MaxTokens { get; init; } = int.MaxValue;

    /// <summary>Most UTF-16 units of text. Unlimited unless set, as a schema may be of any length.</summary>
    public int MaxCharacters { get; init; } = int.MaxValue;
}
