using System.Text;
using Graph.Export;
using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Tests.Exports;

namespace Graph.Stores.Tests.Feeds;

/// <summary>What feeds and exports give when they are imported, whichever the store.</summary>
internal static class FeedStores
{
    /// <summary>Imports files at a time that is the same each time; the report.</summary>
    public static async Task<ImportReport> ImportAsync(IGraphStore store, params string[] paths)
    {
        var rejected = Path.Combine(Path.GetTempPath(), $"graph-rejected-{Guid.NewGuid():N}.jsonl");
        try
        {
            var report = await Importer.RunAsync(new() { Paths = paths, RejectedPath = rejected }, store, new Clock(), null, CancellationToken.None);
            Assert.Null(report.Failure);
            return report;
        }
        finally
        {
            File.Delete(rejected);
        }
    }

    /// <summary>The whole graph in a format.</summary>
    public static async Task<string> ExportAsync(IGraphStore store, string format)
    {
        var (files, form) = (new Files(), OutputFormats.Find(format)!);
        await Exporter.RunAsync(store, new(form, GraphPart.Of(store.Ontology, form.DefaultView)), files, CancellationToken.None);
        return files.ToString();
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Stores.Now;
    }
}

/// <summary>Each feed makes one graph of its files, to the byte, whichever the store.</summary>
[Collection(Neo4jTurns.Second)]
public sealed class FeedsIntoNeo4j : IAsyncLifetime
{
    private static readonly string[] Samples =
    [
        "gdelt/20150218230000.export.CSV", "gdelt/20150218230000.mentions.CSV", "gdelt/gdelt1.sample.tsv", "icews/events.2018-06-01.sample.tab",
        "polecat/rows.invented.tsv", "ftm/every-kind.invented.ftm.json", "ftm/eu_fsf.statements.csv", "wikidata/Q7747.json",
    ];

    private readonly Neo4jStoresOfTheSecond neo4j = new();
    private readonly SqliteStores sqlite = new();

    public async Task InitializeAsync()
    {
        if (!neo4j.AreAtHand) return;
        await neo4j.InitializeAsync();
        await sqlite.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await neo4j.DisposeAsync();
        await sqlite.DisposeAsync();
    }

    [SamplesOnNeo4jFact]
    public async Task AreTheGraphThatAnEmbeddedStoreHas()
    {
        var paths = Array.ConvertAll(Samples, sample => Published.Path(sample)!);
        var (one, other) = (await neo4j.OpenEmptyAsync(Ontology.Shipped), await sqlite.OpenEmptyAsync(Ontology.Shipped));
        var (there, here) = (await FeedStores.ImportAsync(one, paths), await FeedStores.ImportAsync(other, paths));
        Assert.Equal((here.Read, here.Added, here.Changed, here.Rejected), (there.Read, there.Added, there.Changed, there.Rejected));
        Assert.True(here.Added > 3_000, $"{here.Added} records are not what the samples hold.");
        foreach (var format in new[] { "jsonl", "ftm" }) Assert.Equal(await FeedStores.ExportAsync(other, format), await FeedStores.ExportAsync(one, format));
        var again = await FeedStores.ImportAsync(one, paths);
        Assert.Equal((0, 0), (again.Added, again.Changed));
    }
}

/// <summary>A fact that needs published samples and a Neo4j; skipped where one of them is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SamplesOnNeo4jFactAttribute : FactAttribute
{
    public SamplesOnNeo4jFactAttribute() =>
        Skip = Published.Path("gdelt") is null ? "There is no shared/data/gdelt beside the checkout." : Neo4jStores.NotAtHand;
}

/// <summary>Entities that are exported, imported into an empty graph and exported again are the same bytes.</summary>
public sealed class EntitiesThereAndBack(NewsFixture<SqliteStores> fixture) : IClassFixture<NewsFixture<SqliteStores>>, IAsyncLifetime
{
    private readonly SqliteStores stores = new();
    private readonly string file = Path.Combine(Path.GetTempPath(), $"graph-{Guid.NewGuid():N}.ftm.json");

    public Task InitializeAsync() => stores.InitializeAsync();

    public Task DisposeAsync()
    {
        File.Delete(file);
        return stores.DisposeAsync();
    }

    /// <summary>An id that the model does not allow is another the first time, and stands elsewhere.</summary>
    [Fact]
    public async Task OfAGraphWithAllThatFormatsTripOver()
    {
        var first = await FeedStores.ExportAsync(fixture.Store, "ftm");
        var other = await ImportedAsync(first, least: 15);
        Assert.Equal(first.Split('\n').Order(StringComparer.Ordinal), (await FeedStores.ExportAsync(other, "ftm")).Split('\n').Order(StringComparer.Ordinal));
        await IsTheSameAsync(other, least: 15);
    }

    [Fact]
    public async Task OfTheSeeds()
    {
        var store = await stores.OpenEmptyAsync(Ontology.Shipped);
        Assert.Empty((await FeedStores.ImportAsync(store, Seeds())).Rejections);
        await IsTheSameAsync(store, least: 300);
    }

    private async Task IsTheSameAsync(IGraphStore store, int least)
    {
        var first = await FeedStores.ExportAsync(store, "ftm");
        var other = await ImportedAsync(first, least);
        Assert.Equal(first.Split('\n'), (await FeedStores.ExportAsync(other, "ftm")).Split('\n'));
    }

    private async Task<IGraphStore> ImportedAsync(string entities, int least)
    {
        Assert.True(entities.Count(sign => sign == '\n') >= least, $"{entities.Count(sign => sign == '\n')} entities are too few.");
        await File.WriteAllTextAsync(file, entities, new UTF8Encoding(false));
        var store = await stores.OpenEmptyAsync(Ontology.Shipped);
        Assert.Empty((await FeedStores.ImportAsync(store, file)).Rejections);
        return store;
    }

    private static string Seeds([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Graph.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "seeds");
    }
}
