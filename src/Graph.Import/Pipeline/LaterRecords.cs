using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Pipeline;

/// <summary>
/// Where the last record of each relationship stands that was written while others waited. One that waited is written
/// after all others, and must not replace a record that stands further down in the files.
/// </summary>
/// <remarks>
/// Only of relationships that carry properties beyond those they are known by, as only their records can differ: some 50
/// bytes each, and nothing in a run in which none waits. Used by one thread at a time.
/// </remarks>
internal sealed class LaterRecords
{
    private readonly Dictionary<UInt128, RecordPosition> last = [];
    private readonly ArrayBufferWriter<byte> identity = new();
    private readonly bool[] mayDiffer;

    public LaterRecords(Ontology ontology) =>
        mayDiffer = [.. ontology.RelationshipTypes
            .Select(type => type != ontology.Tally?.Relationship && type.Properties?.Properties.Any(property => !property.IsIdentifying) == true)];

    /// <summary>Notes a relationship that was written.</summary>
    public void Note(RecordBatch batch, in RelationshipEntry relationship, RecordPosition position)
    {
        if (!mayDiffer[relationship.Type.Ordinal]) return;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(last, Key(batch, relationship), out var exists);
        if (!exists || known.IsBefore(position)) known = position;
    }

    /// <summary>Whether a record of the same relationship that stands further down was written.</summary>
    public bool Supersede(RecordBatch batch, in RelationshipEntry relationship, RecordPosition position) =>
        mayDiffer[relationship.Type.Ordinal] && last.Count > 0
        && last.TryGetValue(Key(batch, relationship), out var known) && position.IsBefore(known);

    /// <summary>128 bits of SHA-256 of what tells relationships apart: type, ends and identifying properties.</summary>
    private UInt128 Key(RecordBatch batch, in RelationshipEntry relationship)
    {
        identity.ResetWrittenCount();
        Put(relationship.Type.Ordinal);
        Put(relationship.StartType.Ordinal);
        Put(batch.Utf8(relationship.Start));
        Put(relationship.EndType.Ordinal);
        Put(batch.Utf8(relationship.End));
        var cells = batch.Cells(relationship);
        foreach (var property in relationship.Type.Properties!.Identifying)
        {
            ref readonly var cell = ref cells[property.Ordinal];
            Put((int)cell.Kind);
            if (cell.Kind is CellKind.Text or CellKind.List) Put(batch.Utf8(cell));
            else Put(cell.Number);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(identity.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private void Put(ReadOnlySpan<byte> text)
    {
        Put(text.Length);
        identity.Write(text);
    }

    private void Put(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(identity.GetSpan(sizeof(long)), number);
        identity.Advance(sizeof(long));
    }
}
