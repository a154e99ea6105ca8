namespace Graph.Extraction.Text;

/// <summary>
/// Paragraphs and lines that stand for themselves. A line that is broken only because it was full goes on in the next one.
/// </summary>
internal static class Blocks
{
    /// <summary>Characters of a line from which on it may be broken because it was full.</summary>
    private const int FullLine = 50;

    /// <summary>The blocks of a text, as UTF-16 indexes; none is empty.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var (first, next) = Line(text, at);
            if (text.AsSpan(first.Start, first.End - first.Start).IsWhiteSpace())
            {
                at = next;
                continue;
            }

            // Lines up to the next empty one.
            List<(int Start, int End)> lines = [first];
            for (at = next; at < text.Length; at = next)
            {
                (var line, next) = Line(text, at);
                if (text.AsSpan(line.Start, line.End - line.Start).IsWhiteSpace()) break;
                lines.Add(line);
            }

            foreach (var block in Join(text, lines)) yield return block;
        }
    }

    private static ((int Start, int End) Line, int Next) Line(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? ((at, text.Length), text.Length) : ((at, end), end + 1);
    }

    private static IEnumerable<(int Start, int End)> Join(string text, List<(int Start, int End)> lines)
    {
        var width = lines.Max(line => line.End - line.Start);
        var start = lines[0].Start;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            if (GoesOn(text, line, next, width)) continue;
            yield return (start, line.End);
            start = next.Start;
        }

        yield return (start, lines[^1].End);
    }

    private static bool GoesOn(string text, (int Start, int End) line, (int Start, int End) next, int width)
    {
        var rest = text.AsSpan(next.Start, next.End - next.Start).Trim();
        if (rest[0] is '-' or '*' or '•' or '–' or '—') return false;
        if (char.IsLower(rest[0])) return true;
        var word = rest.IndexOf(' ') is > 0 and var space ? space : rest.Length;
        return width >= FullLine && line.End - line.Start + 1 + word > width;
    }
}
