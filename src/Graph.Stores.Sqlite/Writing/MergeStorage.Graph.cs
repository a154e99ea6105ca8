using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>The graph itself.</summary>
internal sealed partial class MergeStorage
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedNode>> NodesAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes)
    {
        var found = new List<NamedNode>();
        var batch = new RecordBatch();
        foreach (var (type, id) in nodes)
        {
            if (graph.KeyOf(type, id) is not { } key) continue;
            batch.Clear();
            var writer = writers.Of(type);
            var known = writer.SourcesOf(key);
            found.Add(new(type, id, NamedValues.Of(type.Properties, batch, writer.Read(key, batch)))
            {
                Sources = known,
                ListedBy = [.. Assertions.SourcesOf(known).Where(source => sources.Listed(source).Has(key))],
            });
        }

        return ValueTask.FromResult<IReadOnlyList<NamedNode>>(found);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<(NodeType Type, string Id)>> ExistingAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes) =>
        ValueTask.FromResult<IReadOnlySet<(NodeType Type, string Id)>>(nodes.Where(node => graph.KeyOf(node.Type, node.Id) is not null).ToHashSet());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedRelationship>> RelationshipsAsync(IReadOnlyList<NamedNode> nodes)
    {
        var found = new Dictionary<RelationshipKey, NamedRelationship>();
        foreach (var node in nodes)
        {
            if (graph.KeyOf(node.Type, node.Id) is not { } key) continue;
            foreach (var table in layout.Relationships.Where(table => table.Type != layout.Ontology.Tally?.Relationship))
            {
                if (table.Type.Starts.Contains(node.Type)) Read(table, RelationshipTable.Start, key, found);
                if (table.Type.Ends.Contains(node.Type)) Read(table, RelationshipTable.End, key, found);
            }
        }

        return ValueTask.FromResult<IReadOnlyList<NamedRelationship>>([.. found.Values]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedRelationship>> RemoveAsync(IReadOnlyCollection<Connections> some)
    {
        List<NamedRelationship> removed = [];
        foreach (var (type, startType, start, endType, end) in some)
        {
            var (from, to) = (start is null ? null : graph.KeyOf(startType, start), end is null ? null : graph.KeyOf(endType, end));
            if ((start is not null && from is null) || (end is not null && to is null)) continue;
            List<string> conditions = [];
            if (from is not null) conditions.Add($"\"{RelationshipTable.Start}\" = ?1");
            if (to is not null) conditions.Add($"\"{RelationshipTable.End}\" = ?2");
            var table = layout.Of(type);
            var delete = connection.Prepare(
                $"DELETE FROM {Quote(table.Table)} WHERE {string.Join(" AND ", conditions)} RETURNING {StoredRelationship.Columns(table)}");
            if (from is { } first) delete.Bind(1, first);
            if (to is { } second) delete.Bind(2, second);
            Hide(table, StoredRelationship.All(delete, table), removed);
        }

        return ValueTask.FromResult<IReadOnlyList<NamedRelationship>>(removed);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedRelationship>> RemoveAsync(IReadOnlyList<NamedRelationship> some)
    {
        List<NamedRelationship> removed = [];
        var batch = new RecordBatch();
        foreach (var one in some)
        {
            if (graph.KeyOf(one.StartType, one.Start) is not { } start || graph.KeyOf(one.EndType, one.End) is not { } end) continue;
            batch.Clear();
            var cells = NamedValues.Cells(one.Values, one.Type.Properties?.Properties ?? [], batch);
            Hide(layout.Of(one.Type), writers.Of(one.Type).Delete(batch, cells, start, end), removed);
        }

        return ValueTask.FromResult<IReadOnlyList<NamedRelationship>>(removed);
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(IReadOnlyList<NamedNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (graph.KeyOf(node.Type, node.Id) is not { } key) continue;
            if (layout.Ontology.Tally is { } rule)
            {
                var derived = Quote(layout.Of(rule.Relationship).Table);
                Delete($"{derived} WHERE \"{RelationshipTable.Start}\" = ?1", key);
                Delete($"{derived} WHERE \"{RelationshipTable.End}\" = ?1", key);
            }

            Delete($"{Quote(layout.Of(node.Type).Table)} WHERE \"{Family.Key}\" = ?1", key);
            graph.Hidden(node.Type);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask StoreAsync(IReadOnlyList<NamedNode> nodes, IReadOnlyList<NamedRelationship> relationships)
    {
        if (nodes.Count + relationships.Count == 0) return default;
        var batch = new RecordBatch();
        var place = new RecordPlace(batch.AddFile(""), 0, 0);
        foreach (var node in nodes)
        {
            // What is written in nobody's name takes the place of all that others said.
            if (graph.KeyOf(node.Type, node.Id) is { } key) writers.Of(node.Type).SetSources(key, null);
            var cells = NamedValues.Cells(node.Values, node.Type.Properties, batch);
            cells[node.Type.Id.Ordinal] = batch.AddText(node.Id);
            batch.AddNode(node.Type, cells, place);
        }

        foreach (var one in relationships)
        {
            var cells = NamedValues.Cells(one.Values, one.Type.Properties?.Properties ?? [], batch);
            batch.AddRelationship(one.Type, one.StartType, batch.AddText(one.Start), one.EndType, batch.AddText(one.End), cells, place);
        }

        graph.Write(batch);
        foreach (var node in nodes)
        {
            if (node.Sources is null) continue;
            var key = graph.KeyOf(node.Type, node.Id)!.Value;
            writers.Of(node.Type).SetSources(key, node.Sources);
            foreach (var source in node.ListedBy) sources.Listed(source).Add(key);
        }

        for (var i = 0; i < relationships.Count; i++)
        {
            var one = relationships[i];
            if (one.Sources is null) continue;
            var (start, end) = (graph.KeyOf(one.StartType, one.Start)!.Value, graph.KeyOf(one.EndType, one.End)!.Value);
            var cells = batch.Cells(batch.Relationships[i]);
            writers.Of(one.Type).SetSources(batch, cells, start, end, one.Sources);
            foreach (var source in one.ListedBy) sources.Listed(source).Add(one.Type, start, end, ListedRecords.Identity(one.Type, batch, cells));
        }

        return default;
    }

    private void Delete(string from, long key)
    {
        var delete = connection.Prepare("DELETE FROM " + from);
        delete.Bind(1, key);
        delete.Run();
    }

    private void Hide(RelationshipTable table, IReadOnlyList<StoredRelationship> gone, List<NamedRelationship> removed)
    {
        foreach (var one in gone)
        {
            graph.Hidden(table.Type, one.Start, one.End);
            var (from, to) = (journal.EndOf(table.Starts, one.Start), journal.EndOf(table.Ends, one.End));
            removed.Add(new(table.Type, from.Type, from.Id, to.Type, to.Id,
                NamedValues.Of(table.Type.Properties?.Properties ?? [], one.Batch, one.Cells))
            { Sources = one.Sources });
        }
    }

    private void Read(RelationshipTable table, string near, long key, Dictionary<RelationshipKey, NamedRelationship> found)
    {
        var properties = table.Type.Properties?.Properties ?? [];
        var rows = connection.Prepare($"SELECT {StoredRelationship.Columns(table)} FROM {Quote(table.Table)} WHERE \"{near}\" = ?1");
        List<(long Start, long End, string? Sources, IReadOnlyDictionary<string, string> Values, string Identity)> read = [];
        var batch = new RecordBatch();
        rows.Bind(1, key);
        try
        {
            while (rows.Step())
            {
                batch.Clear();
                var cells = StoredCells.Of(rows, 3, properties, batch);
                read.Add((rows.Int64(0), rows.Int64(1), rows.Text(2), NamedValues.Of(properties, batch, cells),
                    ListedRecords.Identity(table.Type, batch, cells)));
            }
        }
        finally
        {
            rows.Reset();
        }

        foreach (var (start, end, known, values, identity) in read)
        {
            var (from, to) = (journal.EndOf(table.Starts, start), journal.EndOf(table.Ends, end));
            var one = new NamedRelationship(table.Type, from.Type, from.Id, to.Type, to.Id, values)
            {
                Sources = known,
                ListedBy = [.. Assertions.SourcesOf(known).Where(source => sources.Listed(source).Has(table.Type, start, end, identity))],
            };
            found[one.Key] = one;
        }
    }
}
