using System.Text;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>
/// The tokens that the nodes of a table of <see cref="Words"/> have, looked up in its index, each once: of use to one statement, whose state of
/// the file they are of.
/// </summary>
/// <param name="connection">The file.</param>
/// <param name="table">Which table.</param>
internal sealed class KnownTokens(Connection connection, string table)
{
    /// <summary>Tokens listed of a beginning: each takes some 20 µs to find, and FTS5 as long to ask for.</summary>
    private const int MostListed = 16;

    /// <summary>Pages, of 4 KB, on which what begins so must stand to be listed: FTS5 puts together less as soon as it is listed.</summary>
    private const int FewestPages = 16;

    /// <summary>Places of a token that are gone through.</summary>
    private const int MostPlaces = 64;

    // No token holds it, and it stands before all that one holds: what comes after a token is not less than the token with it.
    private const char BeforeAll = '!';

    // What FTS5 writes before the tokens of its main index, and what comes after all that begins so, in UTF-8.
    private const byte MainIndex = (byte)'0';
    private const byte AfterAll = 0xff;

    private readonly Dictionary<string, bool> had = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>?> listed = new(StringComparer.Ordinal);
    private bool? areAny;

    /// <summary>No node has any.</summary>
    public bool AreNone => !(areAny ??= connection.Number($"SELECT 1 FROM \"{table}\" LIMIT 1") is not null);

    /// <summary>Some node has the token.</summary>
    public bool Have(string token)
    {
        if (!had.TryGetValue(token, out var has)) had.Add(token, has = HaveAny($"\"{token}\""));
        return has;
    }

    /// <summary>Some node is found by a query.</summary>
    public bool HaveAny(string query)
    {
        var find = connection.Prepare($"SELECT 1 FROM \"{table}\" WHERE \"{table}\" MATCH ?1 LIMIT 1");
        find.BindText(1, query);
        try
        {
            return find.Step();
        }
        finally
        {
            find.Reset();
        }
    }

    /// <summary>The only nodes that are asked for, where it is known of what kind they are.</summary>
    public TokensOfFewNodes? Only { get; set; }

    /// <summary>
    /// All tokens that begin so, or those of the only nodes asked for; null where these are more, or the nodes that have them fewer, than it is
    /// worth.
    /// </summary>
    public IReadOnlyList<string>? Beginning(string beginning)
    {
        if (!listed.TryGetValue(beginning, out var known))
            listed.Add(beginning, known = PagesOf(beginning) < FewestPages ? null : List(beginning) ?? Only?.Beginning(beginning));
        return known;
    }

    /// <summary>
    /// Gives the connection the tables that tell the tokens of an index, under names that no table of an ontology has: it would be hidden.
    /// </summary>
    public static void AddTables(Connection connection)
    {
        var tables = Words.Tables.Select(table => $"CREATE VIRTUAL TABLE temp.\"{table}.tokens\" USING fts5vocab(main, \"{table}\", instance); ");

        // Even what is the connection's own is not to be written to by one that only reads.
        connection.Execute($"PRAGMA query_only = 0; {string.Concat(tables)}PRAGMA query_only = 1");
    }

    // A token comes once for each of its places; where these are many, it is sooner to begin again after it.
    private List<string>? List(string beginning)
    {
        var tokens = new List<string>();
        var find = connection.Prepare($"SELECT term FROM temp.\"{table}.tokens\" WHERE term >= ?1");
        try
        {
            find.BindText(1, beginning);
            for (var places = 0; find.Step();)
            {
                var token = find.Text(0)!;
                if (!token.StartsWith(beginning, StringComparison.Ordinal)) break;
                if (tokens.Count == 0 || tokens[^1] != token)
                {
                    if (tokens.Count == MostListed) return null;
                    tokens.Add(token);
                    places = 0;
                }
                else if (++places == MostPlaces)
                {
                    find.Reset();
                    find.BindText(1, token + BeforeAll);
                }
            }

            return tokens;
        }
        finally
        {
            find.Reset();
        }
    }

    // How many pages of the index lie between the two that the beginning, and what comes after it, would stand on, in all of its segments: FTS5
    // keeps the first token of each page by itself. It says how long FTS5 will take, and nothing of what is found.
    private long PagesOf(string beginning)
    {
        var index = $"\"{table}_idx\"";
        var pages = connection.Prepare($"""
            WITH RECURSIVE segments(id) AS (SELECT min(segid) FROM {index}
                UNION ALL SELECT (SELECT min(segid) FROM {index} WHERE segid > id) FROM segments WHERE id IS NOT NULL)
            SELECT sum(coalesce((SELECT pgno >> 1 FROM {index} WHERE segid = id AND term >= ?2 ORDER BY term LIMIT 1), {int.MaxValue})
                - coalesce((SELECT pgno >> 1 FROM {index} WHERE segid = id AND term <= ?1 ORDER BY term DESC LIMIT 1), 0))
            FROM segments WHERE id IS NOT NULL
            """);
        var bytes = new byte[Encoding.UTF8.GetByteCount(beginning) + 2];
        bytes[0] = MainIndex;
        Encoding.UTF8.GetBytes(beginning, bytes.AsSpan(1));
        bytes[^1] = AfterAll;
        pages.BindBytes(1, bytes.AsSpan(0, bytes.Length - 1));
        pages.BindBytes(2, bytes);
        try
        {
            return pages.Step() ? pages.Int64(0) : 0;
        }
        finally
        {
            pages.Reset();
        }
    }
}
