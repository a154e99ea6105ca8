using System.Text;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>The numbers of the sources, and what this writer has written in the name of each.</summary>
internal sealed class Sources(Connection connection) : IDisposable
{
    private readonly Listings listings = new();
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private Dictionary<string, int>? numbers;

    /// <summary>Records may be asserted in somebody's name; otherwise everything is nobody's.</summary>
    public bool Any => Numbers.Count > 0;

    private Dictionary<string, int> Numbers => numbers ??= Load();

    /// <summary>The source of a file's records; one that is new gets its number in the transaction at work.</summary>
    public int Of(RecordBatch batch, int file)
    {
        if (batch.SourceOf(file) is not { } name) return Assertions.Nobody;
        if (Numbers.TryGetValue(name, out var known)) return known;
        var insert = connection.Prepare($"INSERT INTO \"{Definitions.Sources}\" (\"name\") VALUES (?1)");
        insert.Bind(1, Encoding.UTF8.GetBytes(name));
        insert.Run();
        numbers = null;
        given.Add(name);
        return Numbers[name];
    }

    /// <summary>The number of a source; null where the graph has none of the name.</summary>
    public int? Find(string name) => Numbers.TryGetValue(name, out var known) ? known : null;

    /// <summary>The numbers of those of some sources that the graph has.</summary>
    public IReadOnlySet<int> Find(IEnumerable<string> names) => names.Select(Find).OfType<int>().ToHashSet();

    /// <summary>The graph knew nothing of the source before this writer wrote: it lists all that it asserts.</summary>
    public bool IsNew(string name) => given.Contains(name);

    /// <summary>What was written in the name of a source.</summary>
    public ListedRecords Listed(int source) => listings.Of(source);

    /// <inheritdoc/>
    public void Dispose() => listings.Dispose();

    /// <summary>The transaction was undone: a number that it gave is free again.</summary>
    public void Forget() => numbers = null;

    private Dictionary<string, int> Load()
    {
        var all = $"FROM \"{Definitions.Sources}\" ORDER BY \"number\"";
        var names = connection.Texts($"SELECT \"name\" {all}");
        var found = connection.Texts($"SELECT \"number\" {all}");
        return names.Zip(found).ToDictionary(pair => pair.First, pair => int.Parse(pair.Second), StringComparer.Ordinal);
    }
}
