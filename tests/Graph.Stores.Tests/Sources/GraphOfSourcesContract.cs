using CsCheck;
using Graph.Export;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Runs;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Tests.Merging;
using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests.Sources;

/// <summary>What some sources of a graph say, as a graph of its own.</summary>
public abstract class GraphOfSourcesContract<TStores>(int samples) : SaidContract<TStores>
    where TStores : Stores, new()
{
    private readonly SqliteStores copies = new();

    /// <summary>Questions through every kind of root field; those that a condition names are found or not by it.</summary>
    private static readonly string[] Questions =
    [
        "{ actors { __typename id name aliases mergedFrom { id name because at } } accusations { id saidOn importedAt accusers { id } accused { id } } }",
        "{ whoAccusedWhom { accuser { id } accused { id } accusations first last } accusationTimeline(bucket: MONTH) { time accusations } }",
        "{ a: search(text: \"red\") { totalCount hits { id score fields { snippet } } } b: search(text: \"blau\") { facets { type count } suggestions } }",
        "{ accusationsConnection { totalCount } peopleConnection { totalCount aggregate { node { name { shortest } } } } freshness { type property time } }",
        "{ topActors: actors(sort: [{ madeCount: DESC }, { id: ASC }], limit: 3) { id madeConnection { totalCount } } imports { sources read added } }",
        "{ people(where: { id: { in: [\"p1\", \"p2\", \"p3\"] } }) { id born wikidata offices { title of { id name } } made { id } accusedIn { id } } }",
        "{ accusationThreads { size acts { act { id } } } }",
    ];

    /// <summary>A question about a node that may not be there.</summary>
    private const string OfOne = "{ neighbourhood(of: [{ type: Actor, id: \"p1\" }]) { nodes { id degree } links { id count } } }";

    [StoreFact]
    public Task IsTheGraphThatThereWereIfNobodyElseHadSaidAnything() => Gen.Select(Steps.List[1, 10], Permitted).SampleAsync(
        async (steps, permitted) =>
        {
            await OpenEmptyAsync(Ontology.Shipped);
            var alone = await copies.OpenEmptyAsync(Ontology.Shipped);
            foreach (var step in steps)
            {
                await DoAsync(Store, step);
                if (permitted.Contains(step.Source)) await DoAsync(alone, step);
            }

            await using (var writer = await alone.OpenWriterAsync(CancellationToken.None)) await writer.FinishAsync(CancellationToken.None);
            var copy = await copies.OpenEmptyAsync(Ontology.Shipped);
            await GraphOfSources.CopyAsync(Store, permitted, copy, Stores.Now, () => { }, CancellationToken.None);
            Assert.Equal(await ExportAsync(alone, new JsonLines()), await ExportAsync(copy, new JsonLines()));
            Assert.Equal(await ExportAsync(alone, OutputFormats.Find("graphml")!), await ExportAsync(copy, OutputFormats.Find("graphml")!));
            Assert.Equal((await alone.DegreesAsync(CancellationToken.None))?.ToString(), (await copy.DegreesAsync(CancellationToken.None))?.ToString());
            var (here, there) = (new GraphApi(alone), new GraphApi(copy));
            foreach (var question in Questions)
            {
                var answer = await here.AskAsync(question);
                Assert.DoesNotContain("\"errors\"", answer, StringComparison.Ordinal);
                Assert.Equal(answer, await there.AskAsync(question));
            }

            Assert.Equal(await here.AskAsync(OfOne), await there.AskAsync(OfOne));
        },
        iter: samples,
        threads: 1,
        print: given => $"{string.Join(", ", given.Item2)} of\n{string.Join('\n', given.Item1)}");

    [StoreFact]
    public async Task OfARecordThatOthersAssertTooNothingOfTheirsIsLeft()
    {
        await OpenEmptyAsync(Ontology.Shipped);
        var act = Node(
            "Accusation", "x1", ("act", "ACCUSE"), ("matter", "war"), ("matterTypes", new[] { "CRIME" }), ("modality", "ASSERTED"), ("confidence", 1.0), ("method", "CURATED"));
        await SayAsync(Store, "secret", [act with { Values = [.. act.Values, ("code", "112")] }], Stores.Now.AddDays(-30));
        await SayAsync(Store, "a", [act, Node("Person", "p1", ("name", "red")), Link("MADE", "Person:p1", "Accusation:x1")], Stores.Now);
        await SayAsync(Store, "secret", [act with { Values = [.. act.Values, ("code", "112")] }, Node("Person", "p1", ("name", "blue"), ("wikidata", "Q1"))], Stores.Now);
        await SayAsync(Store, "", [Node("Person", "p1", ("name", "nobody"), ("aliases", new[] { "nobody's" })), Node("Person", "p2", ("name", "of nobody"))], Stores.Now);
        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
        {
            await KeepAsync(writer, Stores.Now.AddDays(-1), "a", "secret");
            await KeepAsync(writer, Stores.Now, "secret");
        }

        Assert.Equal(["a", "secret"], await Store.SourcesAsync(CancellationToken.None));
        var copy = await copies.OpenEmptyAsync(Ontology.Shipped);
        Assert.Equal(3, await GraphOfSources.CopyAsync(Store, ["a", "unknown"], copy, Stores.Now, () => { }, CancellationToken.None));
        Assert.Equal(
            """{"data":{"people":[{"id":"p1","name":"red","aliases":[],"wikidata":null}],"accusations":[{"id":"x1","code":null,"importedAt":"2026-01-01T03:04:05.678Z"}]}}""",
            await new GraphApi(copy).AskAsync("{ people { id name aliases wikidata } accusations { id code importedAt } }"));
        var run = Assert.Single(await copy.RunsAsync(10, 0, CancellationToken.None));
        Assert.Equal(["a"], run.Sources);
        Assert.Equal((3L, 3L, 0L, 0L, Stores.Now.AddDays(-1)), (run.Read, run.Added, run.Changed, run.Unchanged, run.StartedAt));

        // Who may read nothing that is there reads nothing.
        foreach (var none in (string[][])[[], ["unknown"], [""]])
        {
            var empty = await copies.OpenEmptyAsync(Ontology.Shipped);
            Assert.Equal(0, await GraphOfSources.CopyAsync(Store, none, empty, Stores.Now, () => { }, CancellationToken.None));
            Assert.True(await empty.IsEmptyAsync(CancellationToken.None));
            Assert.Empty(await empty.RunsAsync(10, 0, CancellationToken.None));
        }

        static ValueTask<ImportRun> KeepAsync(IGraphWriter writer, DateTimeOffset at, params string[] sources) => writer.KeepAsync(
            new() { Command = "import", StartedAt = at, EndedAt = at, Outcome = RunOutcome.Complete, Sources = sources, Read = 99, Changed = 98 }, CancellationToken.None);
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await copies.DisposeAsync();
        await base.DisposeAsync();
    }

    private static Gen<string[]> Permitted => OneOf<string[]>(["a"], ["b"], ["a", "c"], ["c", "b"], ["a", "b", "c"]);

    private static Gen<Step> Steps => Gen.Frequency(
        (4, Gen.Select(OneOf("a", "b", "c", ""), RandomNews.SaidOfMany, (source, said) => new Step(source, said, null))),
        (1, Gen.Select(OneOf("a", "b", ""), RandomNews.Ids, RandomNews.Ids, Gen.Bool, (source, one, another, isSame) =>
            new Step(source, null, one == another ? null : new(one, another, isSame) { Source = source.Length > 0 ? source : null, Because = source, At = Stores.Now }))));

    private static async Task DoAsync(IGraphStore store, Step step)
    {
        if (step.Said is { } said) await SayAsync(store, step.Source, said, Stores.Now);
        if (step.Judged is not { } judged) return;
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        await writer.JudgeAsync([judged], [], unlessHeld: false, CancellationToken.None);
        await writer.FinishAsync(CancellationToken.None);
    }

    private static async Task SayAsync(IGraphStore store, string source, IReadOnlyList<SaidRecord> said, DateTimeOffset now)
    {
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        Assert.Empty((await WriteAsync(store, writer, source, said, now)).Refused);
        if (source.Length > 0) await writer.WithdrawUnlistedAsync([source], now, CancellationToken.None);
        await writer.FinishAsync(CancellationToken.None);
    }

    private sealed record Step(string Source, IReadOnlyList<SaidRecord>? Said, Judgement? Judged)
    {
        public override string ToString() => Said is null ? $"{Source}: {Judged}" : $"{Source}: {string.Join("; ", Said)}";
    }
}

public sealed class SqliteGraphOfSources() : GraphOfSourcesContract<SqliteStores>(samples: 6);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jGraphOfSources() : GraphOfSourcesContract<Neo4jStoresOfTheSecond>(samples: 1);
