using System.Globalization;
using System.Text;
using Graph.Model.Text;

namespace Graph.Import.Sources;

/// <summary>What the first line of a table looks like to somebody who does not know its form.</summary>
internal static class TableLook
{
    /// <summary>Characters of the line that are shown.</summary>
    private const int Shown = 60;

    /// <summary>Whether text is a table: no other format has a tab in its first line.</summary>
    public static bool IsTable(ReadOnlySpan<byte> start) => FirstLine(start).Contains((byte)'\t');

    /// <summary>The sentence that refuses the file.</summary>
    public static string Describe(ReadOnlySpan<byte> start)
    {
        var line = FirstLine(start);
        var (tabs, commas, semicolons) = (line.Count((byte)'\t'), line.Count((byte)','), line.Count((byte)';'));
        var (number, between) = tabs >= commas && tabs >= semicolons
            ? (tabs, "tabs") : commas >= semicolons ? (commas, "commas")
            : (semicolons, "semicolons");
        var columns = number == 0 ? "one column" : string.Create(CultureInfo.InvariantCulture, $"{number + 1} columns between {between}");
        return $"The file is of no form that is known: its first line has {columns} and begins \"{Begin(line)}\". "
            + "Import it as the source publishes it (coded feeds put tabs between their columns), or say what it is with --format.";
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> start)
    {
        start = start.TrimStart("\r\n"u8);
        var end = start.IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? start : start[..end];
    }

    private static string Begin(ReadOnlySpan<byte> line)
    {
        var text = VisibleSigns.Show(Encoding.UTF8.GetString(line[..Math.Min(line.Length, Shown * 4)]).Replace('\t', ' '));
        return Shortened.Of(text, Shown);
    }
}
