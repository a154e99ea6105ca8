using System.Text;
using System.Text.Json;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.Wikidata;

/// <summary>
/// Items of Wikidata: those of a dump, one a line, or what <c>wbgetentities</c> answers. Only humans become nodes, and the offices that they held.
/// </summary>
internal sealed class ItemSource : IRecordSource
{
    /// <inheritdoc/>
    public string Name => "wikidata";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> SharedEndings { get; } = [".json"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> start) => ItemShape.Begins(start);

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken)
    {
        var (types, fault) = FeedTypes.Of(sink.Ontology);
        if (types is null)
        {
            foreach (var file in files) sink.Reject(file.Path, new(0, 0, fault!), null);
            return;
        }

        var writer = new ItemWriter(sink, types);
        foreach (var source in files)
        {
            using var file = new FeedFile(source, sink);
            while (Fill(file, writer))
            {
                await writer.WriteAsync(cancellationToken);
                await file.NoticeAsync(cancellationToken);
            }
        }

        await writer.WriteAsync(cancellationToken);
        if (writer.LacksLabels)
            foreach (var source in files.Where(file => file.Opened is null)) ReadLabels(source, writer, cancellationToken);
        await writer.FinishAsync(cancellationToken);
    }

    /// <summary>Reads lines until many persons wait or many lines are read (true), or the file ends (false).</summary>
    private static bool Fill(FeedFile file, ItemWriter writer)
    {
        while (!writer.IsFull && file.Unnoticed < FeedFile.LinesAtOnce)
        {
            if (!file.TryRead(out var line, isRow: false)) return false;
            if (ItemShape.IsBracket(line)) continue;
            if (!TryParse(ItemShape.WithoutComma(line), out var json))
            {
                file.Tally.Rows++;
                file.Reject("JSON", 1, ItemMessages.NotJson(), line);
                continue;
            }

            using (json)
                foreach (var item in ItemShape.ItemsOf(json!.RootElement))
                {
                    file.Tally.Rows++;
                    file.CountRead();
                    if (Item.Of(item, file.Tally, file.Line) is { } read) writer.Add(read);
                    else file.Reject("id", 1, ItemMessages.NoId(), Encoding.UTF8.GetBytes(Begin(item)));
                }
        }

        return true;
    }

    /// <summary>Reads a file once more for the labels of offices that stand before their holders.</summary>
    private static void ReadLabels(SourceFile source, ItemWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = source.Open();
            var lines = new LineReader(stream);
            while (lines.TryRead(out var line))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (ItemShape.IsBracket(line) || !TryParse(ItemShape.WithoutComma(line), out var json)) continue;
                using (json)
                    foreach (var item in ItemShape.ItemsOf(json!.RootElement)) writer.NoteLabel(item);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Told when the file was read first; an office whose label is lost is called by its number.
        }
    }

    private static bool TryParse(ReadOnlySpan<byte> line, out JsonDocument? json)
    {
        json = null;
        try
        {
            var reader = new Utf8JsonReader(line);
            return JsonDocument.TryParseValue(ref reader, out json) && reader.BytesConsumed == line.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Begin(JsonElement item)
    {
        var text = item.GetRawText();
        return text.Length <= 1000 ? text : text[..1000];
    }
}
