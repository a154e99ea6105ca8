using System.Text;
using Graph.Import.CodedActs;
using Graph.Import.Feeds;
using Graph.Model.Values;

namespace Graph.Import.Icews;

/// <summary>Rows of events as acts.</summary>
internal sealed class IcewsRows : IHeadedRows
{
    private readonly HeaderColumns columns;
    private readonly FeedFile file;
    private readonly FeedWindow window;
    private readonly Range[] room;
    private readonly int code;
    private readonly int id;
    private readonly int day;

    public IcewsRows(HeaderColumns columns, FeedFile file, FeedWindow window)
    {
        (this.columns, this.file, this.window) = (columns, file, window);
        (code, id, day) = (columns["CAMEO Code"], columns["Event ID"], columns["Event Date"]);
        room = new Range[columns.Count];
    }

    /// <inheritdoc/>
    public CodedAct? Read(ReadOnlySpan<byte> line)
    {
        var count = TabbedCells.CountOf(line);
        if (count != columns.Count)
            return Reject($"{count} columns", 1, FeedMessages.Columns(count, columns.Count.ToString()), line);
        var cell = TabbedCells.Single(line, code);
        switch (Cameo.KindOf(cell))
        {
            case CodeKind.Other: file.Tally.LeaveOut("another event"); return null;
            case CodeKind.Conviction: file.Tally.LeaveOut("conviction"); return null;
            case CodeKind.Unknown: return Reject("code", code, CodedMessages.UnknownCode(Encoding.UTF8.GetString(cell)), line);
            default: return Act(line, new(line, room));
        }
    }

    private CodedAct? Act(ReadOnlySpan<byte> line, in TabbedCells cells)
    {
        if (!FeedDays.IsDigits(cells[id])) return Reject("event id", id, CodedMessages.EventId(cells.Text(id)), line);
        if (!ScalarText.TryDay(cells[day], out var said)) return Reject("day", day, CodedMessages.Day(cells.Text(day), "2018-06-01"), line);
        var (label, meaning) = Cameo.Of(cells.Text(code));
        var row = $"icews-{cells.Text(id)}-{said:yyyyMMdd}";
        var act = new CodedAct
        {
            Tally = file.Tally,
            Line = file.Line,
            Scheme = Cameo.Scheme,
            Code = cells.Text(code),
            Label = label,
            Meaning = meaning,
            Day = said,
            IsPublicationDay = true,
            Accusers = Side(cells, "Source"),
            Accused = Side(cells, "Target"),
            Article = Article(cells, row),
            RowId = row,
            RowTitle = $"ICEWS event {cells.Text(id)} of {said:yyyy-MM-dd}",
        };
        if (act.Accusers.Count + act.Accused.Count == 0) return Reject("no party", columns["Source Name"], CodedMessages.NoParty(), line);
        if (act.IsItself) return Reject("itself", columns["Target Name"], CodedMessages.Itself(act.Accused[0].Surface), line);
        if (window.LeftOutAs(act) is { } kind)
        {
            file.Tally.LeaveOut(kind);
            return null;
        }

        file.Tally.Taken++;
        return act;
    }

    private IReadOnlyList<Graph.Import.Parties.Party> Side(in TabbedCells cells, string side) => IcewsParties.Read(
        cells.Text(columns[side + " Name"]),
        cells.Text(columns[side + " Sectors"]),
        cells.Text(columns[side + " Country"]));

    private CodedArticle Article(in TabbedCells cells, string row)
    {
        var (story, publisher) = (cells.Text(columns["Story ID"]), cells.Text(columns["Publisher"]));
        var by = publisher is "" or "NA" or "NULL" or "None" ? null : publisher;
        if (story is "" or "NA" or "NULL" or "None") return new(row, row, null, by);
        return new($"icews story {story}", by is null ? $"Story {story}" : $"Story {story}, {by}", null, by);
    }

    private CodedAct? Reject(string reason, int cell, string sentence, ReadOnlySpan<byte> line)
    {
        file.Reject(reason, cell, sentence, line);
        return null;
    }
}
