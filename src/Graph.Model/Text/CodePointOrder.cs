namespace Graph.Model.Text;

/// <summary>
/// Text by Unicode code point, none after all others, as both stores order it; .NET's ordinal order is that of UTF-16, where U+FFFF comes after
/// U+1F54A.
/// </summary>
public sealed class CodePointOrder : IComparer<string?>
{
    private CodePointOrder()
    {
    }

    /// <summary>The only one.</summary>
    public static CodePointOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return (x is null ? 1 : 0) - (y is null ? 1 : 0);
        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length) return x.Length.CompareTo(y.Length);
        return Rank(x[common]).CompareTo(Rank(y[common]));
    }

    // Surrogates stand for what comes after everything else.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
