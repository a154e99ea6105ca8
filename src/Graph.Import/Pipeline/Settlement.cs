using Graph.Import.Rejections;
using Graph.Model.Records;

namespace Graph.Import.Pipeline;

/// <summary>Settles the relationships that wait: all files are read, so every number is known.</summary>
/// <param name="waiting">Those that wait, each in the order of the files.</param>
/// <param name="later">What was written of the same relationships.</param>
/// <param name="sink">Takes them.</param>
internal sealed class Settlement(IReadOnlyList<WaitingRelationships> waiting, LaterRecords later, RecordSink sink)
{
    /// <summary>Sends those whose ends are known, in the order of the files, and rejects the others.</summary>
    public async Task RunAsync()
    {
        foreach (var one in waiting) one.Rewind();
        while (Earliest() is { } first)
        {
            var position = first.Next!.Value;
            var mark = sink.Batch.Mark();
            var open = first.Take(sink.Batch);
            if (Settle(open) is { } fault)
            {
                var relationship = sink.Batch.Relationships[^1];
                var place = relationship.Place;
                sink.Reject(sink.Batch.Files[place.File], new(place.Line, place.Column, fault), RecordJson.Of(sink.Batch, relationship));
                sink.Batch.CutBack(mark);
            }
            else if (later.Supersede(sink.Batch, sink.Batch.Relationships[^1], position))
            {
                sink.Ledger.Superseded++;
                sink.Batch.CutBack(mark);
            }

            if (sink.IsFull) await sink.SendAsync();
        }
    }

    private WaitingRelationships? Earliest()
    {
        WaitingRelationships? earliest = null;
        foreach (var one in waiting)
            if (one.Next is { } next && (earliest is null || next.IsBefore(earliest.Next!.Value))) earliest = one;
        return earliest;
    }

    private string? Settle(OpenEnds open)
    {
        if (open == OpenEnds.None) return null;
        var entry = sink.Batch.Relationships[^1];
        var (start, end) = (entry.Start, entry.End);
        string? fault = null;
        var file = sink.Batch.Files[entry.Place.File];
        if ((open & OpenEnds.Start) != OpenEnds.None) fault = Settle(file, entry, isEnd: false, ref start);
        if ((open & OpenEnds.End) != OpenEnds.None) fault ??= Settle(file, entry, isEnd: true, ref end);
        if (fault is null) sink.Batch.Relink(sink.Batch.Relationships.Count - 1, start, end);
        return fault;
    }

    private string? Settle(string file, in RelationshipEntry entry, bool isEnd, ref Cell id)
    {
        var type = isEnd ? entry.EndType : entry.StartType;
        var resolution = sink.Numbers.Resolve(file, sink.Batch.Utf8(id));
        if (resolution.Kind == ResolutionKind.Unknown && sink.Rejected.Tell(sink.Batch, entry, isEnd) is { } rejected) return rejected;
        if (NumberMessages.Fault(resolution, sink.Batch.Text(id), type) is { } fault) return fault;
        if (resolution.Kind == ResolutionKind.Node) id = sink.Batch.AddText(resolution.First!.Id);
        return null;
    }
}
