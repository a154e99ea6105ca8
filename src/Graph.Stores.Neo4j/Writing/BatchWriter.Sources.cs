using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Nodes that several sources assert.</summary>
internal sealed partial class BatchWriter
{
    /// <summary>What the sources of nodes give together, with what the batch says in the name of its own.</summary>
    private async Task<List<StoredRecord>> UniteAsync(NodeType type, IReadOnlyList<(int Index, KnownNode Node)> updates, List<(long, string?)> notes)
    {
        var known = await asserted.SourcesAsync([.. updates.Select(update => update.Node.Id)]);
        var shared = updates.Where(update => known[update.Node.Id] != Assertions.Sole(SourceOf(update.Index))).ToDictionary(update => update.Node.Id);
        var scratch = new RecordBatch();
        var values = shared.Count == 0 ? [] : await asserted.ValuesAsync(type, [.. shared.Keys], scratch);
        var records = new List<StoredRecord>();
        foreach (var (record, node) in updates)
        {
            var entry = batch.Nodes[record];
            if (!values.TryGetValue(node.Id, out var cells))
            {
                records.Add(new(node.Id, batch, entry));
                continue;
            }

            var assertions = Assertions.Read(known[node.Id], type.Properties, scratch, cells);
            assertions.Put(SourceOf(record), type.Properties, batch, batch.Cells(entry));
            scratch.AddNode(type, assertions.Unite(type.Properties, scratch, cells), default);
            records.Add(new(node.Id, scratch, scratch.Nodes[^1]));
            notes.Add((node.Id, assertions.Text()));
        }

        return records;
    }
}
