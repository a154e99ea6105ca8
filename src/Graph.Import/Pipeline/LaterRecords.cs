using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Spilling;

namespace Graph.Import.Pipeline;

/// <summary>
/// Where the records of each relationship stand that were written while others waited. One that waited is written after all others,
/// and must not replace a record that stands further down in the files.
/// </summary>
/// <remarks>
/// Only of relationships that carry properties beyond those they are known by, as only their records can differ, and none in a run in
/// which none waits. Used by one thread at a time.
/// </remarks>
internal sealed class LaterRecords : IDisposable
{
    private readonly SpillingTable written;
    private readonly bool[] mayDiffer;
    private bool any;

    public LaterRecords(Ontology ontology)
        : this(ontology, new())
    {
    }

    /// <param name="ontology">The types.</param>
    /// <param name="written">Where the places are kept.</param>
    internal LaterRecords(Ontology ontology, SpillingTable written)
    {
        this.written = written;
        mayDiffer = [.. ontology.RelationshipTypes
            .Select(type => type != ontology.Tally?.Relationship && type.Properties?.Properties.Any(property => !property.IsIdentifying) == true)];
    }

    /// <summary>Notes a relationship that was written.</summary>
    public void Note(RecordBatch batch, in RelationshipEntry relationship, RecordPosition position)
    {
        if (!mayDiffer[relationship.Type.Ordinal]) return;
        var (key, more) = Key(batch, relationship);
        written.Add(new(key, position.File, position.Line, (long)more << 32 | (uint)position.Column));
        any = true;
    }

    /// <summary>Whether a record of the same relationship that stands further down was written.</summary>
    public bool Supersede(RecordBatch batch, in RelationshipEntry relationship, RecordPosition position)
    {
        if (!any || !mayDiffer[relationship.Type.Ordinal]) return false;
        var (key, more) = Key(batch, relationship);
        foreach (var entry in written.All(key))
            if ((uint)(entry.More >> 32) == more && position.IsBefore(new(entry.File, entry.Line, (int)entry.More))) return true;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => written.Dispose();

    /// <summary>
    /// 96 bits of what tells relationships apart: type, ends and identifying properties. A record that is taken for another would be
    /// left out in silence, for which 64 were too few.
    /// </summary>
    private static (ulong Key, uint More) Key(RecordBatch batch, in RelationshipEntry relationship)
    {
        var (first, second) = (Ends(0, batch, relationship), Ends(1, batch, relationship));
        var cells = batch.Cells(relationship);
        foreach (var property in relationship.Type.Properties!.Identifying)
            (first, second) = (RunHash.Add(first, batch, cells[property.Ordinal]), RunHash.Add(second, batch, cells[property.Ordinal]));
        return (first, (uint)second);
    }

    private static ulong Ends(ulong hash, RecordBatch batch, in RelationshipEntry relationship)
    {
        hash = RunHash.Add(RunHash.Add(hash, relationship.Type.Ordinal), relationship.StartType.Ordinal);
        hash = RunHash.Add(RunHash.Add(hash, batch.Utf8(relationship.Start)), relationship.EndType.Ordinal);
        return RunHash.Add(hash, batch.Utf8(relationship.End));
    }
}
