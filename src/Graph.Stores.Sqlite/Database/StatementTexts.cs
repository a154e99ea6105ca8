namespace Graph.Stores.Sqlite.Database;

/// <summary>
/// Texts of statements as the keys of a table. One may have tens of thousands of characters, and to read them all at each use takes as long
/// as a small statement does: a few tell most texts apart, and the text of a plan is the same object each time.
/// </summary>
internal sealed class StatementTexts : IEqualityComparer<string>
{
    /// <summary>How many characters are looked at, spread over the text.</summary>
    private const int Looks = 32;

    /// <summary>Texts that are the same.</summary>
    public static StatementTexts Alike { get; } = new();

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) => string.Equals(x, y);

    /// <inheritdoc/>
    public int GetHashCode(string text)
    {
        var (hash, step) = ((uint)text.Length, Math.Max(text.Length / Looks, 1));
        for (var i = text.Length - 1; i >= 0; i -= step) hash = (hash * 31) + text[i];
        return (int)hash;
    }
}
