using System.Diagnostics;
using Graph.Explorer;
using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Server;
using Graph.Server.Stores;
using Graph.Tests;

namespace Graph.EndToEnd.Tests.Explorer;

/// <summary>
/// The explorer in Chromium, all pages in one run of <c>tour/tour.mjs</c>: over the seeds, over nothing, over a graph of hostile texts, and
/// over another domain. With <c>GRAPH_TEST_PICTURES</c> set to a folder the pictures of the documentation are taken afresh.
/// </summary>
public sealed class ExploringInABrowser : IDisposable
{
    /// <summary>A tour takes half a minute; on a machine that does much else, some.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private static readonly string Here = Path.Combine(Repository.Root, "tests", "Graph.EndToEnd.Tests", "Explorer");

    private readonly TemporaryFolder folder = new();

    [NeedsExplorerAndChromium]
    public async Task EveryPageWorks()
    {
        var castings = OntologyReader.Read(await File.ReadAllTextAsync(Path.Combine(Here, "castings.graphql"))).Ontology!;
        var hostile = (await File.ReadAllTextAsync(Path.Combine(Here, "hostile.jsonl")))
            .Replace("LONG", string.Concat(Enumerable.Repeat("a matter without end ", 250)), StringComparison.Ordinal);
        await using var seeds = await ServeAsync("seeds", Ontology.Shipped, Repository.Seeds);
        await using var empty = await ServeAsync("empty", Ontology.Shipped, null);
        await using var texts = await ServeAsync("hostile", Ontology.Shipped, folder.Write("hostile.jsonl", hostile));
        await using var films = await ServeAsync("films", castings, Path.Combine(Here, "castings.jsonl"));

        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(Here, "tour", "tour.mjs"), Chromium.Path!, folder["profile"]]) start.ArgumentList.Add(argument);
        if (Environment.GetEnvironmentVariable("GRAPH_TEST_PICTURES") is { Length: > 0 } pictures) start.ArgumentList.Add(pictures);
        var graphs = new[] { ("SEEDS", seeds), ("EMPTY", empty), ("HOSTILE", texts), ("FILMS", films) };
        foreach (var (name, graph) in graphs) start.Environment[name] = graph.Url;
        using var tour = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var faults = tour.StandardOutput.ReadToEndAsync(limit.Token);
        var talk = tour.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await tour.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            tour.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(tour.ExitCode == 0, $"{await faults}\n{await talk}");
    }

    public void Dispose() => folder.Dispose();

    private async Task<ServedGraph> ServeAsync(string name, Ontology ontology, string? path)
    {
        var store = await GraphStores.OpenAsync(new StoreLocation.Sqlite(folder[$"{name}.db"]), ontology, CancellationToken.None);
        if (path is not null)
        {
            var report = await Importer.RunAsync(new() { Paths = [path] }, store, TimeProvider.System, null, CancellationToken.None);
            Assert.Equal(ImportOutcome.Complete, report.Outcome);
        }

        return new(await GraphServer.StartAsync(store, new() { Urls = "http://127.0.0.1:0" }, CancellationToken.None), store);
    }

    private sealed record ServedGraph(GraphServer Server, IAsyncDisposable Store) : IAsyncDisposable
    {
        public string Url => Server.Url;

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Store.DisposeAsync();
        }
    }
}

/// <summary>A fact that needs the explorer in this build, its packages, and Chromium; skipped, saying so, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsExplorerAndChromiumAttribute : FactAttribute
{
    public NeedsExplorerAndChromiumAttribute() => Skip = !ExplorerFiles.AreThere
        ? "The explorer is not in this build: install Node 20 or later and build once more."
        : Directory.Exists(Path.Combine(Repository.Root, "src", "Graph.Explorer", "node_modules", "playwright-core"))
            ? new NeedsChromiumAttribute().Skip
            : "The packages of the explorer's tests are not here: build on a machine that reaches the npm registry.";
}
