using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Nodes that are stored already: they get what their sources give together.</summary>
internal sealed partial class BatchWriter
{
    private async Task<long> UpdateNodesAsync(NodeType type, IReadOnlyList<(int Index, KnownNode Node)> updates)
    {
        List<(long Id, string? Sources)> notes = [];
        var records = sources.Any
            ? await UniteAsync(type, updates, notes)
            : [.. updates.Select(update => new StoredRecord(update.Node.Id, batch, batch.Nodes[update.Index], null))];
        var rows = RowParameters.Of(records, type.Properties.Count + 2, (writer, record) =>
        {
            writer.WriteInteger(record.Id);
            WriteNode(writer, record.Batch, record.Node);
        });
        var before = new RecordBatch();
        var changed = new AssertedRecords.CellRows(type.Properties, before, hasSources: true);
        await transaction.RunAsync(WriteStatements.Whole(context.Statements.Update(type), rows), changed, cancellation);
        await asserted.SetAsync(notes);
        if (recorder is not null) TakeDown(type, records, changed.ById, before, notes.ToDictionary());
        if (changed.ById.Count > 0) Touch(type);
        return changed.ById.Count;
    }

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
                records.Add(new(node.Id, batch, entry, null));
                continue;
            }

            var assertions = Assertions.Read(known[node.Id], type.Properties, scratch, cells);
            assertions.Put(SourceOf(record), type.Properties, batch, batch.Cells(entry));
            scratch.AddNode(type, assertions.Unite(type.Properties, scratch, cells), default);
            records.Add(new(node.Id, scratch, scratch.Nodes[^1], known[node.Id]));
            notes.Add((node.Id, assertions.Text()));
        }

        return records;
    }

    private void TakeDown(
        NodeType type,
        IReadOnlyList<StoredRecord> records,
        Dictionary<long, (string? Sources, Cell[] Cells)> changed,
        RecordBatch before,
        Dictionary<long, string?> notes)
    {
        foreach (var (id, said, node, known) in records)
        {
            var cells = said.Cells(node).ToArray();
            var hasNote = notes.TryGetValue(id, out var asserters);
            if (changed.TryGetValue(id, out var was))
            {
                foreach (var stamp in type.Properties.Where(property => property.IsImportStamp))
                    cells[stamp.Ordinal] = was.Cells[stamp.Ordinal] is { Kind: not CellKind.Null } stored ? stored : Stamp(cells[stamp.Ordinal]);
                recorder!.Changed(
                    ChangedRecord.Of(type, said.Id(node)),
                    ChangeRecorder.StateOf(type.Properties, before, was.Cells, was.Sources),
                    ChangeRecorder.StateOf(type.Properties, said, cells, hasNote ? asserters : was.Sources));
            }
            else if (hasNote && asserters != known)
            {
                var state = ChangeRecorder.StateOf(type.Properties, said, cells, known);
                recorder!.Changed(ChangedRecord.Of(type, said.Id(node)), state, state with { Sources = asserters });
            }
        }
    }

    private Cell Stamp(in Cell given) => given.Kind == CellKind.Null ? now : given;
}
