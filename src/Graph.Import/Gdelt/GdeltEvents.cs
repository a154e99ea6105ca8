using System.Globalization;
using System.Text;
using Graph.Import.CodedActs;
using Graph.Import.Feeds;

namespace Graph.Import.Gdelt;

/// <summary>Rows of events as acts.</summary>
/// <param name="form">Where the columns stand.</param>
/// <param name="file">The file, which is told what is wrong with rows.</param>
/// <param name="window">Which acts are taken.</param>
internal sealed class GdeltEvents(GdeltForm form, FeedFile file, FeedWindow window)
{
    private readonly Range[] room = new Range[64];

    /// <summary>The act of a row; null where it is none, or is at fault.</summary>
    public CodedAct? Read(ReadOnlySpan<byte> line)
    {
        var columns = TabbedCells.CountOf(line);
        if (!form.Columns.Contains(columns))
        {
            file.Reject($"{columns} columns", 1, FeedMessages.Columns(columns, string.Join(" or ", form.Columns)), line);
            return null;
        }

        // Nine in ten rows are other events: only those that are none are looked at closer.
        var code = TabbedCells.Single(line, GdeltForm.Code);
        switch (Cameo.KindOf(code))
        {
            case CodeKind.Other: file.Tally.LeaveOut("another event"); return null;
            case CodeKind.Conviction: file.Tally.LeaveOut("conviction"); return null;
            case CodeKind.Unknown:
                file.Reject("code", GdeltForm.Code, CodedMessages.UnknownCode(Encoding.UTF8.GetString(code)), line);
                return null;
            default: return Act(line, new(line, room));
        }
    }

    private CodedAct? Act(ReadOnlySpan<byte> line, in TabbedCells cells)
    {
        if (!FeedDays.IsDigits(cells[1]) || !long.TryParse(cells[1], CultureInfo.InvariantCulture, out var number))
            return Reject("event id", 1, CodedMessages.EventId(cells.Text(1)), line);
        if (!FeedDays.TryCompact(cells[2], out var day)) return Reject("day", 2, CodedMessages.Day(cells.Text(2), "20150218"), line);
        var addedText = cells[form.Added];
        if (!FeedDays.TryCompact(addedText[..Math.Min(8, addedText.Length)], out var added))
            return Reject("day added", form.Added, CodedMessages.Day(cells.Text(form.Added), "20150218230000"), line);
        if (day > added) return Reject("day after it was added", 2, CodedMessages.DayAfterAdded(day, added), line);
        var code = cells.Text(GdeltForm.Code);
        var (label, meaning) = Cameo.Of(code);
        var id = cells.Text(1);
        var row = $"{(form == GdeltForm.Events ? "gdelt" : form.Dataset.Id)}-{id}";
        var act = new CodedAct
        {
            Tally = file.Tally,
            Line = file.Line,
            Scheme = Cameo.Scheme,
            Code = code,
            Label = label,
            Meaning = meaning,
            Day = day,
            IsPublicationDay = day == added,
            Accusers = GdeltParties.Read(cells, GdeltParties.First),
            Accused = GdeltParties.Read(cells, GdeltParties.Second),
            Article = GdeltArticles.OfEvent(cells.Text(form.Source), cells.Text(form.Added), row),
            RowId = row,
            RowTitle = $"GDELT event {id}",
            Added = added,
            Number = number,
        };
        if (act.Accusers.Count + act.Accused.Count == 0) return Reject("no party", GdeltParties.First, CodedMessages.NoParty(), line);
        if (act.IsItself) return Reject("itself", GdeltParties.Second, CodedMessages.Itself(act.Accused[0].Surface), line);
        if (window.LeftOutAs(act) is { } kind)
        {
            file.Tally.LeaveOut(kind);
            return null;
        }

        file.Tally.Taken++;
        return act;
    }

    private CodedAct? Reject(string reason, int cell, string sentence, ReadOnlySpan<byte> line)
    {
        file.Reject(reason, cell, sentence, line);
        return null;
    }
}
