using System.Text;
using System.Text.Json;
using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.FollowTheMoney;

/// <summary>Entities of FollowTheMoney, a JSON object a line, and statements, of which each gives one value.</summary>
internal sealed class EntitySource : IRecordSource
{
    /// <inheritdoc/>
    public string Name => "ftm";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> SharedEndings { get; } = [".json", ".csv"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> start) => IsOfStatements(start) || EntityShape.Begins(start);

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken)
    {
        var (types, fault) = FeedTypes.Of(sink.Ontology);
        if (types is null)
        {
            foreach (var file in files) sink.Reject(file.Path, new(0, 0, fault!), null);
            return;
        }

        var writer = new EntityWriter(sink, types);
        var statements = new Statements();
        foreach (var source in files)
        {
            using var file = new FeedFile(source, sink);
            var areStatements = IsOfStatements(file.Start);
            if (areStatements) statements.Read(file);
            else
            {
                while (Fill(file, writer))
                {
                    await writer.WriteAsync(cancellationToken);
                    await file.NoticeAsync(cancellationToken);
                }
            }
        }

        foreach (var some in statements.Entities.Chunk(1_000))
        {
            foreach (var entity in some) writer.Add(entity);
            await writer.WriteAsync(cancellationToken);
        }

        await writer.WriteAsync(cancellationToken);
        await writer.FinishAsync(cancellationToken);
    }

    private static bool IsOfStatements(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? start : start[..end];
        return line is not [(byte)'{', ..] && line.Contains((byte)',') && line.IndexOf("canonical_id"u8) >= 0;
    }

    /// <summary>Reads entities until many wait or many lines are read (true), or the file ends (false).</summary>
    private static bool Fill(FeedFile file, EntityWriter writer)
    {
        while (!writer.IsFull && file.Unnoticed < FeedFile.LinesAtOnce)
        {
            if (!file.TryRead(out var line)) return false;
            if (Read(file, line) is { } entity) writer.Add(entity);
        }

        return true;
    }

    private static Entity? Read(FeedFile file, ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Reject("JSON", EntityMessages.NotJson(), line);
            if (root.TryGetProperty("op", out _) && root.TryGetProperty("entity", out _))
            {
                file.Tally.LeaveOut("delta");
                return null;
            }

            if (!root.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String || id.GetString()!.Length == 0)
                return Reject("id", EntityMessages.NoId(), line);
            var schema = root.TryGetProperty("schema", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
            if (!Schemata.Has(schema)) return Reject("schema", EntityMessages.UnknownSchema(schema), line);
            return Entity.Of(root, file.Tally, file.Line, text);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Reject("JSON", EntityMessages.NotJson(), line);
        }

        Entity? Reject(string reason, string sentence, ReadOnlySpan<byte> of)
        {
            file.Reject(reason, 1, sentence, of);
            return null;
        }
    }
}
