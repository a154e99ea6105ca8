using System.Text;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Values;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>What merging asks of the file, inside the transaction at work.</summary>
/// <param name="connection">The file.</param>
/// <param name="layout">Its tables.</param>
/// <param name="sources">Knows what was listed.</param>
/// <param name="writers">The writers of nodes and relationships.</param>
/// <param name="graph">Writes to the graph, and lets follow what is derived.</param>
internal sealed class MergeStorage(Connection connection, Layout layout, Sources sources, RecordWriters writers, IMergedGraph graph) : IMergeStorage
{
    private readonly MergedTables tables = new(connection, layout.Ontology);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Judgement>> JudgementsAsync() => ValueTask.FromResult(tables.Judgements());

    /// <inheritdoc/>
    public ValueTask SaveAsync(IReadOnlyList<Judgement> made, IReadOnlyList<Judgement> retracted)
    {
        foreach (var judgement in retracted) Run($"DELETE FROM \"{Merges.Judgements}\" WHERE \"id\" = ?1 AND \"other\" = ?2 AND \"same\" = ?3 AND \"source\" = ?4", judgement);
        foreach (var judgement in made) Run($"INSERT OR REPLACE INTO \"{Merges.Judgements}\" VALUES (?1, ?2, ?3, ?4, ?5, ?6)", judgement);
        return default;

        void Run(string sql, Judgement judgement)
        {
            var statement = connection.Prepare(sql);
            statement.BindText(1, judgement.Id);
            statement.BindText(2, judgement.Other);
            statement.Bind(3, judgement.IsSame ? 1 : 0);
            statement.BindText(4, judgement.Source ?? "");
            if (sql[0] == 'I')
            {
                statement.BindText(5, judgement.Because);
                statement.BindText(6, TimeText.Of(judgement.At));
            }

            statement.Run();
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Member>> MembersAsync() => ValueTask.FromResult(tables.Members());

    /// <inheritdoc/>
    public ValueTask SaveAsync(IReadOnlyList<Member> changed, IReadOnlyList<string> gone)
    {
        foreach (var id in gone)
        {
            var delete = connection.Prepare($"DELETE FROM \"{Merges.Members}\" WHERE \"id\" = ?1");
            delete.BindText(1, id);
            delete.Run();
        }

        foreach (var member in changed)
        {
            var insert = connection.Prepare($"INSERT OR REPLACE INTO \"{Merges.Members}\" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
            insert.BindText(1, member.Raw.Id);
            insert.BindText(2, member.Canonical);
            insert.BindText(3, member.Raw.Type.Name);
            insert.BindText(4, member.Name);
            insert.BindText(5, member.Raw.Sources);
            insert.BindText(6, NamedValues.Text(member.Raw.Values));
            insert.BindText(7, member.Because);
            insert.BindText(8, TimeText.Of(member.At));
            insert.Run();
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedRelationship>> NamedAsync(IReadOnlyCollection<string>? ids) => ValueTask.FromResult(tables.Named(ids));

    /// <inheritdoc/>
    public ValueTask SaveAsync(IReadOnlyList<NamedRelationship> changed, IReadOnlyList<NamedRelationship> gone)
    {
        foreach (var one in gone)
            Bound($"DELETE FROM \"{Merges.Named}\" WHERE \"type\" = ?1 AND \"start_type\" = ?2 AND \"start\" = ?3 AND \"end_type\" = ?4 AND \"end\" = ?5 AND \"identity\" = ?6", one).Run();
        foreach (var one in changed)
        {
            var insert = Bound($"INSERT OR REPLACE INTO \"{Merges.Named}\" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", one);
            insert.BindText(7, one.Sources);
            insert.BindText(8, NamedValues.Text(one.Values));
            insert.Run();
        }

        return default;

        Statement Bound(string sql, NamedRelationship one)
        {
            var statement = connection.Prepare(sql);
            statement.BindText(1, one.Type.Name);
            statement.BindText(2, one.StartType.Name);
            statement.BindText(3, one.Start);
            statement.BindText(4, one.EndType.Name);
            statement.BindText(5, one.End);
            statement.BindText(6, one.Identity);
            return statement;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedNode>> NodesAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes)
    {
        var found = new List<NamedNode>();
        var batch = new RecordBatch();
        foreach (var (type, id) in nodes)
        {
            if (graph.Find(type, Encoding.UTF8.GetBytes(id)) is not { } node || node.Type != type.Ordinal) continue;
            batch.Clear();
            var (writer, known) = (writers.Of(type), writers.Of(type).SourcesOf(node.Key));
            found.Add(new(type, id, NamedValues.Of(type.Properties, batch, writer.Read(node.Key, batch)))
            {
                Sources = known,
                ListedBy = [.. Assertions.SourcesOf(known).Where(source => sources.Listed(source).Has(node.Key))],
            });
        }

        return ValueTask.FromResult<IReadOnlyList<NamedNode>>(found);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<(NodeType Type, string Id)>> ExistingAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes) =>
        ValueTask.FromResult<IReadOnlySet<(NodeType Type, string Id)>>(nodes.Where(node => KeyOf(node.Type, node.Id) is not null).ToHashSet());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedRelationship>> RelationshipsAsync(IReadOnlyList<NamedNode> nodes)
    {
        var found = new Dictionary<RelationshipKey, NamedRelationship>();
        foreach (var node in nodes)
        {
            if (KeyOf(node.Type, node.Id) is not { } key) continue;
            foreach (var table in layout.Relationships.Where(table => table.Type != layout.Ontology.Tally?.Relationship))
            {
                if (table.Type.Starts.Contains(node.Type)) Read(table, RelationshipTable.Start, key, found);
                if (table.Type.Ends.Contains(node.Type)) Read(table, RelationshipTable.End, key, found);
            }
        }

        return ValueTask.FromResult<IReadOnlyList<NamedRelationship>>([.. found.Values]);
    }

    /// <inheritdoc/>
    public ValueTask<long> RemoveAsync(IReadOnlyCollection<Connections> some)
    {
        var count = 0L;
        foreach (var (type, startType, start, endType, end) in some)
        {
            var (from, to) = (start is null ? null : KeyOf(startType, start), end is null ? null : KeyOf(endType, end));
            if ((start is not null && from is null) || (end is not null && to is null)) continue;
            List<string> conditions = [];
            if (from is not null) conditions.Add($"\"{RelationshipTable.Start}\" = ?1");
            if (to is not null) conditions.Add($"\"{RelationshipTable.End}\" = ?2");
            var delete = connection.Prepare(
                $"DELETE FROM {Quote(layout.Of(type).Table)} WHERE {string.Join(" AND ", conditions)} RETURNING \"{RelationshipTable.Start}\", \"{RelationshipTable.End}\"");
            if (from is { } first) delete.Bind(1, first);
            if (to is { } second) delete.Bind(2, second);
            List<(long Start, long End)> gone = [];
            while (delete.Step()) gone.Add((delete.Int64(0), delete.Int64(1)));
            delete.Reset();
            foreach (var one in gone) graph.Hidden(type, one.Start, one.End);
            count += gone.Count;
        }

        return ValueTask.FromResult(count);
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(IReadOnlyList<NamedNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (KeyOf(node.Type, node.Id) is not { } key) continue;
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
            if (KeyOf(node.Type, node.Id) is { } key) writers.Of(node.Type).SetSources(key, null);
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
            var key = KeyOf(node.Type, node.Id)!.Value;
            writers.Of(node.Type).SetSources(key, node.Sources);
            foreach (var source in node.ListedBy) sources.Listed(source).Add(key);
        }

        for (var i = 0; i < relationships.Count; i++)
        {
            var one = relationships[i];
            if (one.Sources is null) continue;
            var (start, end) = (KeyOf(one.StartType, one.Start)!.Value, KeyOf(one.EndType, one.End)!.Value);
            var cells = batch.Cells(batch.Relationships[i]);
            writers.Of(one.Type).SetSources(batch, cells, start, end, one.Sources);
            foreach (var source in one.ListedBy) sources.Listed(source).Add(one.Type, start, end, ListedRecords.Identity(one.Type, batch, cells));
        }

        return default;
    }

    private long? KeyOf(NodeType type, string id) => graph.Find(type, Encoding.UTF8.GetBytes(id)) is { } node && node.Type == type.Ordinal ? node.Key : null;

    private void Delete(string from, long key)
    {
        var delete = connection.Prepare("DELETE FROM " + from);
        delete.Bind(1, key);
        delete.Run();
    }

    private void Read(RelationshipTable table, string near, long key, Dictionary<RelationshipKey, NamedRelationship> found)
    {
        var properties = table.Type.Properties?.Properties ?? [];
        string[] columns = [RelationshipTable.Start, RelationshipTable.End, Definitions.SourcesColumn, .. table.Columns.Select(column => column.Name)];
        var rows = connection.Prepare($"SELECT {string.Join(", ", columns.Select(Quote))} FROM {Quote(table.Table)} WHERE \"{near}\" = ?1");
        List<(long Start, long End, string? Sources, IReadOnlyDictionary<string, string> Values, string Identity)> read = [];
        var batch = new RecordBatch();
        rows.Bind(1, key);
        try
        {
            while (rows.Step())
            {
                batch.Clear();
                var cells = StoredCells.Of(rows, 3, properties, batch);
                read.Add((rows.Int64(0), rows.Int64(1), rows.Text(2), NamedValues.Of(properties, batch, cells), ListedRecords.Identity(table.Type, batch, cells)));
            }
        }
        finally
        {
            rows.Reset();
        }

        foreach (var (start, end, known, values, identity) in read)
        {
            var (from, to) = (EndOf(table.Starts, start), EndOf(table.Ends, end));
            var one = new NamedRelationship(table.Type, from.Type, from.Id, to.Type, to.Id, values)
            {
                Sources = known,
                ListedBy = [.. Assertions.SourcesOf(known).Where(source => sources.Listed(source).Has(table.Type, start, end, identity))],
            };
            found[one.Key] = one;
        }
    }

    private (NodeType Type, string Id) EndOf(IReadOnlyList<Family> families, long key)
    {
        foreach (var family in families)
        {
            var row = connection.Prepare(
                $"SELECT \"id\"{(family.IsTyped ? $", \"{Family.TypeColumn}\"" : "")} FROM {Quote(family.Table)} WHERE \"{Family.Key}\" = ?1");
            row.Bind(1, key);
            try
            {
                if (row.Step()) return (family.IsTyped ? family.TypeNamed(row.Utf8(1)) : family.Types[0], row.Text(0)!);
            }
            finally
            {
                row.Reset();
            }
        }

        throw new InvalidOperationException($"No node has the key {key} of a relationship's end.");
    }
}

/// <summary>What merging does to the graph, so that what is derived from it follows.</summary>
internal interface IMergedGraph
{
    /// <summary>A node of the type is shown no more; for those who ask what was removed it is there still.</summary>
    void Hidden(NodeType type);

    /// <summary>The same of a relationship, whose ends are there.</summary>
    void Hidden(RelationshipType type, long start, long end);

    /// <summary>A stored node.</summary>
    StoredNode? Find(NodeType type, ReadOnlySpan<byte> id);

    /// <summary>Writes records in nobody's name.</summary>
    void Write(RecordBatch batch);
}
