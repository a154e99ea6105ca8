using CsCheck;
using Graph.Export;
using Graph.Model.Ontologies;
using Graph.Model.Runs;
using Graph.Model.Stores;
using Graph.Stores.Tests.Changes;
using Graph.Stores.Tests.Search;

namespace Graph.Stores.Tests.Sources;

/// <summary>
/// What a graph holds after any row of imports by any sources, held against what these say, worked out in plain C#: records, values,
/// tallies, words and degrees.
/// </summary>
public abstract class SourceContract<TStores>(int samples, int steps = 8) : SaidContract<TStores>
    where TStores : Stores, new()
{
    private static readonly string[] Names = ["red", "blue", "green", "red fox", "blue moon"];

    [StoreFact]
    public Task TheGraphSaysWhatItsSourcesSay() => Imports.List[2, steps].SampleAsync(
        async imports =>
        {
            await OpenEmptyAsync(Films);
            var (plain, mirror) = (new PlainSources(), new Mirror(Store));
            foreach (var (source, said, replaces, removed) in imports)
            {
                plain.Import(source, said, replaces);
                var rehearsal = (await Store.OpenRehearsalAsync(CancellationToken.None))!;
                var rehearsed = await ImportAsync(rehearsal, source, said, replaces);
                await rehearsal.DisposeAsync();
                var (before, done) = (await ExportAsync(new JsonLines()), rehearsed);
                var run = await RunAsync(async writer => done = await ImportAsync(writer, source, said, replaces));
                Assert.Equal(done, rehearsed);
                if (said.Count == 3 && before != await ExportAsync(new JsonLines())) await ThereAndBackAsync(run, before);
                await mirror.FollowAsync(await LinesAsync());
                Assert.Equal(plain.Lines(), await LinesAsync());
                before = await ExportAsync(new JsonLines());
                if (removed.Length > 0) Assert.Equal(plain.Remove(removed), await RemoveAsync(removed));
                if (said.Count == 4 && before != await ExportAsync(new JsonLines())) await ThereAndBackAsync((await Store.RunsAsync(1, 0, CancellationToken.None))[0].Id, before);
                await mirror.FollowAsync(await LinesAsync());
                Assert.Equal(plain.Lines(), await LinesAsync());
                foreach (var word in (string[])["red", "blue", "fox"]) Assert.Equal(plain.Found(word), await FoundAsync(word));
                await AssertDegreesAsync([.. plain.Lines()]);
            }
        },
        iter: samples,
        threads: 1);

    [StoreFact]
    public async Task TheSameAgainChangesNothingAndTheRestIsCounted()
    {
        await OpenEmptyAsync(Films);
        IReadOnlyList<SaidRecord> said = [Node("Film", "f1", ("title", "red")), Node("Film", "f2", ("title", "blue")), Link("REMAKE_OF", "Film:f2", "Film:f1")];
        await ImportAsync("a", said, replaces: true);
        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
        {
            var result = await WriteAsync(writer, "a", said);
            Assert.Equal((new WriteCounts(0, 0, 2), new WriteCounts(0, 0, 1)), (result.Nodes, result.Relationships));
            Assert.Equal(new UnlistedCounts(2, 1, 0, 0), await writer.CountUnlistedAsync("a", CancellationToken.None));
            Assert.Equal(default, await writer.CountUnlistedAsync("nobody knows", CancellationToken.None));
        }

        await using (var other = await Store.OpenWriterAsync(CancellationToken.None))
        {
            await WriteAsync(other, "a", said.Take(1));
            Assert.Equal(new UnlistedCounts(2, 1, 1, 0), await other.CountUnlistedAsync("a", CancellationToken.None));
            Assert.Equal(new WithdrawalCounts(2, 0), await other.WithdrawUnlistedAsync(["a"], Stores.Now, CancellationToken.None));
        }

        Assert.Equal(1, await Store.CountAsync(Type("Film"), CancellationToken.None));
    }

    [StoreFact]
    public async Task WhatNobodySaidByNameIsNeverRemoved()
    {
        await OpenEmptyAsync(Films);
        await ImportAsync("", [Node("Film", "f1", ("title", "red")), Node("Film", "f2", ("title", "blue"), ("minutes", 90L))], replaces: false);
        await ImportAsync("a", [Node("Film", "f1", ("title", "red fox")), Node("Film", "f3", ("title", "green"))], replaces: true);
        await ImportAsync("a", [], replaces: true);
        Assert.Equal(["""Film Film:f1  id="f1", title="red" """.TrimEnd(), """Film Film:f2  id="f2", minutes=90, title="blue" """.TrimEnd()], await LinesAsync());
    }

    [StoreFact]
    public async Task AnActGoesWithWhatOnlyItHasAndADatasetWithItsActs()
    {
        await OpenEmptyAsync(Ontology.Shipped);
        var records = new Records(Ontology.Shipped)
            .Node("Dataset", ("id", "d"), ("name", "d")).Node("State", ("id", "u"), ("name", "Utopia"), ("aliases", Array.Empty<string>()))
            .Node("Document", ("id", "t"), ("kind", "ARTICLE"), ("title", "t")).Node("Claim", ("id", "c"), ("text", "c"));
        foreach (var act in (string[])["1", "2", "3"])
        {
            records.Node("Accusation", ("id", act), ("act", "ACCUSE"), ("matter", "word"), ("matterTypes", Array.Empty<string>()), ("modality", "ASSERTED"),
                    ("confidence", 1.0), ("method", "CURATED"), ("importedAt", Stores.Now))
                .Node("Evidence", ("id", $"e{act}"), ("quote", "q"))
                .Relationship("MADE", "State:u", $"Accusation:{act}").Relationship("AGAINST", $"Accusation:{act}", "State:u")
                .Relationship("ALLEGES", $"Accusation:{act}", "Claim:c").Relationship("EVIDENCED_BY", $"Accusation:{act}", $"Evidence:e{act}")
                .Relationship("QUOTED_FROM", $"Evidence:e{act}", "Document:t").Relationship("FROM", $"Accusation:{act}", "Dataset:d");
        }

        records.Relationship("EVIDENCED_BY", "Accusation:2", "Evidence:e1").Relationship("FROM", "Document:t", "Dataset:d");
        await Stores.WriteAsync(Store, records);
        Assert.Equal((6L, "AGAINST 1 → u, ALLEGES 1 → c, Accusation 1, EVIDENCED_BY 1 → e1, FROM 1 → d, MADE u → 1"), await RemovedAsync("Accusation", "1"));
        Assert.Equal(1, await Store.CountAsync(Type("Claim"), CancellationToken.None));
        Assert.Equal(["AGAINST: 2", "MADE: 2"], await AttachedAsync("State", "u"));
        Assert.Equal(22L, (await RemovedAsync("Dataset", "d")).Count);
        Assert.Equal(0, await Store.CountAsync(Type("Claim"), CancellationToken.None));
        Assert.Equal((1L, "State u"), await RemovedAsync("State", "u"));
        Assert.Equal((1L, "Document t"), await RemovedAsync("Document", "t"));
        Assert.Empty(await LinesAsync());
    }

    [StoreFact]
    public async Task RunsAreKeptInOrderAndTakeWhatTheyDid()
    {
        await OpenEmptyAsync(Films);
        Assert.Empty(await Store.RunsAsync(10, 0, CancellationToken.None));
        await using (var rehearsal = (await Store.OpenRehearsalAsync(CancellationToken.None))!)
            Assert.Equal(1, (await rehearsal.KeepAsync(new() { Command = "import", StartedAt = Stores.Now }, CancellationToken.None)).Id);
        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
        {
            var first = await writer.KeepAsync(new() { Command = "import", StartedAt = Stores.Now }, CancellationToken.None);
            await WriteAsync(writer, "a", [Node("Film", "f1", ("title", "red"))]);
            await writer.KeepAsync(new() { Command = "remove", StartedAt = Stores.Now }, CancellationToken.None);
            await writer.KeepAsync(first with { EndedAt = Stores.Now, Outcome = RunOutcome.Cancelled, Sources = ["a", "ж \""], Added = 5 }, CancellationToken.None);
        }

        var runs = await Store.RunsAsync(10, 0, CancellationToken.None);
        Assert.Equal([(2L, "remove", null, 0L), (1L, "import", RunOutcome.Cancelled, 5L)], runs.Select(run => (run.Id, run.Command, run.Outcome, run.Added)));
        Assert.Equal((Stores.Now, "a, ж \""), (runs[1].EndedAt, string.Join(", ", runs[1].Sources)));
        Assert.Equal(1, (await Store.RunsAsync(1, 1, CancellationToken.None)).Single().Id);
        Assert.Equal(["Film Film:f1  id=\"f1\", title=\"red\""], await LinesAsync());
        await ReopenAsync();
        Assert.Equal(2, (await Store.RunsAsync(10, 0, CancellationToken.None)).Count);
    }

    private static Gen<(string Source, List<SaidRecord> Said, bool Replaces, string Removed)> Imports => Gen.Select(
        OneOf("a", "b", "c", ""), Said, Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))),
        OneOf("", "", "Casting:x1", "Casting:x2", "Film:f1", "Film:f2", "Player:p1"));

    // A relationship is said together with its ends, of which one may say little.
    private static Gen<List<SaidRecord>> Said =>
        Gen.OneOf(Nodes, Links).List[0, 7].Select(parts => parts.SelectMany(part => part).DistinctBy(one => one.Key).ToList());

    private static Gen<SaidRecord[]> Nodes => Gen.OneOf(
        Gen.Select(Gen.Int[1, 3], OneOf(Names), OneOf("x", "y").Array[0, 2], Gen.Int[0, 3], (id, name, aliases, born) => (SaidRecord[])
            [Node("Player", $"p{id}", ("name", name), ("aliases", aliases.Distinct().ToArray()), ("born", born == 0 ? null : new DateOnly(1950 + born, 1, 1)))]),
        Gen.Select(Gen.Int[1, 3], OneOf(Names), Gen.Int[0, 2], (id, title, minutes) => (SaidRecord[])
            [Node("Film", $"f{id}", ("title", title), ("minutes", minutes == 0 ? null : 90L + minutes), ("rating", minutes == 1 ? null : 0.1 + minutes))]));

    private static Gen<SaidRecord[]> Links => Gen.OneOf(
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], OneOf("lead", "ghost", ""), Gen.Int[0, 2], (player, film, role, billing) => (SaidRecord[])
            [
                Node("Player", $"p{player}", ("name", "red")), Node("Film", $"f{film}", ("title", "blue")),
                Link("WORKED_ON", $"Player:p{player}", $"Film:f{film}", ("role", role.Length == 0 ? null : role), ("billing", billing == 0 ? null : (long)billing)),
            ]),
        Gen.Select(Gen.Int[1, 2], Gen.Int[1, 2], (film, studio) => (SaidRecord[])
            [Node("Film", $"f{film}", ("title", "blue")), Node("Studio", $"s{studio}", ("name", "s")), Link("MADE_BY", $"Film:f{film}", $"Studio:s{studio}")]),
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 2], Gen.Int[0, 2], (caster, player, act, day) => (SaidRecord[])
            [
                Node("Player", $"p{player}", ("name", "red")), Node("Player", $"p{caster}", ("name", "red")),
                Node("Casting", $"x{act}", ("day", day == 0 ? null : new DateOnly(2025, day, 1))),
                Link("DECIDED_BY", $"Casting:x{act}", $"Player:p{caster}"), Link("GOT_PART", $"Player:p{player}", $"Casting:x{act}"),
            ]));

    private Task ImportAsync(string source, IEnumerable<SaidRecord> said, bool replaces) =>
        RunAsync(writer => ImportAsync(writer, source, said, replaces));

    private async Task<(WriteCounts Nodes, WriteCounts Relationships, UnlistedCounts Unlisted, WithdrawalCounts Withdrawn, long Removed)> ImportAsync(
        IGraphWriter writer, string source, IEnumerable<SaidRecord> said, bool replaces)
    {
        var written = await WriteAsync(writer, source, said);
        Assert.Empty(written.Refused);
        var (unlisted, withdrawn) = (default(UnlistedCounts), default(WithdrawalCounts));
        if (replaces && source.Length > 0)
        {
            unlisted = await writer.CountUnlistedAsync(source, CancellationToken.None);
            withdrawn = await writer.WithdrawUnlistedAsync([source], Stores.Now, CancellationToken.None);
        }

        await writer.FinishAsync(CancellationToken.None);
        Assert.Equal(withdrawn.Removed, writer.Removed.Count);
        return (written.Nodes, written.Relationships, unlisted, withdrawn, writer.Removed.Count);
    }

    // What is attached, or how much is gone.
    private async Task<string> RemoveAsync(string key)
    {
        var (type, id) = (Type(key.Split(':')[0]), key.Split(':')[1]);
        var rehearsal = (await Store.OpenRehearsalAsync(CancellationToken.None))!;
        var expected = await rehearsal.RemoveAsync(type, id, CancellationToken.None);
        var count = rehearsal.Removed.Count;
        await rehearsal.DisposeAsync();
        var (result, removed) = (expected, 0L);
        await RunAsync(async writer =>
        {
            result = await writer.RemoveAsync(type, id, CancellationToken.None);
            removed = writer.Removed.Count;
        });
        Assert.Equal(expected.Attached, result.Attached);
        Assert.Equal((expected.IsFound, count), (result.IsFound, removed));
        return string.Join(", ", result.Attached.Select(one => $"{one.Count} {one.Type}").Append($"{removed} removed"));
    }

    private async Task<(long Count, string First)> RemovedAsync(string type, string id)
    {
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        Assert.Empty((await writer.RemoveAsync(Type(type), id, CancellationToken.None)).Attached);
        await writer.FinishAsync(CancellationToken.None);
        return (writer.Removed.Count, string.Join(", ", writer.Removed.First.Order(StringComparer.Ordinal)));
    }

    private async Task<string[]> AttachedAsync(string type, string id)
    {
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        return [.. (await writer.RemoveAsync(Type(type), id, CancellationToken.None)).Attached.Select(one => $"{one.Type}: {one.Count}")];
    }

    // What the cost of queries is estimated by.
    private async Task AssertDegreesAsync(string[] lines)
    {
        var degrees = (await Store.DegreesAsync(CancellationToken.None))!;
        foreach (var type in Films.RelationshipTypes)
        {
            var ends = lines.Select(line => line.Split(' ')).Where(parts => parts[0] == type.Name && parts[2].Length > 0).ToList();
            Assert.Equal(
                (type.Name, Count(ends.Select(parts => parts[1])), Count(ends.Select(parts => parts[2]))),
                (type.Name, degrees.Of(type, Direction.Out)!.Value, degrees.Of(type, Direction.In)!.Value));
        }

        static Degrees Count(IEnumerable<string> nodes)
        {
            var counts = nodes.CountBy(node => node).Select(node => (long)node.Value).ToList();
            return new(counts.Sum(), counts.DefaultIfEmpty().Max(), counts.Sum(count => (double)count * count));
        }
    }

    private async Task<string[]> FoundAsync(string word) =>
        [.. (await FoundHits.OfAsync(Store, word)).Hits.Select(hit => $"{hit.Id} {hit.Degree}").Order(StringComparer.Ordinal)];

    private Task<string[]> LinesAsync() => LinesAsync(new JsonLines());
}

public sealed class SqliteSources() : SourceContract<SqliteStores>(samples: 25);

[Collection(Neo4jTurns.First)]
public sealed class Neo4jSources() : SourceContract<Neo4jStores>(samples: 1, steps: 3);
