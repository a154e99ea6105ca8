using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.CodedActs;

/// <summary>Reads the rows of one table whose first line names its columns.</summary>
internal interface IHeadedRows
{
    /// <summary>The act of a row; null where it is none, or is at fault.</summary>
    CodedAct? Read(ReadOnlySpan<byte> line);
}

/// <summary>A coded feed whose tables begin with the names of their columns.</summary>
internal abstract class HeadedSource : IRecordSource
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> SharedEndings { get; } = [".tab", ".tsv", ".txt", ".csv"];

    /// <inheritdoc/>
    public bool TellsRecordsApart => true;

    /// <summary>The feed.</summary>
    protected abstract FeedDataset Dataset { get; }

    /// <summary>Told of each act that is taken; may be null.</summary>
    internal Action<CodedAct>? Taken { get; init; }

    /// <inheritdoc/>
    public abstract bool Recognises(ReadOnlySpan<byte> start);

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken)
    {
        var (types, fault) = FeedTypes.Of(sink.Ontology);
        if (types is null)
        {
            foreach (var file in files) sink.Reject(file.Path, new(0, 0, fault!), null);
            return;
        }

        var writer = new CodedActWriter(sink, types, Dataset, null);
        var window = new FeedWindow(sink.Options);
        foreach (var source in files.OrderBy(file => Path.GetFileName(file.Path), StringComparer.Ordinal)
            .ThenBy(file => file.Path, StringComparer.Ordinal))
        {
            using var file = Open(source, sink);
            if (!file.TryRead(out var header, isRow: false)) continue;
            var rows = Begin(new(header), file, window);
            while (Fill(file, rows, writer))
            {
                if (writer.IsFull) await writer.WriteAsync(cancellationToken);
                await file.NoticeAsync(cancellationToken);
            }
        }

        await writer.WriteAsync(cancellationToken);
    }

    /// <summary>Opens a file.</summary>
    protected virtual FeedFile Open(SourceFile source, RecordSink sink) => new(source, sink);

    /// <summary>Begins to read rows.</summary>
    protected abstract IHeadedRows Begin(HeaderColumns columns, FeedFile file, FeedWindow window);

    private bool Fill(FeedFile file, IHeadedRows rows, CodedActWriter writer)
    {
        while (!writer.IsFull && file.Unnoticed < FeedFile.LinesAtOnce)
        {
            if (!file.TryRead(out var line)) return false;
            if (rows.Read(line) is not { } act) continue;
            Taken?.Invoke(act);
            writer.Add(act);
        }

        return true;
    }
}
