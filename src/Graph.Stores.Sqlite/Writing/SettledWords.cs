using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Search;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>The words that stand in the order of their nodes' ranks: see <see cref="Words"/>.</summary>
internal sealed class SettledWords(Connection connection, Layout layout)
{
    /// <summary>Bytes of new words that are gathered before they are written: more of them at once are less to merge.</summary>
    private const int GatheredBytes = 16 << 20;

    private bool? areAny;

    /// <summary>The transaction was undone.</summary>
    public void Forget() => areAny = null;

    /// <summary>Takes a node out.</summary>
    /// <returns>Its type, when it was there.</returns>
    public NodeType? Leave(long key)
    {
        areAny ??= connection.Number($"SELECT EXISTS (SELECT 1 FROM \"{Words.Places}\")") is 1;
        if (areAny is false || Find(key) is not var (place, type)) return null;
        Run($"DELETE FROM \"{Words.Settled}\" WHERE rowid = ?1", Words.NumberOf(type, place));
        Run($"DELETE FROM \"{Words.Places}\" WHERE \"{Words.Place}\" = ?1", place);
        Run($"UPDATE \"{Ranks.Table}\" SET \"{Ranks.Place}\" = NULL WHERE \"{Ranks.Node}\" = ?1", key);
        return layout.Ontology.NodeTypes[type];
    }

    /// <summary>Makes the words of all nodes anew, in the order of their ranks, inside the caller's transaction.</summary>
    public void Rebuild()
    {
        areAny = null;
        connection.Execute(
            $"DELETE FROM \"{Words.Places}\"; INSERT INTO \"{Words.Settled}\" (\"{Words.Settled}\") VALUES ('delete-all');"
            + $" INSERT INTO \"{Words.Recent}\" (\"{Words.Recent}\") VALUES ('delete-all')");
        var tokens = new SearchTokens();
        var types = layout.Ontology.Searched();
        var texts = types.Select(layout.Of).Distinct().ToDictionary(family => family, family => new NodeWords(connection, family, tokens));
        var nodes = connection.Prepare(
            $"SELECT \"{Ranks.Node}\", \"{Ranks.Type}\" FROM \"{Ranks.Table}\" WHERE \"{Ranks.Type}\" IN "
                + $"({string.Join(", ", types.Select(type => type.Ordinal))})"
            + $" ORDER BY \"{Ranks.Degree}\" DESC, \"id\", \"{Ranks.Type}\"");
        var settle = connection.Prepare($"INSERT INTO \"{Words.Settled}\" (rowid, \"tokens\") VALUES (?1, ?2)");
        var take = connection.Prepare($"INSERT INTO \"{Words.Places}\" VALUES (?1, ?2)");
        Gather(GatheredBytes);
        try
        {
            for (var place = 1L; nodes.Step(); place++)
            {
                var (key, type) = (nodes.Int64(0), layout.Ontology.NodeTypes[(int)nodes.Int64(1)]);
                take.Bind(1, place);
                take.Bind(2, key);
                take.Run();
                if (texts[layout.Of(type)].Of(type, key) is not { } text) continue;
                settle.Bind(1, Words.NumberOf(type.Ordinal, place));
                settle.Bind(2, Encoding.UTF8.GetBytes(text));
                settle.Run();
            }
        }
        finally
        {
            nodes.Reset();
        }

        NotePlaces();
        Note(connection);
    }

    /// <summary>Notes that the words are those of their nodes.</summary>
    public static void Note(Connection connection) => connection.Execute(
        $"INSERT INTO \"{Definitions.Meta}\" VALUES ('{Words.Entry}', '{Words.Made}') ON CONFLICT DO UPDATE SET \"value\" = excluded.\"value\"");

    // In the order of the nodes' keys: in that of their ranks each would be on another page.
    private void NotePlaces()
    {
        var places = connection.Prepare($"SELECT \"{Words.Place}\", \"{Words.Node}\" FROM \"{Words.Places}\" ORDER BY \"{Words.Node}\"");
        var note = connection.Prepare($"UPDATE \"{Ranks.Table}\" SET \"{Ranks.Place}\" = ?1 WHERE \"{Ranks.Node}\" = ?2");
        try
        {
            while (places.Step())
            {
                note.Bind(1, places.Int64(0));
                note.Bind(2, places.Int64(1));
                note.Run();
            }
        }
        finally
        {
            places.Reset();
        }
    }

    private void Gather(int bytes) =>
        connection.Execute($"INSERT INTO \"{Words.Settled}\" (\"{Words.Settled}\", rank) VALUES ('hashsize', {bytes})");

    private (long Place, int Type)? Find(long key)
    {
        var row = connection.Prepare(
            $"SELECT \"{Ranks.Place}\", \"{Ranks.Type}\" FROM \"{Ranks.Table}\" WHERE \"{Ranks.Node}\" = ?1 AND \"{Ranks.Place}\" IS NOT NULL");
        row.Bind(1, key);
        var found = row.Step() ? (row.Int64(0), (int)row.Int64(1)) : ((long, int)?)null;
        row.Reset();
        return found;
    }

    private void Run(string sql, long value)
    {
        var statement = connection.Prepare(sql);
        statement.Bind(1, value);
        statement.Run();
    }
}
