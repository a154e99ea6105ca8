using Graph.Import.CodedActs;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.Gdelt;

/// <summary>
/// Events and mentions of the GDELT Project, versions 1.0 and 2.0. Events are read before mentions, and files in the order of
/// their names, which are instants, so that the order in which somebody names them does not matter.
/// </summary>
/// <param name="taken">Told of each act that is taken; may be null.</param>
internal sealed class GdeltSource(Action<CodedAct>? taken = null) : IRecordSource
{
    /// <inheritdoc/>
    public string Name => "gdelt";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> SharedEndings { get; } = [".csv", ".tsv", ".tab", ".txt"];

    /// <inheritdoc/>
    public bool TellsRecordsApart => true;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> start) => GdeltForm.Of(start) is not null;

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken)
    {
        var (types, fault) = FeedTypes.Of(sink.Ontology);
        if (types is null)
        {
            foreach (var file in files) sink.Reject(file.Path, new(0, 0, fault!), null);
            return;
        }

        var ordered = files.Select(file => (File: file, Form: FormOf(file)))
            .OrderBy(one => Path.GetFileName(one.File.Path), StringComparer.Ordinal)
            .ThenBy(one => one.File.Path, StringComparer.Ordinal)
            .ToList();
        var events = new EventIndex();
        foreach (var form in (GdeltForm[])[GdeltForm.FirstEvents, GdeltForm.Events])
        {
            var own = ordered.Where(one => one.Form == form).Select(one => one.File).ToList();
            if (own.Count > 0) await EventsAsync(form, own, types, events, sink, cancellationToken);
        }

        await GdeltMentions.ReadAsync([.. ordered.Where(one => one.Form.IsMentions).Select(one => one.File)], types, events, sink, cancellationToken);
    }

    private static GdeltForm FormOf(SourceFile file)
    {
        try
        {
            return GdeltForm.Of(file.Peek()) ?? GdeltForm.Events;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return GdeltForm.Events; // Whoever reads it says why it cannot be read.
        }
    }

    private async Task EventsAsync(
        GdeltForm form,
        IReadOnlyList<SourceFile> files,
        FeedTypes types,
        EventIndex events,
        RecordSink sink,
        CancellationToken cancellationToken)
    {
        var writer = new CodedActWriter(sink, types, form.Dataset, Settle);
        var window = new FeedWindow(sink.Options);
        foreach (var source in files)
        {
            using var file = new FeedFile(source, sink);
            var rows = new GdeltEvents(form, file, window);
            while (Fill(file, rows, writer))
            {
                if (writer.IsFull) await writer.WriteAsync(cancellationToken);
                await file.NoticeAsync(cancellationToken);
            }
        }

        await writer.WriteAsync(cancellationToken);

        void Settle(CodedAct act, string accusation, string evidence)
        {
            if (form == GdeltForm.Events) events.Add(act.Number, accusation, evidence);
        }
    }

    /// <summary>Reads rows until many acts wait or many lines are read (true), or the file ends (false).</summary>
    private bool Fill(FeedFile file, GdeltEvents rows, CodedActWriter writer)
    {
        while (!writer.IsFull && file.Unnoticed < FeedFile.LinesAtOnce)
        {
            if (!file.TryRead(out var line)) return false;
            if (rows.Read(line) is not { } act) continue;
            taken?.Invoke(act);
            writer.Add(act);
        }

        return true;
    }
}
