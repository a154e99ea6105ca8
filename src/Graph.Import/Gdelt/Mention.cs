using System.Globalization;
using System.Text;
using Graph.Import.CodedActs;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;

namespace Graph.Import.Gdelt;

/// <summary>A row of mentions: an article that reports an event, perhaps one of another file.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Event">The number of the event.</param>
internal sealed record Mention(FeedFile File, int Line, long Event)
{
    /// <summary>The counts of its file.</summary>
    public FileTally Tally => File.Tally;

    /// <summary>The article; null where the row is at fault.</summary>
    public CodedArticle? Article { get; private init; }

    /// <summary>How sure GDELT is that the article reports the event, from 0 to 100.</summary>
    public int Confidence { get; private init; }

    /// <summary>The day of the mention.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>What is wrong with the row, told only where its event is in the graph: the kind, the cell, the sentence, the row.</summary>
    public (string Reason, int Cell, string Sentence, string Line)? Fault { get; private init; }

    /// <summary>Reads a row whose event is known to be a number.</summary>
    public static Mention Of(FeedFile file, long number, ReadOnlySpan<byte> line, in TabbedCells cells)
    {
        var mention = new Mention(file, file.Line, number);
        if (cells[3].Length != 14 || !FeedDays.IsDigits(cells[3]) || !FeedDays.TryCompact(cells[3][..8], out var day))
            return mention with { Fault = ("instant", 3, CodedMessages.Instant(cells.Text(3)), Encoding.UTF8.GetString(line)) };
        if (cells[6].IsEmpty) return mention with { Fault = ("no source", 6, CodedMessages.MentionWithoutSource(), Encoding.UTF8.GetString(line)) };
        if (!int.TryParse(cells[12], NumberStyles.None, CultureInfo.InvariantCulture, out var confidence) || confidence > 100)
            return mention with { Fault = ("confidence", 12, CodedMessages.Confidence(cells.Text(12)), Encoding.UTF8.GetString(line)) };
        var (source, publisher) = (cells.Text(6), cells.Text(5));
        var by = publisher.Length > 0 ? publisher : null;
        var isPage = (cells.Text(4) is "1" or "6" or "") && WebAddress.Is(source);
        var article = isPage
            ? GdeltArticles.Page(source, by ?? WebAddress.HostOf(source))
            : GdeltArticles.Citation(source, cells.Text(3), by ?? source);
        return mention with { Article = article with { Language = LanguageOf(cells.Text(15)) }, Confidence = confidence, Day = day };
    }

    /// <summary>The language that a page was translated from: <c>srclc:spa;eng:…</c>.</summary>
    private static string? LanguageOf(string translation)
    {
        const string Mark = "srclc:";
        var start = translation.IndexOf(Mark, StringComparison.Ordinal);
        if (start < 0) return null;
        var code = translation[(start + Mark.Length)..];
        return Languages.Short(code.Contains(';') ? code[..code.IndexOf(';')] : code);
    }
}
