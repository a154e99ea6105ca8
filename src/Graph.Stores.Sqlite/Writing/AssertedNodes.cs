using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Nodes that several sources assert: stored as what these give together.</summary>
internal sealed class AssertedNodes(Journal journal)
{
    private readonly RecordBatch scratch = new();

    /// <summary>A source asserts a stored node with other values than before, or for the first time.</summary>
    /// <param name="writer">Writes nodes of its type.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="node">What the source says.</param>
    /// <param name="key">The key under which the node is stored.</param>
    /// <param name="source">The source.</param>
    /// <param name="now">The time of import.</param>
    /// <returns>What became of the node, and its record as it is stored now.</returns>
    public (Outcome Outcome, RecordBatch Batch, NodeEntry Node) Put(
        NodeWriter writer,
        RecordBatch batch,
        in NodeEntry node,
        long key,
        int source,
        DateTimeOffset now)
    {
        var known = writer.SourcesOf(key);
        if (known == Assertions.Sole(source)) return (writer.Replace(batch, node, key, now), batch, node);
        scratch.Clear();
        var stored = writer.Read(key, scratch);
        var assertions = Assertions.Read(known, node.Type.Properties, scratch, stored);
        assertions.Put(source, node.Type.Properties, batch, batch.Cells(node));
        return Keep(assertions, known, writer, scratch, node.Type, stored, key, now);
    }

    /// <summary>Stores what the sources of a node give together, and who they are; a value that must be another's is left as it is.</summary>
    /// <param name="assertions">What they give.</param>
    /// <param name="known">Who asserted the node before.</param>
    /// <param name="writer">Writes nodes of the type.</param>
    /// <param name="scratch">The batch of the stored values.</param>
    /// <param name="type">The type.</param>
    /// <param name="stored">The stored values.</param>
    /// <param name="key">The key under which the node is stored.</param>
    /// <param name="now">The time of import.</param>
    public (Outcome Outcome, RecordBatch Batch, NodeEntry Node) Keep(
        Assertions assertions,
        string? known,
        NodeWriter writer,
        RecordBatch scratch,
        NodeType type,
        ReadOnlySpan<Cell> stored,
        long key,
        DateTimeOffset now)
    {
        scratch.AddNode(type, assertions.Unite(type.Properties, scratch, stored), default);
        var united = scratch.Nodes[^1];
        var outcome = writer.Update(scratch, united, key, now);
        if (outcome == Outcome.NotUnique) return (outcome, scratch, united);
        var text = assertions.Text();
        writer.SetSources(key, text);
        if (outcome == Outcome.Changed || text != known) journal.Changed(type, scratch, stored, known, scratch, scratch.Cells(united), text);
        return (outcome, scratch, united);
    }
}
