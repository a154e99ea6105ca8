using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Upserts the relationships of one type, between nodes whose keys are known.</summary>
internal sealed class RelationshipWriter
{
    private readonly Connection connection;
    private readonly RelationshipTable table;
    private readonly RecordBatch scratch = new();
    private readonly string same;
    private readonly Statement insert;
    private readonly Journal journal;
    private readonly Statement? update;
    private readonly Statement? differing;
    private readonly Statement? find;
    private readonly Statement? remove;
    private readonly Statement? removeOthersOfStart;
    private readonly Statement? removeOthersOfEnd;

    public RelationshipWriter(Connection connection, RelationshipTable table, Journal journal)
    {
        (this.connection, this.table, this.journal) = (connection, table, journal);
        // ?1 and ?2 are the keys of the ends; the property with ordinal n is bound to ?(n + 3) everywhere, who asserts it after these.
        var identity = table.Type.MayBeParallel ? Definitions.IdentityOf(table.Identifying.Select(Value)) : null;
        List<string> names =
            [$"\"{RelationshipTable.Start}\"", $"\"{RelationshipTable.End}\"", .. table.Columns.Select(column => Quote(column.Name)),
                $"\"{Definitions.SourcesColumn}\""];
        List<string> values = ["?1", "?2", .. table.Columns.Select(Value), Asserted];
        same = $"\"{RelationshipTable.Start}\" = ?1 AND \"{RelationshipTable.End}\" = ?2";
        if (identity is not null)
        {
            names.Add($"\"{RelationshipTable.Identity}\"");
            values.Add(identity);
            same += $" AND \"{RelationshipTable.Identity}\" = {identity}";
        }

        insert = connection.Hold(
            $"INSERT INTO {Quote(table.Table)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)}) ON CONFLICT DO NOTHING");
        if (table.Carried.Count > 0)
        {
            var where = $"WHERE {same} AND ({string.Join(" OR ", table.Carried.Select(column => $"{Quote(column.Name)} IS NOT {Value(column)}"))})";
            update = connection.Hold(
                $"UPDATE {Quote(table.Table)} SET "
                    + $"{string.Join(", ", table.Carried.Select(column => $"{Quote(column.Name)} = {Value(column)}"))} {where}");
            differing = connection.Hold($"SELECT {StoredRelationship.Columns(table)} FROM {Quote(table.Table)} {where}");
        }

        // Where nodes of some types may have several, no key holds those of the others to one.
        if (table.Type.SingleStarts.Count > 0 && !table.Type.IsSingleFromStart) removeOthersOfStart = Others($"\"{RelationshipTable.Start}\" = ?1");
        if (table.Type.SingleEnds.Count > 0 && !table.Type.IsSingleFromEnd) removeOthersOfEnd = Others($"\"{RelationshipTable.End}\" = ?2");
        if (!table.Type.IsSingleFromStart && !table.Type.IsSingleFromEnd) return;
        find = connection.Hold($"SELECT 1 FROM {Quote(table.Table)} WHERE {same}");
        var rivals = new List<string>();
        if (table.Type.IsSingleFromStart) rivals.Add($"\"{RelationshipTable.Start}\" = ?1");
        if (table.Type.IsSingleFromEnd) rivals.Add($"\"{RelationshipTable.End}\" = ?2");
        remove = Removing(string.Join(" OR ", rivals));

        Statement Others(string ofNode) => Removing($"{ofNode} AND NOT ({same})");

        Statement Removing(string which) => connection.Hold(
            $"DELETE FROM {Quote(table.Table)} WHERE {which} RETURNING {StoredRelationship.Columns(table)}");
    }

    /// <summary>Writes one relationship and says what became of it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="relationship">The relationship.</param>
    /// <param name="start">The key of the node that it starts at.</param>
    /// <param name="end">The key of the node that it ends at.</param>
    /// <param name="source">Who asserts it.</param>
    /// <param name="mayBeShared">Somebody else may assert it too.</param>
    /// <param name="gone">Those whose place it took.</param>
    public Written Write(
        RecordBatch batch,
        in RelationshipEntry relationship,
        long start,
        long end,
        int source,
        bool mayBeShared,
        out IReadOnlyList<StoredRelationship> gone)
    {
        gone = [];
        var cells = batch.Cells(relationship);
        Bind(insert, batch, cells, start, end);
        BindSources(insert, Assertions.Sole(source));
        if (insert.TryChange() == Outcome.Changed)
        {
            if (removeOthersOfStart is not null && table.Type.SingleStarts.Contains(relationship.StartType))
                gone = RemoveOthers(removeOthersOfStart, batch, cells, start, end);
            if (removeOthersOfEnd is not null && table.Type.SingleEnds.Contains(relationship.EndType))
                gone = [.. gone, .. RemoveOthers(removeOthersOfEnd, batch, cells, start, end)];
            Tell(gone);
            journal.Recorder?.Added(batch, relationship, source);
            return gone.Count > 0 ? Written.Changed : Written.Added;
        }

        if (find is not null && !Exists(batch, cells, start, end))
        {
            gone = Remove(start, end);
            insert.Run();
            Tell(gone);
            journal.Recorder?.Added(batch, relationship, source);
            return Written.Changed;
        }

        if (!mayBeShared) return Replace(batch, cells, start, end);
        var known = SourcesOf(batch, cells, start, end);
        if (known == Assertions.Sole(source)) return Replace(batch, cells, start, end);
        scratch.Clear();
        var stored = Read(batch, cells, start, end, scratch);
        var assertions = Assertions.Read(known, Properties, scratch, stored);
        assertions.Put(source, Properties, batch, cells);
        return Keep(assertions, known, scratch, stored, start, end);
    }

