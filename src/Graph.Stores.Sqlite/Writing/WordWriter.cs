using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Search;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Keeps the words of nodes in the transaction that stores the nodes.</summary>
internal sealed class WordWriter
{
    private readonly Connection connection;
    private readonly SearchTokens tokens = new();
    private readonly Statement addTokens;
    private readonly Statement removeTokens;
    private bool isChanged;

    public WordWriter(Connection connection)
    {
        this.connection = connection;
        addTokens = connection.Hold($"INSERT OR REPLACE INTO \"{Words.Table}\" (rowid, \"tokens\") VALUES (?1, ?2)");
        removeTokens = connection.Hold($"DELETE FROM \"{Words.Table}\" WHERE rowid = ?1");
    }

    /// <summary>A node was stored that was not before.</summary>
    public void Add(RecordBatch batch, in NodeEntry node, long key)
    {
        if (IsSearched(node.Type)) Write(Words.NodeOf(node.Type, key), tokens.Of(batch, node));
    }

    /// <summary>A node was given other properties.</summary>
    public void Replace(RecordBatch batch, in NodeEntry node, long key)
    {
        if (!IsSearched(node.Type)) return;
        isChanged = true;
        var number = Words.NodeOf(node.Type, key);
        if (tokens.Of(batch, node) is { } text)
        {
            Write(number, text);
            return;
        }

        removeTokens.Bind(1, number);
        removeTokens.Run();
    }

    /// <summary>Ends a batch.</summary>
    public void Flush()
    {
        // The triggers cannot tell who changes a node.
        if (isChanged) Note(connection);
        Forget();
    }

    /// <summary>The batch was undone.</summary>
    public void Forget() => isChanged = false;

    /// <summary>Makes the words of all nodes anew, inside the caller's transaction.</summary>
    public static void Rebuild(Connection connection, Layout layout)
    {
        if (layout.Ontology.Searched().Count == 0) return;
        connection.Execute($"INSERT INTO \"{Words.Table}\" (\"{Words.Table}\") VALUES ('delete-all')");
        var writer = new WordWriter(connection);
        foreach (var family in layout.Families) writer.Fill(family);
        Note(connection);
    }

    private static void Note(Connection connection) => connection.Execute(
        $"INSERT INTO \"{Definitions.Meta}\" VALUES ('{Words.Entry}', '{Words.Made}') ON CONFLICT DO UPDATE SET \"value\" = excluded.\"value\"");

    private static bool IsSearched(NodeType type) => type.Properties.Any(property => property.IsSearchable);

    private void Fill(Family family)
    {
        var columns = Words.ColumnsOf(family);
        if (columns.Count == 0) return;
        var searched = string.Join(", ", family.Types.Where(IsSearched).Select(type => type.Ordinal));
        var number = Words.NodeOf(family, "x");
        var all = $"FROM {Quote(family.Table)} AS x WHERE {number} & {Words.TypeMask} IN ({searched})";
        var rows = connection.Prepare($"SELECT {number}, {string.Join(", ", columns.Select(column => $"x.{Quote(column.Name)}"))} {all}");
        try
        {
            while (rows.Step())
            {
                var node = rows.Int64(0);
                var type = family.Types.First(one => one.Ordinal == (node & Words.TypeMask));
                foreach (var property in type.Properties.Where(property => property.IsSearchable)) Add(rows, columns.FindIndex(column => column == family.Of(property)) + 1, property);
                Write(node, tokens.Take());
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    private void Add(Statement row, int column, Property property)
    {
        if (row.IsNull(column)) return;
        var text = Encoding.UTF8.GetString(row.Utf8(column));
        if (property.IsList) tokens.AddList(property.SearchAs!.Value, text);
        else tokens.Add(property.SearchAs!.Value, text);
    }

    private void Write(long node, string? text)
    {
        if (text is null) return;
        addTokens.Bind(1, node);
        addTokens.Bind(2, Encoding.UTF8.GetBytes(text));
        addTokens.Run();
    }
}
