using Graph.Model.Ontologies;
using Graph.Model.Runs;
using Graph.Model.Stores;
using Graph.Stores.Tests;

namespace Graph.Server.Tests.Views;

/// <summary>A graph of an open source and of a secret one, which know some of the same, and of nobody.</summary>
internal static class HeldNews
{
    public const string Open = "open", Secret = "secret";

    /// <summary>Words that nobody may meet who is held to the open source.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["secret", "zelda", "poison", "norbert", "ally", "secret-act", "q77"];

    private static DateTimeOffset Time { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>What all sources say.</summary>
    public static async Task ImportAllAsync(IGraphStore store)
    {
        // The secret source is first, so that what it gives is there when the open one comes.
        await ImportAsync(store, Secret, SaidBySecret(store.Ontology), Time.AddDays(-30));
        await ImportAsync(store, Open, SaidByOpen(store.Ontology), Time);
        await ImportAsync(store, Secret, SaidBySecret(store.Ontology).Node("Place", ("id", "lair"), ("name", "Secret lair")), Time.AddDays(1));
        await ImportAsync(store, "", new Records(store.Ontology).Node("Person", ("id", "norbert"), ("name", "Norbert Nobody")), Time);
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        await writer.JudgeAsync(
            [new("alice", "zelda", true) { Source = Secret, Because = "secretly known", At = Time }, new("carl", "bob", true) { Source = Open, Because = "known", At = Time }],
            [],
            unlessHeld: false,
            CancellationToken.None);
        await writer.FinishAsync(CancellationToken.None);
        // Another run of both: how long it took and how it ended hung on what nobody else may know.
        await writer.KeepAsync(
            new() { Command = "import", StartedAt = Time, EndedAt = Time.AddHours(3), Outcome = RunOutcome.SomeRejected, Sources = [Open, Secret], Rejected = 7 },
            CancellationToken.None);
    }

    /// <summary>What the open source says, and nothing else; the log of runs has it as one run.</summary>
    public static async Task ImportOpenAsync(IGraphStore store)
    {
        await ImportAsync(store, Open, SaidByOpen(store.Ontology), Time);
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        await writer.JudgeAsync([new("carl", "bob", true) { Source = Open, Because = "known", At = Time }], [], unlessHeld: false, CancellationToken.None);
        await writer.FinishAsync(CancellationToken.None);
    }

    public static async Task ImportAsync(IGraphStore store, string source, Records records, DateTimeOffset time)
    {
        if (source.Length > 0) records.Batch.Attribute(0, source);
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        var run = await writer.KeepAsync(new() { Command = "import", StartedAt = time }, CancellationToken.None);
        Assert.Empty((await writer.WriteAsync(records.Batch, time, CancellationToken.None)).Refused);
        await writer.FinishAsync(CancellationToken.None);
        IReadOnlyList<string> sources = source.Length > 0 ? [source] : [];
        var count = records.Batch.Count;
        await writer.KeepAsync(
            run with { EndedAt = time, Outcome = RunOutcome.Complete, Sources = sources, Read = count, Added = count }, CancellationToken.None);
    }

    private static Records SaidByOpen(Ontology ontology) => Act(Act(People(ontology), "open-act", "alice", "bob", "stalling", 2), "open-answer", "bob", "alice", "stalling back", 3, "DENY")
        .Node("Claim", ("id", "shared"), ("text", "that Alice stalls"))
        .Relationship("ALLEGES", "Accusation:open-act", "Claim:shared")
        .Relationship("ANSWERS", "Accusation:open-answer", "Accusation:open-act");

    private static Records SaidBySecret(Ontology ontology) => Act(
            new Records(ontology)
                .Node("Person", ("id", "alice"), ("name", "Ally"), ("aliases", new[] { "Ally" }), ("wikidata", "Q77"))
                .Node("Person", ("id", "bob"), ("name", "Bob"))
                .Node("Person", ("id", "zelda"), ("name", "Zelda Secret")),
            "secret-act", "zelda", "bob", "poisoning wells", 1)
        .Node("Claim", ("id", "shared"), ("text", "that Alice poisons"))
        .Relationship("ALLEGES", "Accusation:secret-act", "Claim:shared");

    private static Records People(Ontology ontology) => new Records(ontology)
        .Node("Person", ("id", "alice"), ("name", "Alice")).Node("Person", ("id", "bob"), ("name", "Bob")).Node("Person", ("id", "carl"), ("name", "Carl"));

    private static Records Act(Records records, string id, string by, string against, string matter, int day, string act = "ACCUSE") => records
        .Node(
            "Accusation", ("id", id), ("act", act), ("matter", matter), ("matterTypes", new[] { "BAD_FAITH" }), ("saidOn", new DateOnly(2025, 6, day)), ("modality", "ASSERTED"),
            ("confidence", 0.9), ("method", "CURATED"))
        .Node("Evidence", ("id", $"{id}-words"), ("quote", $"{by} speaks of {matter}"))
        .Node("Document", ("id", $"{id}-paper"), ("kind", "ARTICLE"), ("title", $"On {matter}"))
        .Relationship("MADE", $"Person:{by}", $"Accusation:{id}").Relationship("AGAINST", $"Accusation:{id}", $"Person:{against}")
        .Relationship("EVIDENCED_BY", $"Accusation:{id}", $"Evidence:{id}-words").Relationship("QUOTED_FROM", $"Evidence:{id}-words", $"Document:{id}-paper");
}
