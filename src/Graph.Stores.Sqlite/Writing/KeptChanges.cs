using Graph.Model.Changes;
using Graph.Model.Values;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>The changes that the file keeps, some a row.</summary>
internal static class KeptChanges
{
    private const string Heads = $"SELECT \"first\", \"count\", \"run\", \"at\", \"types\" FROM \"{Definitions.Changes}\"";

    /// <summary>Keeps changes under the next numbers.</summary>
    public static void Append(Connection connection, ChangeChunk chunk)
    {
        var insert = connection.Prepare(
            $"INSERT INTO \"{Definitions.Changes}\" SELECT coalesce((SELECT \"first\" + \"count\" FROM \"{Definitions.Changes}\" ORDER BY \"first\" "
                + "DESC LIMIT 1), 1), ?1, ?2, ?3, ?4, ?5");
        insert.Bind(1, chunk.Count);
        insert.Bind(2, chunk.Run);
        insert.BindText(3, TimeText.Of(chunk.At));
        insert.BindText(4, chunk.TypesText);
        insert.BindBytes(5, chunk.Data.Span);
        insert.Run();
    }

    /// <summary>See <see cref="Graph.Model.Stores.IGraphStore.ChangeHeadsAsync"/>.</summary>
    public static IReadOnlyList<ChangeChunk> ReadHeads(Connection connection, long number, int limit)
    {
        var rows = connection.Prepare(
            $"{Heads} WHERE \"first\" >= coalesce((SELECT max(\"first\") FROM \"{Definitions.Changes}\" WHERE \"first\" <= ?1), "
                + "0) ORDER BY \"first\" LIMIT ?2");
        rows.Bind(1, number);
        rows.Bind(2, limit);
        return Read(rows);
    }

    /// <summary>The heads of what a run and all since have changed.</summary>
    public static IReadOnlyList<ChangeChunk> ReadHeadsOfRun(Connection connection, long run)
    {
        var rows = connection.Prepare($"{Heads} WHERE \"first\" >= (SELECT min(\"first\") FROM \"{Definitions.Changes}\" WHERE "
            + "\"run\" = ?1) ORDER BY \"first\"");
        rows.Bind(1, run);
        return Read(rows);
    }

    /// <summary>The changes that begin with a number, packed.</summary>
    public static byte[]? ReadData(Connection connection, long first)
    {
        var row = connection.Prepare($"SELECT \"data\" FROM \"{Definitions.Changes}\" WHERE \"first\" = ?1");
        row.Bind(1, first);
        try
        {
            return row.Step() ? row.Utf8(0).ToArray() : null;
        }
        finally
        {
            row.Reset();
        }
    }

    /// <summary>See <see cref="Graph.Model.Stores.IGraphWriter.ForgetChangesAsync"/>.</summary>
    public static void Forget(Connection connection, DateTimeOffset before)
    {
        // The newest of those runs stays: who has seen all of it goes on from there.
        var delete = connection.Prepare(
            $"DELETE FROM \"{Definitions.Changes}\" WHERE \"first\" < (SELECT min(\"first\") FROM \"{Definitions.Changes}\" WHERE \"run\" = "
            + $"(SELECT \"run\" FROM \"{Definitions.Changes}\" WHERE \"at\" < ?1 ORDER BY \"first\" DESC LIMIT 1))");
        delete.BindText(1, TimeText.Of(before));
        delete.Run();
    }

    private static List<ChangeChunk> Read(Statement rows)
    {
        var found = new List<ChangeChunk>();
        try
        {
            while (rows.Step())
            {
                var at = ScalarText.TryInstant(rows.Utf8(3), out var instant) ? instant : default;
                found.Add(new(rows.Int64(0), (int)rows.Int64(1), rows.Int64(2), at, rows.Text(4)!.Split(' '), default));
            }

            return found;
        }
        finally
        {
            rows.Reset();
        }
    }
}
