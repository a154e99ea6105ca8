using System.Runtime.InteropServices;
using Graph.Model.Records;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Keeps what nodes are ranked by, in the transaction that stores nodes and relationships.</summary>
internal sealed class RankWriter
{
    /// <summary>
    /// 2^18 nodes of earlier batches whose numbers a large import keeps to itself (10 MB) before it writes them, one after the other.
    /// </summary>
    private const int MaxPutOff = 1 << 18;

    private readonly BulkLoad bulk;
    private readonly Dictionary<long, int> related = [];
    private readonly Dictionary<long, int> putOff = [];
    private readonly List<(long Key, int Node)> added = [];
    private readonly Statement add;
    private readonly Statement change;

    public RankWriter(Connection connection, BulkLoad bulk)
    {
        this.bulk = bulk;
        add = connection.Hold($"INSERT INTO \"{Ranks.Table}\" VALUES (?1, ?2, ?3, 0, ?4, NULL)");
        change = connection.Hold($"UPDATE \"{Ranks.Table}\" SET \"{Ranks.Degree}\" = \"{Ranks.Degree}\" + ?2 WHERE \"{Ranks.Node}\" = ?1");
    }

    /// <summary>A node was stored that was not before.</summary>
    /// <param name="node">Its place in the batch.</param>
    /// <param name="key">Its key.</param>
    public void Add(int node, long key) => added.Add((key, node));

    /// <summary>A relationship was stored that was not before, or (-1) is stored no more.</summary>
    public void Relate(long start, long end, int count = 1)
    {
        related[start] = related.GetValueOrDefault(start) + count;
        if (end != start) related[end] = related.GetValueOrDefault(end) + count;
    }

    /// <summary>Ends a batch: most new nodes have their relationships in it, and are written once.</summary>
    public void Flush(RecordBatch batch, WordWriter? words)
    {
        foreach (var (key, at) in added)
        {
            var node = batch.Nodes[at];
            related.Remove(key, out var count);
            add.Bind(1, key);
            add.Bind(2, node.Type.Ordinal);
            add.Bind(3, count);
            add.Bind(4, batch.Utf8(batch.Cells(node)[node.Type.Id.Ordinal]));
            add.Run();
        }

        Flush(words);
    }

    /// <summary>Ends work that stores no new nodes. What is counted of a node that is gone by then goes with it.</summary>
    public void Flush(WordWriter? words)
    {
        foreach (var (key, count) in related)
        {
            if (count == 0) continue;
            if (bulk.IsOn)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(putOff, key, out _) += count;
                continue;
            }

            Change(key, count);
            words?.Unsettle(key);
        }

        related.Clear();
        added.Clear();
        if (putOff.Count > MaxPutOff) FlushPutOff();
    }

    /// <summary>Writes the numbers that a large import has kept to itself, in the order of the keys.</summary>
    public void FlushPutOff()
    {
        foreach (var (key, count) in putOff.OrderBy(pair => pair.Key)) Change(key, count);
        putOff.Clear();
    }

    /// <summary>The batch was undone, and nobody knows what of that which was put off belongs to it.</summary>
    public void Forget()
    {
        related.Clear();
        added.Clear();
        putOff.Clear();
    }

    private void Change(long key, int count)
    {
        change.Bind(1, key);
        change.Bind(2, count);
        change.Run();
    }

    /// <summary>Makes the rows of all nodes anew, inside the caller's transaction.</summary>
    public static void Rebuild(Connection connection, Layout layout)
    {
        connection.Execute($"DELETE FROM \"{Ranks.Table}\"");
        foreach (var family in layout.Families)
        {
            var nodes = $"SELECT x.\"{Family.Key}\", {family.OrdinalOf("x")}, 0, 0, x.\"id\", NULL FROM {Quote(family.Table)} AS x";
            connection.Execute($"INSERT INTO \"{Ranks.Table}\" {nodes}");
        }

        var derived = layout.Ontology.Tally?.Relationship;
        var others = Ranks.Counted(layout.Relationships.Where(table => table.Type != derived));
        connection.Execute(
            $"UPDATE \"{Ranks.Table}\" SET \"{Ranks.Degree}\" = c.n FROM ({others}) AS c WHERE c.k = \"{Ranks.Node}\"");
        if (derived is not null) CountDerived(connection, layout.Of(derived));
    }

    /// <summary>Counts the derived relationships of all nodes, and writes the numbers that differ.</summary>
    public static void CountDerived(Connection connection, RelationshipTable table)
    {
        const string counted = "temp.\"derived\"";
        var (node, number) = ($"\"{Ranks.Node}\"", $"\"{Ranks.Derived}\"");
        connection.Execute($"CREATE TEMP TABLE \"derived\" (k INTEGER PRIMARY KEY, n INTEGER); INSERT INTO {counted} {Ranks.Counted([table])}");
        connection.Execute($"UPDATE \"{Ranks.Table}\" SET {number} = c.n FROM {counted} AS c WHERE c.k = {node} AND {number} <> c.n");
        connection.Execute($"UPDATE \"{Ranks.Table}\" SET {number} = 0 WHERE {number} > 0 AND {node} NOT IN (SELECT k FROM {counted})");
        connection.Execute($"DROP TABLE {counted}");
    }
}
