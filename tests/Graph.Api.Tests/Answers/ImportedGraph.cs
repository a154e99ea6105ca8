using Graph.GraphQL.Execution;
using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Stores.Sqlite;

namespace Graph.Api.Tests.Answers;

/// <summary>A file of records in a store of its own, and the API on top; gone after the test.</summary>
internal sealed class ImportedGraph : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-api-").FullName;
    private SqliteStore? store;
    private RequestExecutor? executor;
    private Lazy<RequestExecutor>? subgraph;

    /// <summary>Where the records are to be written, as JSON Lines.</summary>
    public string File => Path.Combine(folder, "records.jsonl");

    /// <summary>Imports the file, or what is in <paramref name="path"/>; every record has to be accepted.</summary>
    public async Task ImportAsync(Ontology ontology, GraphApiOptions? options = null, string? path = null)
    {
        store = await SqliteStore.OpenAsync(Path.Combine(folder, "graph.db"), ontology);
        var report = await Importer.RunAsync(
            new() { Paths = [path ?? File], RejectedPath = Path.Combine(folder, "rejected.jsonl") },
            store,
            TimeProvider.System,
            null,
            CancellationToken.None);
        Assert.Equal((ImportOutcome.Complete, 0), (report.Outcome, report.Rejected));
        executor = new(GraphSchema.Create(ontology, store, options));
        subgraph = new(() => new(GraphSchema.Create(ontology, store, (options ?? new()) with { IsSubgraph = true })));
    }

    /// <summary>The response of the API as a part of a larger one, with what it costs.</summary>
    public string AskAsGateway(string query, string? variables = null)
    {
        using var response = subgraph!.Value.ExecuteAsync(GraphQLRequest.Of(query, variables) with { ReportCost = true }).AsTask().GetAwaiter()
            .GetResult();
        return response.ToString();
    }

    /// <summary>The response as it is sent.</summary>
    public string Ask(string query, string? variables = null)
    {
        using var response = executor!.ExecuteAsync(GraphQLRequest.Of(query, variables)).AsTask().GetAwaiter().GetResult();
        return response.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
