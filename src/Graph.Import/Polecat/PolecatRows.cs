using System.Text;
using Graph.Import.CodedActs;
using Graph.Import.Feeds;
using Graph.Model.Values;

namespace Graph.Import.Polecat;

/// <summary>Rows of events as acts.</summary>
/// <param name="columns">The names of the columns.</param>
/// <param name="file">The file, which is told what is wrong with rows.</param>
/// <param name="window">Which acts are taken.</param>
internal sealed class PolecatRows(HeaderColumns columns, FeedFile file, FeedWindow window) : IHeadedRows
{
    /// <summary>Columns of a row of the published table.</summary>
    private const int Published = 40;

    /// <summary>Names that the header of the published table has, and its rows have no column for.</summary>
    private static readonly string[] WithoutColumn = ["Headline", "Event Text", "Feed", "Story ID"];

    private readonly Range[] room = new Range[Math.Max(columns.Count, Published) + 64];

    /// <summary>Whether a cell says that there is nothing.</summary>
    public static bool IsMissing(string text) => text.Length == 0 || text == "None";

    /// <inheritdoc/>
    public CodedAct? Read(ReadOnlySpan<byte> line)
    {
        var cells = new TabbedCells(line, room);
        var count = TabbedCells.CountOf(line);
        while (count > columns.Count && count <= cells.Count && cells[count].IsEmpty) count--;
        if (count != columns.Count && count == Published) columns.Drop(WithoutColumn);
        if (count != columns.Count) return Reject($"{count} columns", 1, FeedMessages.Columns(count, columns.Count.ToString()), line);
        if (!cells[columns["Event Type"]].SequenceEqual(Encoding.UTF8.GetBytes(Plover.Type)))
        {
            file.Tally.LeaveOut("another event");
            return null;
        }

        var mode = cells.Text(columns["Event Mode"]);
        if (mode == "investigate" || IsMissing(mode))
        {
            file.Tally.LeaveOut(mode == "investigate" ? "investigation" : "no mode");
            return null;
        }

        return Plover.ActOf(mode) is { } act
            ? Act(line, cells, mode, act)
            : Reject("mode", columns["Event Mode"], CodedMessages.UnknownMode(mode), line);
    }

    private CodedAct? Act(ReadOnlySpan<byte> line, in TabbedCells cells, string mode, string kind)
    {
        var (id, day) = (cells.Text(columns["Event ID"]), columns["Event Date"]);
        if (IsMissing(id)) return Reject("event id", columns["Event ID"], CodedMessages.EventId(""), line);
        if (!ScalarText.TryDay(cells[day], out var said)) return Reject("day", day, CodedMessages.Day(cells.Text(day), "2024-03-01"), line);
        var published = ScalarText.TryDay(cells[columns["Publication Date"]], out var read) ? read : (DateOnly?)null;
        var contexts = cells.Text(columns["Contexts"]);
        var act = new CodedAct
        {
            Tally = file.Tally,
            Line = file.Line,
            Scheme = Plover.Scheme,
            Code = mode,
            Label = $"{Plover.Type} {mode}",
            Meaning = Plover.Meaning(kind, IsMissing(contexts) ? [] : contexts.Split(PolecatParties.Separator, StringSplitOptions.TrimEntries)),
            Day = said,
            IsPublicationDay = said == published,
            Accusers = Side(cells, "Actor"),
            Accused = Side(cells, "Recipient"),
            Article = Article(cells, id, published),
            RowId = "polecat-" + id,
            RowTitle = $"POLECAT event {id}",
        };
        if (act.Accusers.Count + act.Accused.Count == 0) return Reject("no party", columns["Actor Name"], CodedMessages.NoParty(), line);
        if (act.IsItself) return Reject("itself", columns["Recipient Name"], CodedMessages.Itself(act.Accused[0].Surface), line);
        if (window.LeftOutAs(act) is { } other)
        {
            file.Tally.LeaveOut(other);
            return null;
        }

        file.Tally.Taken++;
        return act;
    }

    private IReadOnlyList<Graph.Import.Parties.Party> Side(in TabbedCells cells, string side) => PolecatParties.Read(
        cells.Text(columns[side + " Name"]),
        cells.Text(columns[side + " Country"]),
        cells.Text(columns[side + " Name Raw"]));

    private CodedArticle Article(in TabbedCells cells, string id, DateOnly? published)
    {
        var story = id.Contains('_') ? id[..id.IndexOf('_')] : id;
        var (source, language) = (cells.Text(columns["Source"]), cells.Text(columns["Language"]));
        var publisher = IsMissing(source) ? null : source;
        return new($"polecat story {story}", publisher is null ? $"Story {story}" : $"Story {story}, {publisher}", null, publisher)
        {
            Published = published,
            Language = IsMissing(language) ? null : Languages.Short(language),
        };
    }

    private CodedAct? Reject(string reason, int cell, string sentence, ReadOnlySpan<byte> line)
    {
        file.Reject(reason, cell, sentence, line);
        return null;
    }
}
