using System.Text;
using Graph.Import.Feeds;

namespace Graph.Import.FollowTheMoney;

/// <summary>Cuts a table of statements (RFC 4180: commas, quotation marks, line breaks within them) into rows.</summary>
/// <param name="file">The file, whose header has been read.</param>
internal sealed class StatementReader(FeedFile file)
{
    /// <summary>Lines that one row may go over: a value with more is a mark that was never closed.</summary>
    private const int MaxLines = 10_000;

    /// <summary>The row last read began on this line.</summary>
    public int Line { get; private set; }

    /// <summary>The cells of a line, and whether its last mark is closed.</summary>
    public static bool TryCells(string text, List<string> cells)
    {
        cells.Clear();
        var cell = new StringBuilder();
        var (at, isQuoted) = (0, false);
        for (; at < text.Length; at++)
        {
            var unit = text[at];
            if (isQuoted && unit == '"' && at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
            else if (unit == '"') isQuoted = !isQuoted;
            else if (unit == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(unit);
        }

        cells.Add(cell.ToString());
        return !isQuoted;
    }

    /// <summary>The next row; false where there is none.</summary>
    public bool TryRead(List<string> cells, out string text)
    {
        text = "";
        if (!file.TryRead(out var line)) return false;
        Line = file.Line;
        text = Encoding.UTF8.GetString(line);
        if (TryCells(text, cells)) return true;
        var whole = new StringBuilder(text);
        for (var lines = 1; lines < MaxLines && file.TryRead(out line, isRow: false); lines++)
        {
            whole.Append('\n').Append(Encoding.UTF8.GetString(line));
            if (!line.Contains((byte)'"')) continue;
            text = whole.ToString();
            if (TryCells(text, cells)) return true;
        }

        file.RejectFile(Line, EntityMessages.QuoteNotClosed());
        return false;
    }
}
