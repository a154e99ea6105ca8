using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// The numbers of the sources, which nodes <c>:_Source</c> keep with their names, and what this writer has written in the name
/// of each.
/// </summary>
internal sealed class SourceNumbers : IDisposable
{
    /// <summary>The label of the nodes that keep them.</summary>
    public const string Label = "_Source";

    private const string All = $"MATCH (s:{Label}) RETURN s.id, s.name";

    // The lock on the one node of the graph's notes keeps two writers from giving one number.
    private const string Create = $"MERGE (kept:{KeptCounts.Node})\nCREATE (:{Label} {{id: $id, name: $name}})";

    private readonly Listings listings = new();
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private Dictionary<string, int>? numbers;

    /// <summary>Records may be asserted in somebody's name; otherwise everything is nobody's.</summary>
    public bool Any => numbers?.Count > 0;

    /// <summary>Knows the numbers of the graph, and gives one to each new source of a batch.</summary>
    public async Task PrepareAsync(RecordBatch batch, IStatementTransaction transaction, CancellationToken cancellationToken)
    {
        await LoadAsync(transaction, cancellationToken);
        for (var file = 0; file < batch.Files.Count; file++)
        {
            if (batch.SourceOf(file) is not { } name || numbers!.ContainsKey(name)) continue;
            var number = numbers.Count == 0 ? 1 : numbers.Values.Max() + 1;
            await transaction.RunAsync(new(Create, StatementParameters.Of(("id", number), ("name", name))), NoRows.Instance, cancellationToken);
            numbers.Add(name, number);
            given.Add(name);
        }
    }

    /// <summary>Knows the numbers of the graph.</summary>
    public async Task LoadAsync(IStatementTransaction transaction, CancellationToken cancellationToken) =>
        numbers ??= await ReadAsync(transaction, cancellationToken);

    /// <summary>The numbers of the graph, by the names of the sources.</summary>
    public static async Task<Dictionary<string, int>> ReadAsync(IStatementTransaction transaction, CancellationToken cancellationToken)
    {
        var found = new Numbers();
        await transaction.RunAsync(new(All), found, cancellationToken);
        return found.ByName;
    }

    /// <summary>The source of a file's records.</summary>
    public int Of(RecordBatch batch, int file) => batch.SourceOf(file) is { } name ? numbers![name] : Assertions.Nobody;

    /// <summary>The number of a source; null where the graph has none of the name.</summary>
    public int? Find(string name) => numbers!.TryGetValue(name, out var known) ? known : null;

    /// <summary>The graph knew nothing of the source before this writer wrote: it lists all that it asserts.</summary>
    public bool IsNew(string name) => given.Contains(name);

    /// <summary>What was written in the name of a source.</summary>
    public ListedRecords Listed(int source) => listings.Of(source);

    /// <inheritdoc/>
    public void Dispose() => listings.Dispose();

    /// <summary>The transaction begins anew: a number that it gave is free again.</summary>
    public void Forget() => numbers = null;

    private sealed class Numbers : IRowSink
    {
        public Dictionary<string, int> ByName { get; } = new(StringComparer.Ordinal);

        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            var number = (int)row.ReadInteger();
            ByName[row.ReadString()] = number;
        }

        public bool TryRestart()
        {
            ByName.Clear();
            return true;
        }
    }
}
