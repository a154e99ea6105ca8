using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Search;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Makes the tokens of stored nodes of a family.</summary>
internal sealed class NodeWords
{
    private readonly Connection connection;
    private readonly SearchTokens tokens;
    private readonly Dictionary<NodeType, (Property Property, int Column)[]> searched;
    private readonly string sql;

    public NodeWords(Connection connection, Family family, SearchTokens tokens)
    {
        (this.connection, this.tokens) = (connection, tokens);
        var columns = Words.ColumnsOf(family);
        searched = family.Types.ToDictionary(
            type => type,
            type => type.Searched().Select(property => (property, columns.FindIndex(column => column == family.Of(property)))).ToArray());
        sql = $"SELECT {string.Join(", ", columns.Select(column => Quote(column.Name)))} FROM {Quote(family.Table)} WHERE \"{Family.Key}\" = ?1";
    }

    /// <summary>The tokens of a node; null where it has none, or is not there.</summary>
    public string? Of(NodeType type, long key)
    {
        var row = connection.Prepare(sql);
        row.Bind(1, key);
        try
        {
            if (!row.Step()) return null;
            foreach (var (property, column) in searched[type])
            {
                if (row.IsNull(column)) continue;
                var text = Encoding.UTF8.GetString(row.Utf8(column));
                if (property.IsList) tokens.AddList(property.SearchAs!.Value, text);
                else tokens.Add(property.SearchAs!.Value, text);
            }

            return tokens.Take();
        }
        finally
        {
            row.Reset();
        }
    }
}
