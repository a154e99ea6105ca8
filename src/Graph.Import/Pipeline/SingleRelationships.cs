using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Spilling;

namespace Graph.Import.Pipeline;

/// <summary>
/// The relationships of which a node has at most one. A store replaces the one it has, as a later run may want; of two in one
/// run the first would be lost in silence. The second is a fault, the same again is none.
/// </summary>
/// <remarks>Used by the thread that writes.</remarks>
internal sealed class SingleRelationships(Ontology ontology, ReadingOrder order) : IDisposable
{
    private readonly PlaceTable places = new();
    private readonly bool[] concerned = [.. ontology.RelationshipTypes
        .Select(type => type != ontology.Tally?.Relationship && type.IsSingleForSome)];

    /// <summary>Notes the relationships of a batch, and takes those out that a node has already, each with what is wrong with it.</summary>
    public IReadOnlyList<(RelationshipEntry Entry, string Fault)> TakeOut(RecordBatch batch)
    {
        List<(RelationshipEntry, string)>? rivals = null;
        batch.RemoveRelationships(one =>
        {
            if (!concerned[one.Type.Ordinal] || Note(batch, one) is not { } fault) return false;
            (rivals ??= []).Add((one, fault));
            return true;
        });
        return rivals ?? [];
    }

    /// <summary>Forgets a relationship that was not written after all.</summary>
    public void Forget(RecordBatch batch, in RelationshipEntry one)
    {
        if (!concerned[one.Type.Ordinal]) return;
        var position = order.Of(batch, one.Place);
        if (IsSingleFromStart(one)) places.Remove(Start(batch, one), position);
        if (IsSingleFromEnd(one)) places.Remove(End(batch, one), position);
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private string? Note(RecordBatch batch, in RelationshipEntry one)
    {
        var position = order.Of(batch, one.Place);
        var identity = Identity(batch, one);
        if (IsSingleFromStart(one) && places.Add(Start(batch, one), RunHash.Add(End(batch, one), identity), position) is { } other)
            return RepeatMessages.FromStart(one.Type, one.StartType, batch.Text(one.Start), order.Describe(other));
        if (!IsSingleFromEnd(one) || places.Add(End(batch, one), RunHash.Add(Start(batch, one), identity), position) is not { } another)
            return null;
        if (IsSingleFromStart(one)) places.Remove(Start(batch, one), position);
        return RepeatMessages.FromEnd(one.Type, one.EndType, batch.Text(one.End), order.Describe(another));
    }

    private static bool IsSingleFromStart(in RelationshipEntry one) => one.Type.SingleStarts.Contains(one.StartType);

    private static bool IsSingleFromEnd(in RelationshipEntry one) => one.Type.SingleEnds.Contains(one.EndType);

    private static ulong Start(RecordBatch batch, in RelationshipEntry one) => Node(batch, one.Type.Ordinal, one.StartType, one.Start);

    private static ulong End(RecordBatch batch, in RelationshipEntry one) => Node(batch, ~one.Type.Ordinal, one.EndType, one.End);

    private static ulong Node(RecordBatch batch, int side, NodeType type, in Cell id) =>
        RunHash.Add(RunHash.Add(RunHash.Add(0, side), type.Ordinal), batch.Utf8(id));

    private static long Identity(RecordBatch batch, in RelationshipEntry one)
    {
        var hash = 0UL;
        if (one.Type.Properties is not { } carried) return 0;
        var cells = batch.Cells(one);
        foreach (var property in carried.Identifying) hash = RunHash.Add(hash, batch, cells[property.Ordinal]);
        return (long)hash;
    }
}
