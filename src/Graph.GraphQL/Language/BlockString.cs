namespace Graph.GraphQL.Language;

/// <summary>The meaning and the layout of block strings (section 2.9.4, BlockStringValue).</summary>
internal static class BlockString
{
    private const int LongLine = 70;

    /// <summary>The text meant by the raw content of a block: common indentation and blank lines at both ends removed.</summary>
    public static string Dedent(string raw)
    {
        var lines = SplitLines(raw);
        var commonIndent = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = Indent(lines[i]);
            if (indent == lines[i].Length) continue;
            if (first < 0) first = i;
            last = i;
            if (i > 0) commonIndent = Math.Min(commonIndent, indent);
        }
        if (first < 0) return "";
        for (var i = 1; i < lines.Length; i++) lines[i] = lines[i][Math.Min(commonIndent, lines[i].Length)..];
        return string.Join('\n', lines, first, last - first + 1);
    }

    /// <summary>The value between three quotes, laid out so that reading it back gives the same value wherever that is possible.</summary>
    public static string Print(string value)
    {
        var (leading, trailing) = Breaks(value);
        return $"\"\"\"{leading}{value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal)}{trailing}\"\"\"";
    }

    /// <summary>Whether a block string can hold exactly this value, so that a printer may choose it.</summary>
    public static bool CanHold(string value)
    {
        foreach (var character in value)
            if (character < ' ' && character is not ('\n' or '\t')) return false;
        var (leading, trailing) = Breaks(value);
        return Dedent(leading + value + trailing) == value;
    }

    private static (string Leading, string Trailing) Breaks(string value)
    {
        var lines = SplitLines(value);
        var isSingleLine = lines.Length == 1;
        // All later lines are indented: only an empty first line keeps that indentation from being taken for the common one.
        var needsLeading = !isSingleLine && Array.TrueForAll(lines[1..], line => line.Length == 0 || IsWhiteSpace(line[0]));
        var endsWithTripleQuote = value.EndsWith("\"\"\"", StringComparison.Ordinal);
        var needsTrailing = (value.EndsWith('"') && !endsWithTripleQuote) || value.EndsWith('\\');
        var isSpread = !isSingleLine || value.Length > LongLine || needsTrailing || endsWithTripleQuote;
        var startsWithSpace = isSingleLine && value.Length > 0 && IsWhiteSpace(value[0]);
        return ((isSpread && !startsWithSpace) || needsLeading ? "\n" : "", isSpread || needsTrailing ? "\n" : "");
    }

    private static string[] SplitLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static int Indent(string line)
    {
        var indent = 0;
        while (indent < line.Length && IsWhiteSpace(line[indent])) indent++;
        return indent;
    }

    private static bool IsWhiteSpace(char character) => character is ' ' or '\t';
}
