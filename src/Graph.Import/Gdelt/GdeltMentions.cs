using System.Globalization;
using System.Text;
using Graph.Import.CodedActs;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.Gdelt;

/// <summary>Reads tables of mentions: further articles that tell of events which were read before.</summary>
internal static class GdeltMentions
{
    public static async Task ReadAsync(
        IReadOnlyList<SourceFile> files,
        FeedTypes types,
        EventIndex events,
        RecordSink sink,
        CancellationToken cancellationToken)
    {
        var writer = new MentionWriter(sink, types, GdeltForm.Mentions.Dataset, events);
        foreach (var source in files)
        {
            using var file = new FeedFile(source, sink);
            while (Fill(file, writer))
            {
                if (writer.IsFull) await writer.WriteAsync(cancellationToken);
                await file.NoticeAsync(cancellationToken);
            }

            await writer.WriteAsync(cancellationToken);
        }
    }

    private static bool Fill(FeedFile file, MentionWriter writer)
    {
        Span<Range> room = stackalloc Range[GdeltForm.Mentions.Columns[0]];
        while (!writer.IsFull && file.Unnoticed < FeedFile.LinesAtOnce)
        {
            if (!file.TryRead(out var line)) return false;
            var columns = TabbedCells.CountOf(line);
            if (!GdeltForm.Mentions.Columns.Contains(columns))
            {
                file.Reject($"{columns} columns", 1, FeedMessages.Columns(columns, "16"), line);
                continue;
            }

            var cells = new TabbedCells(line, room);
            if (FeedDays.IsDigits(cells[1]) && long.TryParse(cells[1], CultureInfo.InvariantCulture, out var number))
                writer.Add(Mention.Of(file, number, line, cells));
            else file.Reject("event id", 1, CodedMessages.EventId(Encoding.UTF8.GetString(cells[1])), line);
        }

        return true;
    }
}
