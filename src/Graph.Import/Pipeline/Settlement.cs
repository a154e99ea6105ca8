using Graph.Import.Rejections;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Pipeline;

/// <summary>Settles the relationships that wait: all files are read, so every number is known.</summary>
internal sealed class Settlement(WaitingRelationships waiting, RecordSink sink)
{
    /// <summary>Sends those whose ends are known, and rejects the others.</summary>
    public async Task RunAsync()
    {
        waiting.Rewind();
        while (true)
        {
            var mark = sink.Batch.Mark();
            if (!waiting.TryTake(sink.Batch, out var open)) return;
            if (Settle(open) is { } fault)
            {
                var relationship = sink.Batch.Relationships[^1];
                var place = relationship.Place;
                sink.Reject(sink.Batch.Files[place.File], new(place.Line, place.Column, fault), RecordJson.Of(sink.Batch, relationship));
                sink.Batch.CutBack(mark);
            }

            if (sink.IsFull) await sink.SendAsync();
        }
    }

    private string? Settle(OpenEnds open)
    {
        if (open == OpenEnds.None) return null;
        var entry = sink.Batch.Relationships[^1];
        var (start, end) = (entry.Start, entry.End);
        string? fault = null;
        var file = sink.Batch.Files[entry.Place.File];
        if (open.HasFlag(OpenEnds.Start)) fault = Settle(file, entry.StartType, ref start);
        if (open.HasFlag(OpenEnds.End)) fault ??= Settle(file, entry.EndType, ref end);
        if (fault is null) sink.Batch.Relink(sink.Batch.Relationships.Count - 1, start, end);
        return fault;
    }

    private string? Settle(string file, NodeType type, ref Cell id)
    {
        var resolution = sink.Numbers.Resolve(file, sink.Batch.Utf8(id));
        if (NumberMessages.Fault(resolution, sink.Batch.Text(id), type) is { } fault) return fault;
        if (resolution.Kind == ResolutionKind.Node) id = sink.Batch.AddText(resolution.First!.Id);
        return null;
    }
}
