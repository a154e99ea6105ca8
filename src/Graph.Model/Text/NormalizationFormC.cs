using System.Text;

namespace Graph.Model.Text;

/// <summary>
/// Unicode normalization form C (UAX #15), computed here because the program runs without ICU, where
/// <see cref="string.Normalize()"/> returns its input unchanged.
/// </summary>
public static class NormalizationFormC
{
    /// <summary>Below it every character is normalized and nothing combines.</summary>
    internal const char FirstCombining = '\u0300';
    private const byte FirstCombiningByte = 0xCC;

    private static readonly Lazy<CanonicalData> Data = new(CanonicalData.Load);

    /// <summary>The text in form C. It must be well-formed UTF-16.</summary>
    public static string Normalize(string text)
    {
        if (IsCertainlyNormalized(text)) return text;
        var points = Decompose(text);
        Order(points);
        var composed = Compose(points);
        var result = new StringBuilder(text.Length);
        foreach (var point in composed) result.Append(new Rune(point));
        return result.Equals(text) ? text : result.ToString();
    }

    /// <summary>The UTF-8 text in form C: the same span where nothing changes.</summary>
    public static ReadOnlySpan<byte> Normalize(ReadOnlySpan<byte> utf8)
    {
        // U+0300 is CC 80: a text without a byte from there on has no combining character.
        if (utf8.IndexOfAnyInRange(FirstCombiningByte, byte.MaxValue) < 0) return utf8;
        var text = Encoding.UTF8.GetString(utf8);
        var normalized = Normalize(text);
        return ReferenceEquals(normalized, text) ? utf8 : Encoding.UTF8.GetBytes(normalized);
    }

    /// <summary>The canonical decomposition (form D) of one code point, or the code point itself.</summary>
    public static ReadOnlySpan<int> Decompose(Rune rune) =>
        Data.Value.Decompositions.TryGetValue(rune.Value, out var parts) ? parts : new[] { rune.Value };

    /// <summary>The quick check of UAX #15, section 9: every code point stands in form C as it is, whatever stands before it.</summary>
    private static bool IsCertainlyNormalized(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange(FirstCombining, char.MaxValue) < 0) return true;
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value >= FirstCombining && Data.Value.Unsettled[rune.Value]) return false;
        return true;
    }

    private static List<int> Decompose(string text)
    {
        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Hangul.IsSyllable(rune.Value)) Hangul.Decompose(rune.Value, points);
            else if (Data.Value.Decompositions.TryGetValue(rune.Value, out var parts)) points.AddRange(parts);
            else points.Add(rune.Value);
        }

        return points;
    }

    /// <summary>
    /// Sorts each run of combining marks by class, keeping the order of equals. A run may be as long as its text, which a
    /// client writes.
    /// </summary>
    private static void Order(List<int> points)
    {
        for (var from = 0; from < points.Count; from++)
        {
            var to = from;
            while (to < points.Count && Data.Value.Class(points[to]) != 0) to++;
            if (to - from < 2) continue;
            var marks = points.GetRange(from, to - from);
            var sorted = marks.OrderBy(Data.Value.Class);
            foreach (var mark in sorted) points[from++] = mark;
        }
    }

    private static List<int> Compose(List<int> points)
    {
        var result = new List<int>(points.Count);
        var starter = -1;
        var lastClass = 0;
        foreach (var point in points)
        {
            var rank = Data.Value.Class(point);
            var blocked = starter < result.Count - 1 && (lastClass == 0 || lastClass >= rank);
            if (starter >= 0 && !blocked && (Hangul.Compose(result[starter], point) ?? Data.Value.Compose(result[starter], point)) is { } composite)
            {
                result[starter] = composite;
                continue;
            }

            if (rank == 0) starter = result.Count;
            lastClass = rank;
            result.Add(point);
        }

        return result;
    }
}
