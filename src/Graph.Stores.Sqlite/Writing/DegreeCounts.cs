using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>
/// How many relationships nodes have, kept for the cost of queries. A batch that changes anything leaves a mark in its own
/// transaction, so that what a crash left uncounted is counted by the next import.
/// </summary>
internal sealed class DegreeCounts(Connection connection, Layout layout)
{
    internal const string Entry = "degrees";
    private const string Mark = "degrees due";

    private bool isMarked;

    /// <summary>A batch has changed something.</summary>
    public void Touch()
    {
        if (isMarked) return;
        Write(Mark, "");
        isMarked = true;
    }

    /// <summary>The transaction was undone: whether the mark is stored is not known any more.</summary>
    public void Forget() => isMarked = false;

    /// <summary>Counts what has changed since the last time, or was never counted.</summary>
    public void Refresh()
    {
        var entries = connection.Texts($"SELECT \"name\" FROM \"{Definitions.Meta}\" WHERE \"name\" IN ('{Entry}', '{Mark}')");
        if (entries is [Entry]) return;
        Write(Entry, new GraphDegrees(layout.Relationships.SelectMany(Count)).ToString());
        connection.Execute($"DELETE FROM \"{Definitions.Meta}\" WHERE \"name\" = '{Mark}'");
        isMarked = false;
    }

    private IEnumerable<KeyValuePair<(RelationshipType, Direction), Degrees>> Count(RelationshipTable table)
    {
        foreach (var direction in (Direction[])[Direction.Out, Direction.In])
        {
            var statement = connection.Prepare(
                "SELECT coalesce(sum(n), 0), coalesce(max(n), 0), CAST(coalesce(sum(1.0 * n * n), 0) AS INTEGER) "
                + $"FROM (SELECT count(*) AS n FROM {Quote(table.Table)} GROUP BY \"{RelationshipTable.NearOf(direction)}\")");
            statement.Step();
            var degrees = new Degrees(statement.Int64(0), statement.Int64(1), statement.Int64(2));
            statement.Reset();
            yield return new((table.Type, direction), degrees);
        }
    }

    private void Write(string name, string value)
    {
        var entry = connection.Prepare($"INSERT INTO \"{Definitions.Meta}\" VALUES (?1, ?2) ON CONFLICT DO UPDATE SET \"value\" = ?2");
        entry.Bind(1, Encoding.UTF8.GetBytes(name));
        entry.Bind(2, Encoding.UTF8.GetBytes(value));
        entry.Run();
    }
}
