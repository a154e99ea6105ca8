using CsCheck;
using Graph.Export;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;
using Graph.Stores.Tests.Changes;
using Graph.Stores.Tests.Search;
using Graph.Stores.Tests.Sources;
using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests.Merging;

/// <summary>What a graph holds after any row of imports, merges and the like, held against what these say, worked out in plain C#.</summary>
public abstract partial class MergeContract<TStores>(int samples, int steps = 12) : SaidContract<TStores>
    where TStores : Stores, new()
{
    [StoreFact]
    public Task TheGraphIsWhatSourcesSayOfActorsThatAreOne() => Steps.List[3, steps].SampleAsync(
        async taken =>
        {
            await OpenEmptyAsync(Ontology.Shipped);
            var (plain, mirror) = (new PlainMerges(), new Mirror(Store));
            foreach (var step in taken)
            {
                var (before, export, run) = (plain.Copy(), await ExportAsync(new JsonLines()), 0L);
                if (step.Said is { } said)
                {
                    plain.Import(step.Source, said);
                    run = await RunAsync(writer => ImportAsync(writer, step.Source, said));
                }
                else if (step.Judged is { } judged)
                {
                    if (step.IsRetracted) plain.Judgements.Remove(judged);
                    else plain.Judgements.Add(judged);
                    run = await RunAsync(async writer => await JudgeAsync(writer, judged, step.IsRetracted));
                }

                await mirror.FollowAsync(await LinesAsync(new ShownLines()));
                if (step.Undone > 0 && export != await ExportAsync(new JsonLines()))
                {
                    if (step.Undone == 1) await ThereAndBackAsync(run, export);
                    else
                    {
                        await UndoAsync(run);
                        Assert.Equal(export, await ExportAsync(new JsonLines()));
                        plain = before;
                    }

                    await mirror.FollowAsync(await LinesAsync(new ShownLines()));
                }

                Assert.Equal(plain.Lines().Order(StringComparer.Ordinal), await LinesAsync(new ShownLines()));
                foreach (var word in (string[])["red", "blue", "fox"]) Assert.Equal(plain.Found(word), await FoundAsync(word));
            }
        },
        iter: samples,
        threads: 1,
        print: taken => string.Join('\n', taken.Select(step => step.Said is { } said ? $"{step.Source}: {string.Join("; ", said)} {step.Undone}" : $"{(step.IsRetracted ? "not " : "")}{step.Judged} {step.Undone}")));

    [StoreFact]
    public async Task AMergedIdIsFoundAndWhatWasMergedComesApartToTheByte()
    {
        await OpenEmptyAsync(Ontology.Shipped);
        await ImportAsync("a", Accused("p1", "p2", "x1"));
        await ImportAsync("", [.. Accused("p3", "p1", "x2"), Node("Person", "p3", ("name", "Ilić"), ("aliases", new[] { "I." }), ("wikidata", "Q3"))]);
        var before = await ExportAsync(new JsonLines());
        Assert.Equal((1, 0, 1), await CountsAsync(new("p2", "p1", true)));
        Assert.Equal((1, 0, 2), await CountsAsync(new("p3", "p2", true)));

        // All are one: found by any id, in lists and along relationships, and by each name.
        Assert.Equal(["p1"], await IdsAsync("Person", Is("Person.id", "p2")));
        Assert.Equal(["p1"], await IdsAsync("Actor", Is("Actor.id", ComparisonOperator.In, new object[] { "p3", "p2", "nobody" })));
        Assert.Equal(["x1", "x2"], await IdsAsync("Accusation", Some("Accusation.accusers", Is("Actor.id", "p3"))));
        Assert.Equal(["p1 4"], await FoundAsync("ilic"));
        Assert.Contains("Accusation:x2", await AroundAsync("p1"), StringComparison.Ordinal);
        foreach (var any in (string[][])[["p2"], ["p3"], ["p1", "p3"]]) Assert.Equal(await AroundAsync("p1"), await AroundAsync(any));
        Assert.Equal(
            ["[[[\"p2\",\"Actor p2\",\"of their papers\"],[\"p3\",\"Ilić\",\"of their papers\"]]]"],
            await ReadAsync("Person", Is("Person.id", "p1"), [Up("Person.id")], Select(new MergedFromColumn([MergedPart.Id, MergedPart.Name, MergedPart.Because]))));
        var types = await Store.FindAsync(Ontology.Shipped.FindEntity("Actor")!, ["p1", "p2", "p3", "p4"], CancellationToken.None);
        Assert.Equal(["p1", "p2", "p3"], types.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            [("p2", "of their papers"), ("p3", "of their papers")],
            (await Store.MergedAsync(CancellationToken.None)).Members.Where(member => member.IsMerged)
                .Select(member => (member.Raw.Id, member.Because)).Order());

        await using (var rehearsal = (await Store.OpenRehearsalAsync(CancellationToken.None))!)
            Assert.Equal(["p1", "p2"], (await rehearsal.FindAsync(Type("Person"), ["p1", "p2", "p4"], CancellationToken.None)).Keys.Order(StringComparer.Ordinal));

        // The same again lands there and changes nothing.
        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
        {
            var again = await WriteAsync(writer, "a", Accused("p1", "p2", "x1"));
            Assert.Equal((new WriteCounts(0, 0, 3), new WriteCounts(0, 0, 2)), (again.Nodes, again.Relationships));
            Assert.Equal(new UnlistedCounts(3, 2, 0, 0), await writer.CountUnlistedAsync("a", CancellationToken.None));
            Assert.Equal(["p2"], (await writer.FindAsync(Type("Person"), ["p2"], CancellationToken.None)).Keys);
            await writer.FinishAsync(CancellationToken.None);
        }

        // An export says what sources say and who judged so, and makes the same graph.
        var given = await ExportAsync(new JsonLines());
        Assert.Contains("""{"type":"judgement","id":"p2","other":"p1","same":true,"because":"of their papers","at":"2026-01-02T03:04:05.678901Z"}""", given, StringComparison.Ordinal);
        Assert.Equal(before.Split('\n').Where(line => !line.Contains("ACCUSED", StringComparison.Ordinal)).Order(), given.Split('\n').Where(line => !line.Contains("judgement", StringComparison.Ordinal) && !line.Contains("ACCUSED", StringComparison.Ordinal)).Order());
        Assert.Equal((0, 1, 1), await CountsAsync(new("p2", "p1", true), isRetracted: true));
        Assert.Equal((0, 1, 0), await CountsAsync(new("p3", "p2", true), isRetracted: true));
        Assert.Equal(before, await ExportAsync(new JsonLines()));
        Assert.Equal(["p2"], await IdsAsync("Person", Is("Person.id", "p2")));
        Assert.Empty((await Store.MergedAsync(CancellationToken.None)).Members);

        // What belongs to the source is still its own.
        await ImportAsync("a", []);
        Assert.Equal(["p1", "p3"], await IdsAsync("Person", null));
    }

    private async Task<string> AroundAsync(params string[] ids) => (await new GraphApi(Store).ValueAsync(
        "query ($of: [NodeRef!]!) { neighbourhood(of: $of) { nodes { key degree } links { id count } cut { node total } } }",
        new { of = ids.Select(id => new { type = "Actor", id }) })).ToString();

    [StoreFact]
    public async Task ItsOwnNameIsNoOtherNameUnlessItsSourcesSaySo()
    {
        await OpenEmptyAsync(Ontology.Shipped);
        await ImportAsync("", [Named("p1", "Ann", "the one they call \"Ann", "Anna"), Named("p2", "Ann", "Ann"), Named("p3", "Bo", "Bo", "Bob"), Named("p4", "Bo")]);
        await JudgeAsync(new("p2", "p1", true));
        await JudgeAsync(new("p4", "p3", true));
        Assert.Equal(
            ["""[["the one they call \"Ann","Anna"]]""", """[["Bo","Bob"]]"""],
            await ReadAsync("Person", null, [Up("Person.id")], Select(Get("Person.aliases"))));

        static SaidRecord Named(string id, string name, params string[] aliases) => Node("Person", id, ("name", name), ("aliases", aliases));
    }

    [StoreFact]
    public async Task ContradictionsAreRefusedWithTheirReason()
    {
        await OpenEmptyAsync(Ontology.Shipped);
        await ImportAsync("", [Node("Person", "p1", ("name", "A"), ("wikidata", "Q1")), Node("Person", "p2", ("name", "B"), ("wikidata", "Q2")), Node("Person", "p3", ("name", "C")), RandomNews.State("s1", "S")]);
        Assert.Equal(["\"p2\" has the wikidata \"Q2\", and \"p1\" \"Q1\""], await RefusedAsync("p2", "p1"));
        Assert.Equal(["\"s1\" is of the type State, and \"p1\" of the type Person"], await RefusedAsync("s1", "p1"));
        await JudgeAsync(new("p1", "p3", false));
        Assert.Equal(["\"p1\" and \"p3\" are judged not to be the same: of their papers"], await RefusedAsync("p3", "p1"));
        Assert.Equal((0, 0),
            ((await Store.MergedAsync(CancellationToken.None)).Judgements.Count(one => one.IsSame),
            (await Store.MergedAsync(CancellationToken.None)).Members.Count));

        // A cycle of judgements is one group, and nobody is lost in it.
        await JudgeAsync(new("p1", "p3", false), isRetracted: true);
        await JudgeAsync(new("p3", "p1", true));
        await JudgeAsync(new("p1", "p3", true));
        Assert.Equal(["p1", "p2"], await IdsAsync("Person", null));

        async Task<string[]> RefusedAsync(string id, string other) =>
            [.. (await JudgeAsync(new(id, other, true), unlessHeld: true)).Held.Select(held => held.Reason)];
    }

    private static SaidRecord[] Accused(string by, string against, string act) =>
    [
        Node("Person", by, ("name", $"Actor {by}"), ("aliases", Array.Empty<string>())), Node("Person", against, ("name", $"Actor {against}"), ("aliases", Array.Empty<string>())),
        Node("Accusation", act, ("act", "ACCUSE"), ("matter", "war"), ("matterTypes", Array.Empty<string>()), ("saidOn", new DateOnly(2025, 1, 2)), ("modality", "ASSERTED"), ("confidence", 1.0), ("method", "CURATED")),
        Link("MADE", $"Person:{by}", $"Accusation:{act}"), Link("AGAINST", $"Accusation:{act}", $"Person:{against}"),
    ];

    private async Task<(long Added, long Removed, long Merged)> CountsAsync(Judged judged, bool isRetracted = false)
    {
        var result = await JudgeAsync(judged, isRetracted);
        Assert.Empty(result.Held);
        return (result.Added, result.Removed, result.Merged);
    }

    private static Gen<(string Source, List<SaidRecord>? Said, Judged? Judged, bool IsRetracted, int Undone)> Steps => Gen.Select(
        Done,
        Gen.Frequency((4, Gen.Const(0)), (1, Gen.Const(1)), (1, Gen.Const(2))),
        (done, undone) => (done.Source, done.Said, done.Judged, done.IsRetracted, undone));

    private static Gen<(string Source, List<SaidRecord>? Said, Judged? Judged, bool IsRetracted)> Done => Gen.Frequency(
        (3, Gen.Select(OneOf("a", "b", ""), RandomNews.Said, (source, said) => (source, (List<SaidRecord>?)said, (Judged?)null, false))),
        (3, Gen.Select(RandomNews.Ids, RandomNews.Ids, Gen.Frequency((5, Gen.Const(true)), (1, Gen.Const(false))), Gen.Frequency((3, Gen.Const(false)), (2, Gen.Const(true))), (one, another, isSame, isRetracted) =>
            ("", (List<SaidRecord>?)null, one == another ? null : new Judged(one, another, isSame), isRetracted))));

    private Task ImportAsync(string source, IEnumerable<SaidRecord> said) => RunAsync(writer => ImportAsync(writer, source, said));

    private async Task ImportAsync(IGraphWriter writer, string source, IEnumerable<SaidRecord> said)
    {
        Assert.Empty((await WriteAsync(writer, source, said)).Refused);
        if (source.Length > 0) await writer.WithdrawUnlistedAsync([source], Stores.Now, CancellationToken.None);
    }

    private async Task<JudgementResult> JudgeAsync(Judged judged, bool isRetracted = false, bool unlessHeld = false)
    {
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        return await JudgeAsync(writer, judged, isRetracted, unlessHeld);
    }

    private static async Task<JudgementResult> JudgeAsync(IGraphWriter writer, Judged judged, bool isRetracted = false, bool unlessHeld = false)
    {
        var judgement = new Judgement(judged.Id, judged.Other, judged.IsSame) { Because = "of their papers", At = Stores.Now };
        return await writer.JudgeAsync(isRetracted ? [] : [judgement], isRetracted ? [judgement] : [], unlessHeld, CancellationToken.None);
    }

    private async Task<string[]> FoundAsync(string word) =>
        [.. (await FoundHits.OfAsync(Store, word, types: ["Person", "State"])).Hits.Select(hit => $"{hit.Id} {hit.Degree}").Order(StringComparer.Ordinal)];

    /// <summary>The graph as it is shown, a record a line.</summary>
    private sealed class ShownLines : IRecordFormat
    {
        private readonly JsonLines lines = new();

        public string Name => "shown";

        public string Description => "";

        public string Ending => "";

        public string ContentType => "";

        public IRecordWriter Begin(ExportPlan plan, ExportOutput output) => lines.Begin(plan, output);
    }
}

public sealed class SqliteMerging() : MergeContract<SqliteStores>(samples: 8);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jMerging() : MergeContract<Neo4jStoresOfTheSecond>(samples: 1, steps: 4);
