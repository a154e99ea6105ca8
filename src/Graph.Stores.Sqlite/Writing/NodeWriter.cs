using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>
/// Upserts the nodes of one type. It tries to insert, because a first import does nothing else, and only where the id is
/// taken it looks what is stored.
/// </summary>
internal sealed class NodeWriter
{
    private readonly Connection connection;
    private readonly NodeType type;
    private readonly Family family;
    private readonly Statement insert;
    private readonly Statement? update;
    private readonly Statement? differing;
    private readonly Journal journal;
    private readonly RecordBatch scratch = new();

    public NodeWriter(Connection connection, NodeType type, Family family, Journal journal)
    {
        (this.connection, this.type, this.family, this.journal) = (connection, type, family, journal);
        // ?1 is the key; the property with ordinal n is bound to ?(n + 2) in both statements.
        var columns = type.Properties
            .Select(property => (Property: property, Name: Quote(family.Of(property).Name), Value: $"?{property.Ordinal + 2}"))
            .ToList();
        string[] own = family.IsTyped ? [$"\"{Family.Key}\"", $"\"{Family.TypeColumn}\""] : [$"\"{Family.Key}\""];
        string[] ownValues = family.IsTyped ? ["?1", $"'{type.Name}'"] : ["?1"];
        insert = connection.Hold(
            $"INSERT INTO {Quote(family.Table)} ({string.Join(", ", own.Concat(columns.Select(column => column.Name)))}, "
                + $"\"{Definitions.SourcesColumn}\") "
            + $"VALUES ({string.Join(", ", ownValues.Concat(columns.Select(column => column.Value)))}, ?{columns.Count + 2}) "
            + "ON CONFLICT (\"id\") DO NOTHING");

        var replaced = columns.Where(column => column.Property.Name != "id").ToList();
        if (replaced.Count == 0) return;
        var values = replaced.Select(
            column => $"{column.Name} = {(column.Property.IsImportStamp ? $"coalesce({column.Name}, {column.Value})" : column.Value)}");
        var differs = replaced.Select(column => column.Property.IsImportStamp ? $"{column.Name} IS NULL" : $"{column.Name} IS NOT {column.Value}");
        var where = $"WHERE \"{Family.Key}\" = ?1 AND ({string.Join(" OR ", differs)})";
        update = connection.Hold($"UPDATE {Quote(family.Table)} SET {string.Join(", ", values)} {where}");
        differing =
            connection.Hold($"SELECT \"{Definitions.SourcesColumn}\", {string.Join(", ", columns.Select(column => column.Name))} FROM "
                + $"{Quote(family.Table)} {where}");
    }

    /// <summary>Inserts the node under the key, asserted by a source; false when its id is taken.</summary>
    public Outcome Insert(RecordBatch batch, in NodeEntry node, long key, int source, DateTimeOffset now)
    {
        Bind(insert, batch, node, key, now);
        if (source == Assertions.Nobody) insert.BindNull(type.Properties.Count + 2);
        else insert.Bind(type.Properties.Count + 2, Encoding.UTF8.GetBytes(Assertions.Sole(source)!));
        return insert.TryChange();
    }

    /// <summary>Replaces the properties of the node with the key where they differ; who asserts it stays. The journal is told.</summary>
    public Outcome Replace(RecordBatch batch, in NodeEntry node, long key, DateTimeOffset now)
    {
        if (differing is null || journal.Recorder is null) return Update(batch, node, key, now);
        differing.Bind(1, key);
        for (var i = 0; i < type.Properties.Count; i++)
            if (!type.Properties[i].IsImportStamp) Cells.Bind(differing, i + 2, batch, batch.Cells(node)[i]);
        Cell[] before;
        string? sources;
        try
        {
            if (!differing.Step()) return Outcome.Nothing;
            scratch.Clear();
            sources = differing.Text(0);
            before = StoredCells.Of(differing, 1, type.Properties, scratch);
        }
        finally
        {
            differing.Reset();
        }

        var outcome = Update(batch, node, key, now);
        if (outcome == Outcome.Changed) journal.Changed(type, scratch, before, sources, batch, Stamped(batch.Cells(node), before, now), sources);
        return outcome;
    }

    /// <summary>Replaces the properties of the node with the key where they differ.</summary>
    public Outcome Update(RecordBatch batch, in NodeEntry node, long key, DateTimeOffset now)
    {
        if (update is null) return Outcome.Nothing;
        Bind(update, batch, node, key, now);
        return update.TryChange();
    }

    /// <summary>Who asserts the node with the key.</summary>
    public string? SourcesOf(long key)
    {
        var row = connection.Prepare($"SELECT \"{Definitions.SourcesColumn}\" FROM {Quote(family.Table)} WHERE \"{Family.Key}\" = ?1");
        row.Bind(1, key);
        return StoredCells.FirstText(row);
    }

    /// <summary>Notes who asserts the node with the key.</summary>
    public void SetSources(long key, string? sources)
    {
        var update = connection.Prepare($"UPDATE {Quote(family.Table)} SET \"{Definitions.SourcesColumn}\" = ?2 WHERE \"{Family.Key}\" = ?1");
        update.Bind(1, key);
        if (sources is null) update.BindNull(2);
        else update.Bind(2, Encoding.UTF8.GetBytes(sources));
        update.Run();
    }

    /// <summary>The stored values of the node with the key, one cell a property.</summary>
    public Cell[] Read(long key, RecordBatch batch)
    {
        var columns = string.Join(", ", type.Properties.Select(property => Quote(family.Of(property).Name)));
        var row = connection.Prepare($"SELECT {columns} FROM {Quote(family.Table)} WHERE \"{Family.Key}\" = ?1");
        row.Bind(1, key);
        return StoredCells.First(row, type.Properties, batch);
    }

    // As the row is afterwards: a stamp that is stored stays.
    private Cell[] Stamped(ReadOnlySpan<Cell> cells, Cell[] before, DateTimeOffset now)
    {
        var after = cells.ToArray();
        foreach (var property in type.Properties.Where(property => property.IsImportStamp))
        {
            if (before[property.Ordinal] is { Kind: not CellKind.Null } stored) after[property.Ordinal] = stored;
            else if (after[property.Ordinal].Kind == CellKind.Null) after[property.Ordinal] = Cell.Of(now);
        }

        return after;
    }

    private void Bind(Statement statement, RecordBatch batch, in NodeEntry node, long key, DateTimeOffset now)
    {
        statement.Bind(1, key);
        var cells = batch.Cells(node);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Kind == CellKind.Null && type.Properties[i].IsImportStamp) Cells.Bind(statement, i + 2, batch, Cell.Of(now));
            else Cells.Bind(statement, i + 2, batch, cells[i]);
        }
    }
}
