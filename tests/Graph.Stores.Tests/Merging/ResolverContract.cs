using Graph.Export;
using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Stores.Tests.Sources;

namespace Graph.Stores.Tests.Merging;

/// <summary>The file of a resolver as a source of judgements about actors.</summary>
public abstract class ResolverContract<TStores> : SaidContract<TStores>
    where TStores : Stores, new()
{
    private const string Entities = """
        {"id":"a","schema":"Person","properties":{"name":["Ann Other"],"birthDate":["1970-01-02"]}}
        {"id":"b","schema":"Person","properties":{"name":["A. Other"],"alias":["Annie"]}}
        {"id":"c","schema":"Person","properties":{"name":["Carl Third"],"wikidataId":["Q77"]}}
        {"id":"d","schema":"Person","properties":{"name":["Carl T."]}}
        {"id":"l","schema":"LegalEntity","properties":{"name":["Ann Otherova"]}}
        {"id":"o","schema":"Position","properties":{"name":["Minister"]}}
        {"id":"p","schema":"Position","properties":{"name":["Minister"]}}
        {"id":"h","schema":"Occupancy","properties":{"holder":["b"],"post":["p"],"startDate":["2020-01-01"]}}
        {"id":"j","schema":"Occupancy","properties":{"holder":["c"],"post":["o"],"startDate":["2022-01-01"]}}
        {"id":"i","schema":"Occupancy","properties":{"holder":["l"],"post":["o"],"startDate":["2021-01-01"]}}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graph-resolver-");

    private string Resolver => Path.Combine(folder.FullName, "resolver.ijson");

    [StoreFact]
    public async Task JudgesAndTakesBackWhatItNoLongerSays()
    {
        await OpenEmptyAsync(Ontology.Shipped);
        var entities = Path.Combine(folder.FullName, "entities.json");
        await File.WriteAllTextAsync(entities, Entities);
        await WriteAsync(
            """["NK-1", "a", "positive", 0.93, "judge", "2024-03-05T10:00:00"]""",
            """["NK-1", "b", "positive", null, "judge", "2024-03-05T10:01"]""",
            """["NK-1", "l", "positive", null, "judge", "2024-03-05T10:01"]""",
            """["o", "p", "positive", null, "judge", "2024-03-05T10:01"]""",
            """["a", "Q77", "negative", null, "judge", "2024-03-05T10:01"]""",
            """["d", "c", "positive", null, null, null]""",
            """["a", "d", "unsure", 0.5, "judge", "2024-03-05T10:01"]""",
            """["a", "c", "positive", 0.5, "judge", "2024-03-05T10:01", "2024-03-06T09:00:00"]""");

        // The entities that are joined are one: actors by a judgement, so that each keeps its id and what is said of it, others from the start.
        var report = await ImportAsync(entities);
        Assert.Empty(report.Rejections);
        Assert.Empty(report.Withheld);
        Assert.Equal(["a", "d"], await IdsAsync("Person", null));
        Assert.Equal(["o"], await IdsAsync("Office", null));
        Assert.Equal(["a", "d"], await IdsAsync("Person", Some("Person.offices", Is("Office.id", "o"))));
        Assert.Equal(
            [
                "a is NK-1: judged by judge with a score of 0.93", "b is NK-1: judged by judge", "c is d: ", "c is not a: judged by judge",
                "l is NK-1: judged by judge", "p is o: judged by judge",
            ],
            await JudgementsAsync());
        Assert.Equal(
            ["""["a","Ann Other",["Ann Otherova","A. Other","Annie"]]""", """["d","Carl T.",["Carl Third"]]"""],
            await ReadAsync("Person", null, [Up("Person.id")], Select(Get("Person.id"), Get("Person.name"), Get("Person.aliases"))));
        var (merged, whole) = (await ExportAsync(new JsonLines()), await File.ReadAllTextAsync(Resolver));
        var again = await ImportAsync(entities);
        Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Removed));
        Assert.Equal(merged, await ExportAsync(new JsonLines()));

        // What is wrong is told with its place, and nothing is taken back on its account.
        await File.WriteAllTextAsync(Resolver, whole.Replace("""["NK-1", "b", "positive",""", """["NK-1", "b", "maybe",""", StringComparison.Ordinal) + "[\"x\"\n");
        report = await ImportAsync();
        Assert.Equal(
            ["resolver.ijson:2:3: A judgement is a list of two ids and the word positive, negative, unsure or no_judgement.", "resolver.ijson:9:1: A judgement is a list of two ids and the word positive, negative, unsure or no_judgement."],
            report.Rejections.Select(rejection => $"{Path.GetFileName(rejection.File)}:{rejection.Faults[0].Line}:{rejection.Faults[0].Column}: {rejection.Faults[0].Message}"));
        Assert.Contains("no longer gives 1 judgement. None was taken back, because something in", Assert.Single(report.Withheld), StringComparison.Ordinal);
        Assert.Equal(["a", "d"], await IdsAsync("Person", null));

        // Alone it judges too, of actors of the graph by id or number; what it no longer says is taken back.
        await WriteAsync([.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("\"b\"", StringComparison.Ordinal))]);
        report = await ImportAsync();
        Assert.Equal((ImportOutcome.Complete, 1), (report.Outcome, report.Removed));
        Assert.Equal(["a", "b", "d"], await IdsAsync("Person", null));
        Assert.Contains("c is not a: judged by judge", await JudgementsAsync());
    }

    [StoreFact]
    public async Task OfManyJudgementsAThirdGoesOnlyWhereSomebodySaysSo()
    {
        await OpenEmptyAsync(Ontology.Shipped);
        await WriteAsync([.. Enumerable.Range(1, 30).Select(i => $"""["a{i}", "b{i}", "positive"]""")]);
        Assert.Equal(30, (await ImportAsync()).Added);
        await WriteAsync([.. Enumerable.Range(1, 19).Select(i => $"""["a{i}", "b{i}", "positive"]""")]);
        var report = await ImportAsync();
        Assert.Equal((ImportOutcome.SomeRejected, 0), (report.Outcome, report.Removed));
        Assert.EndsWith(
            "no longer gives 11 judgements of 30, more than a third, so none was taken back. If that is meant, import again with --confirm-removals; to add and change only, with --keep.",
            Assert.Single(report.Withheld),
            StringComparison.Ordinal);
        Assert.Equal(0, (await ImportAsync(options => options with { Keep = true })).Removed);
        Assert.Equal(11, (await ImportAsync(options => options with { ConfirmRemovals = true })).Removed);
    }

    public override async Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        await base.DisposeAsync();
    }

    private Task WriteAsync(params string[] lines) => File.WriteAllLinesAsync(Resolver, lines);

    private Task<ImportReport> ImportAsync(params string[] paths) => ImportAsync(options => options with { Paths = paths });

    private async Task<ImportReport> ImportAsync(Func<ImportOptions, ImportOptions> with)
    {
        var options = new ImportOptions { Paths = [], ResolverPath = Resolver, RejectedPath = Path.Combine(folder.FullName, "rejected") };
        var report = await Importer.RunAsync(with(options), Store, TimeProvider.System, null, CancellationToken.None);
        Assert.Null(report.Failure);
        return report;
    }

    private async Task<string[]> JudgementsAsync() =>
        [.. (await Store.JudgedAsync(CancellationToken.None)).Judgements.Select(one => $"{one.Id} {(one.IsSame ? "is" : "is not")} {one.Other}: {one.Because}").Order(StringComparer.Ordinal)];
}

public sealed class SqliteResolver : ResolverContract<SqliteStores>;

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jResolver : ResolverContract<Neo4jStoresOfTheSecond>;
