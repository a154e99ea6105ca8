using System.Text;
using Graph.Export;

namespace Graph.Stores.Tests.Exports;

/// <summary>
/// What is read of a whole graph: each node and relationship once, with all that was stored of it, in the same order from
/// every store.
/// </summary>
public abstract class ExportContract<TStores>(FilmFixture<TStores> fixture) : IClassFixture<FilmFixture<TStores>>
    where TStores : Stores, new()
{
    [StoreFact]
    public async Task EveryRecordIsWrittenWithEveryValue()
    {
        using var output = new MemoryStream();
        var report = await Exporter.RunAsync(fixture.Store, new JsonLines(), output, CancellationToken.None);
        Approved.Match("films.jsonl", Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal((16, 19, 0), (report.Nodes, report.Relationships, report.LeftOut));
    }
}

/// <summary>The same of a graph with nodes that have thousands of relationships.</summary>
public abstract class BusyExportContract<TStores>(BusyFixture<TStores> fixture) : IClassFixture<BusyFixture<TStores>>
    where TStores : Stores, new()
{
    private static readonly int[] Films = [.. Enumerable.Range(0, BusyFixture<TStores>.Films)];

    [StoreFact]
    public async Task NoRecordIsLostOrWrittenTwiceWhereAPageEnds()
    {
        using var output = new MemoryStream();
        var counting = new Counting();
        await Exporter.RunAsync(fixture.Store, counting, output, CancellationToken.None);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length, lines.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            Films.Select(BusyFixture<TStores>.Id),
            lines.Where(line => line.StartsWith("""{"type":"node","id":"Film:""", StringComparison.Ordinal)).Select(line => line[26..31]));
        Assert.Equal(
            Films.Count(BusyFixture<TStores>.IsEverywhere) + Films.Count(BusyFixture<TStores>.IsTwice),
            lines.Count(line => line.Contains("\"start\":{\"id\":\"Player:everywhere\"", StringComparison.Ordinal)));
        Assert.Equal(
            Films.Where(BusyFixture<TStores>.IsOfTheStudio).Select(BusyFixture<TStores>.Id),
            lines.Where(line => line.Contains("\"MADE_BY\"", StringComparison.Ordinal))
                .Select(line => line[line.IndexOf("Film:", StringComparison.Ordinal)..][5..10]));
        Assert.True(counting.Pages > 6, $"{counting.Pages} pages end nowhere within a type or a node.");
    }

    /// <summary>JSON Lines, with the number of pages they were written in.</summary>
    private sealed class Counting : IRecordFormat, IRecordWriter
    {
        private readonly JsonLines lines = new();
        private IRecordWriter writer = null!;

        public int Pages { get; private set; }

        public string Name => lines.Name;

        public string Description => lines.Description;

        public string Ending => lines.Ending;

        public string ContentType => lines.ContentType;

        public IRecordWriter Begin(ExportPlan plan, ExportOutput output)
        {
            writer = lines.Begin(plan, output);
            return this;
        }

        public ValueTask WriteAsync(ExportPage page)
        {
            Pages++;
            return writer.WriteAsync(page);
        }

        public ValueTask FinishAsync() => writer.FinishAsync();
    }
}

/// <summary>The same of a graph that another program has written to.</summary>
public abstract class DamagedExportContract<TStores> : IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();
    private Model.Stores.IGraphStore store = null!;

    public async Task InitializeAsync()
    {
        if (!stores.AreAtHand) return;
        await stores.InitializeAsync();
        store = await stores.OpenEmptyAsync(StoreTest.Films);
        await Stores.WriteAsync(store, new Records(StoreTest.Films)
            .Node("Film", ("id", "f1"), ("title", "One"), ("importedAt", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)))
            .Node("Studio", ("id", "s1"), ("name", "First"))
            .Relationship("MADE_BY", "Film:f1", "Studio:s1"));
    }

    public Task DisposeAsync() => stores.DisposeAsync();

    [StoreTheory]
    [InlineData("genre", "'OPERA'", "genre holds \"OPERA\", which is not of the type Genre;")]
    [InlineData("minutes", "5000000000", "minutes holds 5000000000, which is not of the type Int;")]
    [InlineData("released", "'soon'", "released holds \"soon\", which is not of the type Date;")]
    public async Task AValueOfAnotherKindIsLeftOutAndTold(string property, string value, string told)
    {
        await stores.DamageAsync(
            store,
            $"UPDATE Film SET {property} = {value} WHERE id = 'f1'",
            $"MATCH (n:Film {{id: 'f1'}}) SET n.{property} = {value}");
        var (lines, report) = await ExportAsync();
        Assert.Equal("""{"type":"node","id":"Film:f1","labels":["Film"],"properties":{"id":"f1","title":"One","genres":[],"importedAt":"2020-01-01T00:00:00.000000Z"}}""", lines[0]);
        Assert.StartsWith("Film \"f1\": " + told, Assert.Single(report.Sentences), StringComparison.Ordinal);
        Assert.Equal((2, 1, 1), (report.Nodes, report.Relationships, report.LeftOut));
    }

    [StoreFact]
    public async Task AnItemOfAnotherKindIsToldWithItsPlace()
    {
        await stores.DamageAsync(
            store,
            """UPDATE Film SET genres = '["DRAMA","OPERA"]' WHERE id = 'f1'""",
            "MATCH (n:Film {id: 'f1'}) SET n.genres = ['DRAMA', 'OPERA']");
        Assert.StartsWith(
            "Film \"f1\": genres holds \"OPERA\" at place 1, which is not of the type [Genre!]!;",
            Assert.Single((await ExportAsync()).Report.Sentences),
            StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task AnIdThatIsANumberIsWrittenAsText()
    {
        await stores.DamageAsync(store, "UPDATE Studio SET id = 5", "MATCH (n:Studio) SET n.id = 5");
        var (lines, report) = await ExportAsync();
        Assert.Contains("""{"type":"node","id":"Studio:5","labels":["Studio"],"properties":{"id":"5","name":"First"}}""", lines);
        Assert.EndsWith("\"end\":{\"id\":\"Studio:5\",\"labels\":[\"Studio\"],\"properties\":{\"id\":\"5\"}}}", lines[^1], StringComparison.Ordinal);
        Assert.Equal(0, report.LeftOut);
    }

    private async Task<(string[] Lines, ExportReport Report)> ExportAsync()
    {
        using var output = new MemoryStream();
        var report = await Exporter.RunAsync(store, new JsonLines(), output, CancellationToken.None);
        return (Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries), report);
    }
}

public sealed class SqliteExport(FilmFixture<SqliteStores> fixture) : ExportContract<SqliteStores>(fixture);

public sealed class SqliteBusyExport(BusyFixture<SqliteStores> fixture) : BusyExportContract<SqliteStores>(fixture);

public sealed class SqliteDamagedExport : DamagedExportContract<SqliteStores>;

[Collection(Neo4jTurns.First)]
public sealed class Neo4jExport(FilmFixture<Neo4jStores> fixture) : ExportContract<Neo4jStores>(fixture);

[Collection(Neo4jTurns.First)]
public sealed class Neo4jBusyExport(BusyFixture<Neo4jStores> fixture) : BusyExportContract<Neo4jStores>(fixture);

[Collection(Neo4jTurns.First)]
public sealed class Neo4jDamagedExport : DamagedExportContract<Neo4jStores>;
