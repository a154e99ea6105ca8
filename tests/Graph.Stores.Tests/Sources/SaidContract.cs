using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Graph.Export;
using Graph.Model.Ontologies;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Stores.Tests.Sources;

/// <summary>A store that sources say records to, and its records as texts.</summary>
public abstract class SaidContract<TStores> : StoreTest, IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();
    private IGraphStore store = null!;

    protected override IGraphStore Store => store;

    public Task InitializeAsync() => stores.AreAtHand ? stores.InitializeAsync() : Task.CompletedTask;

    public virtual Task DisposeAsync() => stores.DisposeAsync();

    /// <summary>Goes on with an empty store.</summary>
    protected async Task OpenEmptyAsync(Ontology ontology) => store = await stores.OpenEmptyAsync(ontology);

    /// <summary>Closes the store and opens the same graph.</summary>
    protected async Task ReopenAsync() => store = await stores.ReopenAsync(store, store.Ontology);

    /// <summary>Changes what is stored, or how, past the store.</summary>
    protected Task DamageAsync(string sql, string cypher) => stores.DamageAsync(store, sql, cypher);

    private protected static Gen<T> OneOf<T>(params T[] all) => SaidRecord.OneOf(all);

    private protected static SaidRecord Node(string type, string id, params (string, object?)[] values) => SaidRecord.Node(type, id, values);

    private protected static SaidRecord Link(string type, string start, string end, params (string, object?)[] values) => SaidRecord.Link(type, start, end, values);

    private protected ValueTask<WriteResult> WriteAsync(IGraphWriter writer, string source, IEnumerable<SaidRecord> said) => WriteAsync(store, writer, source, said);

    /// <summary>Writes what a source says to any store of the ontology.</summary>
    private protected static ValueTask<WriteResult> WriteAsync(IGraphStore store, IGraphWriter writer, string source, IEnumerable<SaidRecord> said, DateTimeOffset? now = null)
    {
        var records = new Records(store.Ontology);
        foreach (var one in said)
            _ = one.End is null ? records.Node(one.Type, one.Values) : records.Relationship(one.Type, one.Start, one.End, one.Values);
        if (records.Batch.Files.Count > 0 && source.Length > 0) records.Batch.Attribute(0, source);
        return writer.WriteAsync(records.Batch, now ?? Stores.Now, CancellationToken.None);
    }

    /// <summary>Does something as a run.</summary>
    /// <returns>The number of the run.</returns>
    private protected async Task<long> RunAsync(Func<IGraphWriter, Task> work, long? undoes = null)
    {
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        var run = await writer.KeepAsync(new() { Command = "test", StartedAt = Stores.Now, Undoes = undoes }, CancellationToken.None);
        await work(writer);
        await writer.FinishAsync(CancellationToken.None);
        await writer.KeepAsync(run with { EndedAt = Stores.Now, Outcome = RunOutcome.Complete, Added = 1 }, CancellationToken.None);
        return run.Id;
    }

    /// <summary>Takes a run back, as a run.</summary>
    private protected Task<long> UndoAsync(long run) => RunAsync(async writer => await writer.UndoAsync(run, CancellationToken.None), run);

    /// <summary>Takes a run back and that back again: the graph is to the byte what it was before the run, then what it was after it.</summary>
    private protected async Task ThereAndBackAsync(long run, string before)
    {
        var after = await ExportAsync(new JsonLines());
        var undo = await UndoAsync(run);
        Assert.Equal(before, await ExportAsync(new JsonLines()));
        await UndoAsync(undo);
        Assert.Equal(after, await ExportAsync(new JsonLines()));
    }

    /// <summary>The graph in a format.</summary>
    protected Task<string> ExportAsync(IOutputFormat format) => ExportAsync(store, format);

    /// <summary>The graph of any store in a format.</summary>
    protected static async Task<string> ExportAsync(IGraphStore store, IOutputFormat format)
    {
        using var output = new MemoryStream();
        await Exporter.RunAsync(store, format, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The records of the graph, of JSON Lines or a format like it, one text each; when they were imported is left out.</summary>
    protected async Task<string[]> LinesAsync(IOutputFormat format) =>
        [.. (await ExportAsync(format)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Line).Order(StringComparer.Ordinal)];

    private static string Line(string json)
    {
        var record = JsonNode.Parse(json)!;
        var values = new SortedDictionary<string, JsonNode?>(
            record["properties"]!.AsObject().Where(pair => pair.Key != "importedAt").ToDictionary(), StringComparer.Ordinal);
        return (string)record["type"]! == "node"
            ? SaidRecord.Line((string)record["labels"]![0]!, (string)record["id"]!, "", values)
            : SaidRecord.Line((string)record["label"]!, (string)record["start"]!["id"]!, (string)record["end"]!["id"]!, values);
    }
}