    /// <summary>
    /// A source asserts the relationship no more: removes it where nobody else does, otherwise gives it what the others say.
    /// </summary>
    /// <returns>Null where it is removed.</returns>
    public Written? Withdraw(RecordBatch batch, ReadOnlySpan<Cell> stored, string sources, int source, long start, long end)
    {
        var assertions = Assertions.Read(sources, Properties, batch, stored);
        assertions.Remove(source);
        if (!assertions.IsEmpty) return Keep(assertions, sources, batch, stored, start, end);
        Delete(batch, stored, start, end);
        return null;
    }

    /// <summary>Removes a relationship, known by its ends and the values that tell it apart.</summary>
    /// <returns>What it was; none where there was none.</returns>
    public IReadOnlyList<StoredRelationship> Delete(RecordBatch batch, ReadOnlySpan<Cell> stored, long start, long end)
    {
        var delete = connection.Prepare($"DELETE FROM {Quote(table.Table)} WHERE {same} RETURNING {StoredRelationship.Columns(table)}");
        BindIdentity(delete, batch, stored, start, end);
        return StoredRelationship.All(delete, table);
    }

    /// <summary>Notes who asserts a stored relationship.</summary>
    public void SetSources(RecordBatch batch, ReadOnlySpan<Cell> stored, long start, long end, string? sources)
    {
        var note = connection.Prepare($"UPDATE {Quote(table.Table)} SET \"{Definitions.SourcesColumn}\" = {Asserted} WHERE {same}");
        BindIdentity(note, batch, stored, start, end);
        BindSources(note, sources);
        note.Run();
    }

    private IReadOnlyList<Property> Properties => table.Type.Properties?.Properties ?? [];

    private Written Keep(Assertions assertions, string? known, RecordBatch batch, ReadOnlySpan<Cell> stored, long start, long end)
    {
        var (united, text) = (assertions.Unite(Properties, batch, stored), assertions.Text());
        var written = Update(batch, united, start, end);
        SetSources(batch, stored, start, end, text);
        if (written == Written.Changed || text != known) journal.Changed(table, start, end, batch, stored, known, batch, united, text);
        return written;
    }

    // Who asserts it stays.
    private Written Replace(RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end)
    {
        if (differing is null || journal.Recorder is null) return Update(batch, cells, start, end);
        Bind(differing, batch, cells, start, end);
        if (StoredRelationship.All(differing, table) is not [var before]) return Written.Unchanged;
        var written = Update(batch, cells, start, end);
        if (written == Written.Changed) journal.Changed(table, start, end, before.Batch, before.Cells, before.Sources, batch, cells, before.Sources);
        return written;
    }

    private void Tell(IReadOnlyList<StoredRelationship> gone)
    {
        foreach (var one in gone) journal.Removed(table, one);
    }

    private Written Update(RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end)
    {
        if (update is null) return Written.Unchanged;
        Bind(update, batch, cells, start, end);
        return update.TryChange() == Outcome.Changed ? Written.Changed : Written.Unchanged;
    }

    private string? SourcesOf(RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end)
    {
        var row = connection.Prepare($"SELECT \"{Definitions.SourcesColumn}\" FROM {Quote(table.Table)} WHERE {same}");
        BindIdentity(row, batch, cells, start, end);
        return StoredCells.FirstText(row);
    }

    private Cell[] Read(RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end, RecordBatch scratch)
    {
        if (Properties.Count == 0) return [];
        var row = connection.Prepare($"SELECT {string.Join(", ", table.Columns.Select(column => Quote(column.Name)))} FROM "
            + $"{Quote(table.Table)} WHERE {same}");
        BindIdentity(row, batch, cells, start, end);
        return StoredCells.First(row, Properties, scratch);
    }

    private List<StoredRelationship> Remove(long start, long end)
    {
        remove!.Bind(1, start);
        if (table.Type.IsSingleFromEnd) remove.Bind(2, end);
        return StoredRelationship.All(remove, table);
    }

    private List<StoredRelationship> RemoveOthers(Statement others, RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end)
    {
        BindIdentity(others, batch, cells, start, end);
        return StoredRelationship.All(others, table);
    }

    private bool Exists(RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end)
    {
        BindIdentity(find!, batch, cells, start, end);
        var exists = find!.Step();
        find.Reset();
        return exists;
    }

    private static void Bind(Statement statement, RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end)
    {
        statement.Bind(1, start);
        statement.Bind(2, end);
        for (var i = 0; i < cells.Length; i++) Cells.Bind(statement, i + 3, batch, cells[i]);
    }

    private void BindIdentity(Statement statement, RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end)
    {
        statement.Bind(1, start);
        statement.Bind(2, end);
        foreach (var column in table.Identifying) Cells.Bind(statement, column.Property.Ordinal + 3, batch, cells[column.Property.Ordinal]);
    }

    private void BindSources(Statement statement, string? sources)
    {
        var place = table.Columns.Count + 3;
        if (sources is null) statement.BindNull(place);
        else statement.Bind(place, Encoding.UTF8.GetBytes(sources));
    }

    private string Asserted => $"?{table.Columns.Count + 3}";

    private static string Value(Column column) => $"?{column.Property.Ordinal + 3}";
}
