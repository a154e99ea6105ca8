using System.Globalization;

namespace Graph.Model.Changes;

/// <summary>
/// A place in the history of a graph: after the change of this number. The mark tells histories apart, so that a graph which was put back from a
/// backup, or another graph, never answers as if nothing had happened.
/// </summary>
/// <param name="Number">The number of the last change seen; 0 for none.</param>
/// <param name="Mark">Made of when that change was kept; 0 for none.</param>
public readonly record struct ChangeCursor(long Number, uint Mark)
{
    /// <summary>Before everything.</summary>
    public static ChangeCursor Start => default;

    /// <summary>After a change of a chunk.</summary>
    public static ChangeCursor Of(long number, ChangeChunk chunk) => new(number, MarkOf(chunk));

    /// <summary>What the cursors of a chunk bear.</summary>
    public static uint MarkOf(ChangeChunk chunk)
    {
        // Times are kept to the microsecond.
        var parts = (ulong)(chunk.At.UtcTicks / TimeSpan.TicksPerMicrosecond) * 0x9E37_79B9_7F4A_7C15 ^ (ulong)chunk.First * 0xC2B2_AE3D_27D4_EB4F;
        return (uint)(parts >> 32) | 1;
    }

    /// <summary>Reads what <see cref="ToString"/> gave; null where it is something else.</summary>
    public static ChangeCursor? Parse(string text)
    {
        // Numbers are read with whatever zero bytes follow them.
        if (text.Contains('\0', StringComparison.Ordinal)) return null;
        var parts = text.Split('.');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var mark)
            && number == 0 == (mark == 0)
            ? new(number, mark)
            : null;
    }

    /// <summary><c>1042.9f3a6c01</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}.{Mark:x8}");
}
