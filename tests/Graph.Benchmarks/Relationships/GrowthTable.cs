using Graph.Benchmarks.Sqlite;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;
using Graph.Stores.Neo4j.Migrations;

namespace Graph.Benchmarks.Relationships;

/// <summary>The table of how the questions grow, from nothing: graphs are made where they are not there yet, and then asked.</summary>
internal static class GrowthTable
{
    private const int BatchSize = 10_000;

    /// <summary>Makes the graphs and prints the table.</summary>
    /// <param name="folder">Where the files are, or will be: <c>10000.db</c> holds ten thousand acts.</param>
    /// <param name="sizes">How many acts the graphs have, parted by commas.</param>
    /// <param name="servers">Neo4j servers, as many as sizes or fewer, each for the size at its place.</param>
    /// <param name="output">Takes the table, in Markdown.</param>
    public static async Task RunAsync(string folder, string sizes, IReadOnlyList<string> servers, TextWriter output)
    {
        Directory.CreateDirectory(folder);
        int[] acts = [.. sizes.Split(',').Select(int.Parse)];
        var graphs = acts.Select(size => ($"sqlite:{Path.Combine(folder, $"{size}.db")}", size)).Concat(servers.Zip(acts)).ToList();
        foreach (var (location, size) in graphs) await FillAsync(location, size);
        await output.WriteLineAsync($"Acts: {sizes}, first SQLite, then Neo4j ({servers.Count} of them). Load before: {Load()}");
        await RelationshipBenchmark.RunAsync([.. graphs.Select(graph => graph.Item1)], output);
        await output.WriteLineAsync($"Load after: {Load()}");
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "not known";

    private static async Task FillAsync(string location, int acts)
    {
        if (!StoreLocation.TryParse(location, out var parsed, out var fault)) throw new ArgumentException(fault, nameof(location));
        if (parsed is StoreLocation.Neo4j)
        {
            await using var migrator = Migrator.For(location, Ontology.Shipped);
            await migrator.ApplyAsync(CancellationToken.None);
        }

        await using var store = await GraphStores.OpenAsync(parsed, Ontology.Shipped, CancellationToken.None);
        if (await store.CountAsync(Ontology.Shipped.Act!.Type, CancellationToken.None) > 0) return;
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        foreach (var batch in new NewsGraph(acts, BatchSize).Batches())
            await writer.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
        await writer.FinishAsync(CancellationToken.None);
    }
}
