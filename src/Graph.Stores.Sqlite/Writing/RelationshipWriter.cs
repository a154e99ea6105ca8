using Graph.Model.Records;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Upserts the relationships of one type, between nodes whose keys are known.</summary>
internal sealed class RelationshipWriter
{
    private readonly RelationshipTable table;
    private readonly Statement insert;
    private readonly Statement? update;
    private readonly Statement? find;
    private readonly Statement? remove;

    public RelationshipWriter(Connection connection, RelationshipTable table)
    {
        this.table = table;
        // ?1 and ?2 are the keys of the ends; the property with ordinal n is bound to ?(n + 3) everywhere.
        var identity = table.Type.MayBeParallel ? Definitions.IdentityOf(table.Identifying.Select(Value)) : null;
        List<string> names =
            [$"\"{RelationshipTable.Start}\"", $"\"{RelationshipTable.End}\"", .. table.Columns.Select(column => Quote(column.Name))];
        List<string> values = ["?1", "?2", .. table.Columns.Select(Value)];
        var same = $"\"{RelationshipTable.Start}\" = ?1 AND \"{RelationshipTable.End}\" = ?2";
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
            update = connection.Hold(
                $"UPDATE {Quote(table.Table)} SET {string.Join(", ", table.Carried.Select(column => $"{Quote(column.Name)} = {Value(column)}"))} "
                + $"WHERE {same} AND ({string.Join(" OR ", table.Carried.Select(column => $"{Quote(column.Name)} IS NOT {Value(column)}"))})");
        }

        if (!table.Type.IsSingleFromStart && !table.Type.IsSingleFromEnd) return;
        find = connection.Hold($"SELECT 1 FROM {Quote(table.Table)} WHERE {same}");
        var rivals = new List<string>();
        if (table.Type.IsSingleFromStart) rivals.Add($"\"{RelationshipTable.Start}\" = ?1");
        if (table.Type.IsSingleFromEnd) rivals.Add($"\"{RelationshipTable.End}\" = ?2");
        remove = connection.Hold(
            $"DELETE FROM {Quote(table.Table)} WHERE {string.Join(" OR ", rivals)} RETURNING \"{RelationshipTable.Start}\", \"{RelationshipTable.End}\"");
    }

    /// <summary>Writes one relationship and says what became of it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="relationship">The relationship.</param>
    /// <param name="start">The key of the node that it starts at.</param>
    /// <param name="end">The key of the node that it ends at.</param>
    /// <param name="gone">The ends of those whose place it took.</param>
    public Written Write(RecordBatch batch, in RelationshipEntry relationship, long start, long end, out IReadOnlyList<(long Start, long End)> gone)
    {
        gone = [];
        var cells = batch.Cells(relationship);
        Bind(insert, batch, cells, start, end);
        if (insert.TryChange() == Outcome.Changed) return Written.Added;
        if (find is not null && !Exists(batch, cells, start, end))
        {
            gone = Remove(start, end);
            insert.Run();
            return Written.Changed;
        }

        if (update is null) return Written.Unchanged;
        Bind(update, batch, cells, start, end);
        return update.TryChange() == Outcome.Changed ? Written.Changed : Written.Unchanged;
    }

    private List<(long Start, long End)> Remove(long start, long end)
    {
        remove!.Bind(1, start);
        if (table.Type.IsSingleFromEnd) remove.Bind(2, end);
        var gone = new List<(long Start, long End)>();
        while (remove.Step()) gone.Add((remove.Int64(0), remove.Int64(1)));
        remove.Reset();
        return gone;
    }

    private bool Exists(RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end)
    {
        find!.Bind(1, start);
        find.Bind(2, end);
        foreach (var column in table.Identifying) Cells.Bind(find, column.Property.Ordinal + 3, batch, cells[column.Property.Ordinal]);
        var exists = find.Step();
        find.Reset();
        return exists;
    }

    private static void Bind(Statement statement, RecordBatch batch, ReadOnlySpan<Cell> cells, long start, long end)
    {
        statement.Bind(1, start);
        statement.Bind(2, end);
        for (var i = 0; i < cells.Length; i++) Cells.Bind(statement, i + 3, batch, cells[i]);
    }

    private static string Value(Column column) => $"?{column.Property.Ordinal + 3}";
}

/// <summary>What became of a record.</summary>
internal enum Written
{
    /// <summary>Not stored before.</summary>
    Added,

    /// <summary>Stored with other properties, or to another node where there can be but one.</summary>
    Changed,

    /// <summary>Stored just so.</summary>
    Unchanged,
}
