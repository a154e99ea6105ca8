using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Search;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Keeps the words of nodes in the transaction that stores the nodes.</summary>
/// <remarks>
/// A large import into an empty file leaves them to its end, where they are settled at once, which costs what storing them batch by batch
/// costs. One that is broken off leaves a mark, so that the next import settles them.
/// </remarks>
internal sealed class WordWriter
{
    /// <summary>Of how many settled nodes one that is not is many: settling all costs eight times what these did.</summary>
    private const int ManyOf = 8;

    private const string Mark = "words due";

    private readonly Connection connection;
    private readonly Layout layout;
    private readonly int fewest;
    private readonly SettledWords settled;
    private readonly SearchTokens tokens = new();
    private readonly Dictionary<Family, NodeWords> texts = [];
    private readonly Statement add;
    private readonly Statement remove;
    private bool isChanged;
    private int? added;
    private bool isPutOff;

    /// <param name="connection">The file.</param>
    /// <param name="layout">Its tables.</param>
    /// <param name="fewest">See <see cref="SqliteStoreOptions.FewestUnsettledWords"/>.</param>
    public WordWriter(Connection connection, Layout layout, int fewest)
    {
        (this.connection, this.layout, this.fewest) = (connection, layout, fewest);
        settled = new(connection, layout);
        add = connection.Hold($"INSERT OR REPLACE INTO \"{Words.Recent}\" (rowid, \"tokens\") VALUES (?1, ?2)");
        remove = connection.Hold($"DELETE FROM \"{Words.Recent}\" WHERE rowid = ?1");
    }

    /// <summary>A node was stored that was not before.</summary>
    public void Add(RecordBatch batch, in NodeEntry node, long key)
    {
        if (isPutOff || !IsSearched(node.Type)) return;
        added ??= connection.Number($"SELECT EXISTS (SELECT 1 FROM \"{Ranks.Table}\")") is 0 ? 0 : int.MinValue;
        Write(node.Type, key, tokens.Of(batch, node));
        if (++added < fewest) return;
        connection.Execute($"INSERT INTO \"{Definitions.Meta}\" VALUES ('{Mark}', '') ON CONFLICT DO NOTHING");
        isPutOff = true;
    }

    /// <summary>A node was given other properties.</summary>
    public void Replace(RecordBatch batch, in NodeEntry node, long key)
    {
        if (!IsSearched(node.Type)) return;
        isChanged = true;
        if (isPutOff) return;
        settled.Leave(key);
        if (tokens.Of(batch, node) is { } text)
        {
            Write(node.Type, key, text);
            return;
        }

        remove.Bind(1, Words.NumberOf(node.Type.Ordinal, key));
        remove.Run();
    }

    /// <summary>A node has another rank, and its words are not where they belong.</summary>
    public void Unsettle(long key)
    {
        if (settled.Leave(key) is not { } type) return;
        var family = layout.Of(type);
        if (!texts.TryGetValue(family, out var words)) texts[family] = words = new(connection, family, tokens);
        Write(type, key, words.Of(type, key));
    }

    /// <summary>Ends a batch.</summary>
    public void Flush()
    {
        // The triggers cannot tell who changes a node.
        if (isChanged) SettledWords.Note(connection);
        isChanged = false;
    }

    /// <summary>The batch was undone.</summary>
    public void Forget()
    {
        (isChanged, isPutOff, added) = (false, false, null);
        settled.Forget();
    }

    /// <summary>Ends an import: settles all words where many are not, or were left out.</summary>
    public void Settle()
    {
        var isDue = connection.Number($"SELECT EXISTS (SELECT 1 FROM \"{Definitions.Meta}\" WHERE \"name\" = '{Mark}')") is 1;
        if (!isDue && !AreMany()) return;
        settled.Rebuild();
        connection.Execute($"DELETE FROM \"{Definitions.Meta}\" WHERE \"name\" = '{Mark}'");
        (isPutOff, added) = (false, null);
    }

    private bool AreMany()
    {
        var many = Math.Max(fewest, (connection.Number($"SELECT count(*) FROM \"{Words.Places}\"") ?? 0) / ManyOf);
        return connection.Number($"SELECT count(*) FROM (SELECT 1 FROM \"{Words.Recent}\" LIMIT {many})") == many;
    }

    private static bool IsSearched(NodeType type) => type.Properties.Any(property => property.IsSearchable);

    private void Write(NodeType type, long key, string? text)
    {
        if (text is null) return;
        add.Bind(1, Words.NumberOf(type.Ordinal, key));
        add.Bind(2, Encoding.UTF8.GetBytes(text));
        add.Run();
    }
}
