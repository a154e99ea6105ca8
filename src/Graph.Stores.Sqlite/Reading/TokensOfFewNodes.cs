using Graph.Model.Search;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using Graph.Stores.Sqlite.Writing;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>
/// The tokens of the nodes that have all words of a search but the one that is only begun, where these nodes are few: made from their texts, as
/// whoever indexes them makes them. Of a beginning that many words have FTS5 puts together all nodes, half the graph for a letter; the few have few
/// words that begin so, and nobody else can be found.
/// </summary>
/// <param name="connection">The file.</param>
/// <param name="layout">Its tables.</param>
/// <param name="table">The table of <see cref="Words"/>.</param>
/// <param name="query">What finds the nodes.</param>
internal sealed class TokensOfFewNodes(Connection connection, Layout layout, string table, string query)
{
    /// <summary>Nodes whose texts are read: some 20 µs each.</summary>
    private const int MostNodes = 256;

    /// <summary>Words asked for in the place of a beginning: some 5 µs each, as often as it stands in a query.</summary>
    private const int MostWords = 256;

    private HashSet<string>? tokens;
    private bool areRead;

    /// <summary>Those of the tokens that begin so; null where the nodes are not few, or these are not.</summary>
    public IReadOnlyList<string>? Beginning(string beginning)
    {
        if (!areRead) (areRead, tokens) = (true, Read());
        if (tokens is null) return null;
        List<string> found = [.. tokens.Where(token => token.StartsWith(beginning, StringComparison.Ordinal)).Take(MostWords + 1)];
        return found.Count <= MostWords ? found : null;
    }

    private HashSet<string>? Read()
    {
        var nodes = new List<(int Type, long Key)>();
        var find = connection.Prepare(Found);
        find.BindText(1, query);
        try
        {
            while (find.Step()) nodes.Add(((int)find.Int64(0), find.Int64(1)));
        }
        finally
        {
            find.Reset();
        }

        return nodes.Count <= MostNodes ? TokensOf(nodes) : null;
    }

    // The types of the nodes and their keys.
    private string Found => table == Words.Settled
        ? $"SELECT {Words.TypeOf("w.rowid")}, p.\"{Words.Node}\" FROM \"{table}\" AS w JOIN \"{Words.Places}\" AS p "
            + $"ON p.\"{Words.Place}\" = {Words.WithoutType("w.rowid")} WHERE w.\"{table}\" MATCH ?1 LIMIT {MostNodes + 1}"
        : $"SELECT {Words.TypeOf("w.rowid")}, {Words.WithoutType("w.rowid")} FROM \"{table}\" AS w "
            + $"WHERE w.\"{table}\" MATCH ?1 LIMIT {MostNodes + 1}";

    private HashSet<string> TokensOf(List<(int Type, long Key)> nodes)
    {
        var (all, maker, texts) = (new HashSet<string>(StringComparer.Ordinal), new SearchTokens(), new Dictionary<Family, NodeWords>());
        foreach (var (ordinal, key) in nodes)
        {
            var type = layout.Ontology.NodeTypes[ordinal];
            var family = layout.Of(type);
            if (!texts.TryGetValue(family, out var words)) texts.Add(family, words = new(connection, family, maker));
            if (words.Of(type, key) is { } text) all.UnionWith(text.Split(' '));
        }

        return all;
    }
}
