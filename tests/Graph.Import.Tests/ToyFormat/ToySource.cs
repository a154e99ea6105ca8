using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.Tests.ToyFormat;

/// <summary>Claims as a list of lines, <c>id = text</c>, after a first line that says so.</summary>
internal sealed class ToySource : IRecordSource
{
    public string Name => "toy";

    public IReadOnlyList<string> Endings { get; } = [".claims"];

    public bool Recognises(ReadOnlySpan<byte> start) => start.StartsWith("#claims"u8);

    public async Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken)
    {
        var mapping = new ToyMapping(sink.Ontology);
        foreach (var file in files)
        {
            sink.Begin(file);
            using var lines = new StreamReader(file.Open());
            for (var number = 1; await lines.ReadLineAsync(cancellationToken) is { } line; number++)
            {
                if (line.StartsWith('#')) continue;
                sink.Ledger.Read++;
                if (mapping.Map(line, sink.Batch, file.Path, number) is { } fault) sink.Reject(file.Path, new(number, 1, fault), line);
                if (sink.IsFull) await sink.SendAsync();
            }
        }
    }
}
