using Graph.Import.Rejections;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Spilling;

namespace Graph.Import.Pipeline;

/// <summary>
/// The nodes that a run has read. A store keeps the last of several nodes with one id; two of one run with different content
/// would replace each other in every run anew, and one of them be lost in silence. The second is a fault, the same again is none.
/// </summary>
/// <remarks>Used by the thread that reads.</remarks>
internal sealed class RepeatedNodes(Ontology ontology, ReadingOrder order, RejectedNodes rejected, ImportLedger ledger) : IDisposable
{
    private readonly PlaceTable nodes = new();

    /// <summary>By type and property, whether it belongs to the content: a stamp that is stored stays whatever a record says.</summary>
    private readonly bool[][] counts = [.. ontology.NodeTypes.Select(type => type.Properties.Select(property => !property.IsImportStamp).ToArray())];

    /// <summary>Notes a node; says what is wrong where the run has read another with its id.</summary>
    public string? Note(RecordBatch batch, in NodeEntry node)
    {
        var position = order.Of(batch, node.Place);
        var first = nodes.Add(Key(batch, node), Content(batch, node), position);
        if (first is not { } place || (order.FormatOf(place) is { JoinsFiles: true } joint && joint == order.FormatOf(position))) return null;
        return RepeatMessages.Node(node.Type, batch.Id(node), order.Describe(place));
    }

    /// <summary>Forgets a node that stays out for another reason.</summary>
    public void Forget(RecordBatch batch, in NodeEntry node) => nodes.Remove(Key(batch, node), order.Of(batch, node.Place));

    /// <summary>Takes the nodes out of a batch that repeat others with different content, and rejects them.</summary>
    public void Demand(RecordBatch batch) => batch.RemoveNodes(node =>
    {
        if (Note(batch, node) is not { } fault) return false;
        rejected.Note(batch, node);
        ledger.Reject(new(batch.Files[node.Place.File], [new(node.Place.Line, node.Place.Column, fault)], RecordJson.Of(batch, node)));
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => nodes.Dispose();

    private static ulong Key(RecordBatch batch, in NodeEntry node) =>
        RunHash.Add((ulong)node.Type.Ordinal, batch.Utf8(batch.Cells(node)[node.Type.Id.Ordinal]));

    private ulong Content(RecordBatch batch, in NodeEntry node)
    {
        var counted = counts[node.Type.Ordinal];
        var cells = batch.Cells(node);
        var hash = 0UL;
        for (var i = 0; i < cells.Length; i++)
            if (counted[i]) hash = RunHash.Add(hash, batch, cells[i]);
        return hash;
    }
}
