using System.Text;
using Graph.Export;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Runs;

namespace Graph.Stores.Tests;

/// <summary>What is kept beside the graph: who says what, who is one with whom, and what was run.</summary>
public abstract partial class UpgradeContract<TStores>
{
    private static readonly Judgement OneAndTheSame = new("q", "p", IsSame: true) { Because = "of their papers", At = Stores.Now };

    [StoreFact]
    public async Task SourcesMergesAndRunsAreKeptAndWhatWasMergedComesApart()
    {
        store = await stores.OpenEmptyAsync(Before());
        await SayAsync("a", "b");
        var apart = await TextAsync();
        await JudgeAsync([OneAndTheSame], []);
        var merged = await EverythingKeptAsync();
        Assert.Contains("q p True of their papers", merged);

        store = await stores.ReopenAsync(store, Ontology.Shipped);
        Assert.Equal(merged, await EverythingKeptAsync());
        Assert.Equal(["p"], await IdsAsync("Person", Is("Person.id", "q")));
        await JudgeAsync([], [OneAndTheSame]);
        Assert.Equal(apart, await TextAsync());

        // What the sources gave is still theirs to take back.
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        Assert.Equal(4, (await writer.WithdrawUnlistedAsync(["a"], Stores.Now, CancellationToken.None)).Removed);
        Assert.Equal(["p"], await IdsAsync("Person", null));
    }

    [StoreFact]
    public async Task AGraphFromBeforeActorsWereMergedKeepsItsSourcesAndRunsAndTakesJudgements()
    {
        store = await stores.OpenEmptyAsync(Ontology.Shipped);
        await SayAsync("a", "b");
        var before = await EverythingKeptAsync();
        await stores.DamageAsync(
            store, "DROP TABLE graph_judgements; DROP TABLE graph_merged; DROP TABLE graph_named; PRAGMA user_version = 7", "MATCH (m:__Neo4jMigration {version: '002'}) DETACH DELETE m");
        await stores.DamageAsync(store, "", "DROP INDEX search IF EXISTS");
        await stores.DamageAsync(store, "", "CREATE FULLTEXT INDEX search FOR (n:Person|State) ON EACH [n.name, n.aliases]");

        store = await stores.ReopenAsync(store, Ontology.Shipped);
        Assert.Equal(before, await EverythingKeptAsync());
        await JudgeAsync([OneAndTheSame], []);
        Assert.Equal(["p"], await IdsAsync("Person", null));
        await JudgeAsync([], [OneAndTheSame]);
        Assert.Equal(before, await EverythingKeptAsync());
    }

    /// <summary>One source tells of an act of one person against another, and another of the latter.</summary>
    private async Task SayAsync(string first, string second)
    {
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        await WriteAsync(first, new Records(store.Ontology)
            .Node("Person", ("id", "p"), ("name", "Ann"), ("aliases", new[] { "Annie" })).Node("Person", ("id", "q"), ("name", "A."), ("aliases", Array.Empty<string>()))
            .Node("Accusation", ("id", "a"), ("act", "ACCUSE"), ("matter", "War"), ("saidOn", new DateOnly(2025, 6, 2)), ("modality", "ASSERTED"), ("confidence", 1.0), ("method", "CURATED"))
            .Relationship("MADE", "Person:q", "Accusation:a", ("surface", "she")).Relationship("AGAINST", "Accusation:a", "Person:p"));
        await WriteAsync(second, new Records(store.Ontology).Node("Person", ("id", "p"), ("name", "Ann"), ("aliases", new[] { "Anna" }), ("born", new DateOnly(1970, 1, 2))));
        await writer.KeepAsync(new() { Command = "import", StartedAt = Stores.Now, EndedAt = Stores.Now, Outcome = RunOutcome.Complete, Sources = [first, second], Added = 6 }, CancellationToken.None);
        await writer.FinishAsync(CancellationToken.None);

        async Task WriteAsync(string source, Records records)
        {
            records.Batch.Attribute(0, source);
            Assert.Empty((await writer.WriteAsync(records.Batch, Stores.Now, CancellationToken.None)).Refused);
        }
    }

    private async Task JudgeAsync(Judgement[] made, Judgement[] retracted)
    {
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        Assert.Empty((await writer.JudgeAsync(made, retracted, unlessHeld: false, CancellationToken.None)).Held);
        await writer.FinishAsync(CancellationToken.None);
    }

    private async Task<string> TextAsync()
    {
        using var output = new MemoryStream();
        await Exporter.RunAsync(store, new JsonLines(), output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private async Task<string> EverythingKeptAsync()
    {
        var kept = await store.MergedAsync(CancellationToken.None);
        return string.Join(
            '\n',
            [
                await TextAsync(),
                .. await IdsAsync("Person", null),
                .. kept.Judgements.Select(one => $"{one.Id} {one.Other} {one.IsSame} {one.Because} {one.At:O} {one.Source}"),
                .. kept.Members.OrderBy(one => one.Raw.Id, StringComparer.Ordinal).Select(one => $"{one.Raw.Id} {one.Canonical} {NamedValues.Text(one.Raw.Values)} {one.Raw.Sources} {one.Because}"),
                .. kept.Relationships.Select(one => $"{one.ListingKey} {NamedValues.Text(one.Values)} {one.Sources}").Order(StringComparer.Ordinal),
                .. (await store.RunsAsync(10, 0, CancellationToken.None)).Select(run => run.Text()),
            ]);
    }
}
