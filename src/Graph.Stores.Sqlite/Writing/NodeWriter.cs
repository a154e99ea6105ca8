using Graph.Model.Ontologies;
using Graph.Model.Records;
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
    private readonly NodeType type;
    private readonly Statement insert;
    private readonly Statement? update;

    public NodeWriter(Connection connection, NodeType type, Family family)
    {
        this.type = type;
        // ?1 is the key; the property with ordinal n is bound to ?(n + 2) in both statements.
        var columns = type.Properties
            .Select(property => (Property: property, Name: Quote(family.Of(property).Name), Value: $"?{property.Ordinal + 2}"))
            .ToList();
        string[] own = family.IsTyped ? [$"\"{Family.Key}\"", $"\"{Family.TypeColumn}\""] : [$"\"{Family.Key}\""];
        string[] ownValues = family.IsTyped ? ["?1", $"'{type.Name}'"] : ["?1"];
        insert = connection.Hold(
            $"INSERT INTO {Quote(family.Table)} ({string.Join(", ", own.Concat(columns.Select(column => column.Name)))}) "
            + $"VALUES ({string.Join(", ", ownValues.Concat(columns.Select(column => column.Value)))}) ON CONFLICT (\"id\") DO NOTHING");

        var replaced = columns.Where(column => column.Property.Name != "id").ToList();
        if (replaced.Count == 0) return;
        var values = replaced.Select(
            column => $"{column.Name} = {(column.Property.IsImportStamp ? $"coalesce({column.Name}, {column.Value})" : column.Value)}");
        var differs = replaced.Select(column => column.Property.IsImportStamp ? $"{column.Name} IS NULL" : $"{column.Name} IS NOT {column.Value}");
        update = connection.Hold(
            $"UPDATE {Quote(family.Table)} SET {string.Join(", ", values)} WHERE \"{Family.Key}\" = ?1 AND ({string.Join(" OR ", differs)})");
    }

    /// <summary>Inserts the node under the key; false when its id is taken.</summary>
    public Outcome Insert(RecordBatch batch, in NodeEntry node, long key, DateTimeOffset now)
    {
        Bind(insert, batch, node, key, now);
        return insert.TryChange();
    }

    /// <summary>Replaces the properties of the node with the key where they differ.</summary>
    public Outcome Update(RecordBatch batch, in NodeEntry node, long key, DateTimeOffset now)
    {
        if (update is null) return Outcome.Nothing;
        Bind(update, batch, node, key, now);
        return update.TryChange();
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
