using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>The dossier istanbul-2025 holds what its facts demand.</summary>
public sealed class SeedTests : IAsyncLifetime
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();
    private ImportReport report = null!;

    public async Task InitializeAsync() => report = await workspace.ImportAsync(store, Seeds.Istanbul);

    public Task DisposeAsync()
    {
        workspace.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void ItGoesInWhole()
    {
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal(ImportOutcome.Complete, report.Outcome);
        Assert.Equal(0, report.Changed + report.Unchanged);
        Assert.Equal(report.Read, report.Added);
        Assert.Equal(10, store.OfType("Accusation").Count());
        Assert.False(File.Exists(workspace.RejectedPath));
    }

    [Fact]
    public async Task ASecondImportAddsAndChangesNothing()
    {
        var again = await workspace.ImportAsync(store, Seeds.Istanbul);
        Assert.Equal((0, 0, report.Added), (again.Added, again.Changed, again.Unchanged));
    }

    [Fact]
    public void LavrovAccusesFourStates()
    {
        var act = Accusation("undermining the negotiations by letting Ukraine use their weapons on Russian territory");
        Assert.Equal(["sergey-lavrov"], store.To(act, "MADE").Select(actor => actor.Id));
        Assert.Equal(["france", "germany", "united-kingdom", "united-states"], store.From(act, "AGAINST").Select(actor => actor.Id).Order());
        Assert.Equal("PUBLICATION_DATE", act["saidOnBasis"]);
    }

    [Fact]
    public void TheDenialAnswersTwoAccusationsOfOneClaim()
    {
        var denial = Assert.Single(store.OfType("Accusation"), act => act["act"] == "DENY");
        var answered = store.From(denial, "ANSWERS").ToList();
        Assert.Equal(["russia", "vladimir-medinsky"], answered.SelectMany(act => store.To(act, "MADE")).Select(actor => actor.Id).Order());
        var claim = Assert.Single(answered.SelectMany(act => store.From(act, "ALLEGES")).Distinct());
        Assert.Equal(2, store.To(claim, "ALLEGES").Count());
    }

    [Fact]
    public void OneActHasThreePiecesOfEvidence()
    {
        var documents = store.From(Accusation("putting on a show for Europeans about the children"), "EVIDENCED_BY")
            .SelectMany(evidence => store.From(evidence, "QUOTED_FROM"));
        Assert.Equal(
            ["censor-net-2025-06-02", "pravda-ru-2025-06-02", "tass-2025-06-02"],
            documents.SelectMany(digest => store.From(digest, "DIGEST_OF")).Select(article => article.Id).Order());
    }

    [Fact]
    public void OneSentenceHoldsTwoActs()
    {
        var shared = Assert.Single(store.OfType("Evidence"), evidence => store.To(evidence, "EVIDENCED_BY").Count() == 2);
        Assert.Equal(["ACCUSE", "DENY"], store.To(shared, "EVIDENCED_BY").Select(act => act["act"]).Order());
    }

    [Fact]
    public void TheDaySaidIsNotTheDayPublished()
    {
        var act = Accusation("rejecting the Istanbul format and so hindering peace");
        Assert.Equal("2025-07-15", act["saidOn"]);
        var articles = store.From(act, "EVIDENCED_BY").SelectMany(evidence => store.From(evidence, "QUOTED_FROM"))
            .SelectMany(digest => store.From(digest, "DIGEST_OF"));
        Assert.Equal(["2025-07-15", "2025-07-24"], articles.Select(article => article["published"]).Order());
    }

    [Fact]
    public void UmerovHedges()
    {
        var act = Assert.Single(store.OfType("Accusation"), act => act["modality"] == "HEDGED");
        Assert.Equal(["rustem-umerov"], store.To(act, "MADE").Select(actor => actor.Id));
        Assert.Equal(["ukraine"], store.From(act, "ON_BEHALF_OF").Select(actor => actor.Id));
        Assert.Equal(2, store.From(act, "EVIDENCED_BY").Count());
    }

    [Fact]
    public void PutinHeldOneOfficeTwice()
    {
        var tenures = store.Relationships.Where(one => one.Type == "HELD" && one.Start == "vladimir-putin").ToList();
        Assert.Equal(["president-of-russia"], tenures.Select(tenure => tenure.End).Distinct());
        Assert.Equal(["2000-05-07 2008-05-07", "2012-05-07 "], tenures.Select(tenure => $"{tenure["since"]} {tenure["until"]}").Order());
    }

    [Fact]
    public void ThreeRoundsArePartsOfOneEvent() =>
        Assert.Equal(
            ["2025-05-16", "2025-06-02", "2025-07-23"],
            store.To(store.Node("istanbul-talks-2025"), "PART_OF").Select(round => round["start"]).Order());

    [Fact]
    public void WhatFidanSaidIsNoAccusation() =>
        Assert.DoesNotContain(
            store.Relationships,
            one => one.Type is "MADE" or "AGAINST" && (one.Start == "hakan-fidan" || one.End == "hakan-fidan"));

    [Fact]
    public void OffsetsCutTheQuotedWordsOutOfTheTexts()
    {
        var digests = Directory.EnumerateFiles(Path.Combine(Seeds.Istanbul, "texts"))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path) + "-digest");
        Assert.Equal(14, store.OfType("Evidence").Count());
        foreach (var evidence in store.OfType("Evidence"))
        {
            var text = File.ReadAllText(digests[store.From(evidence, "QUOTED_FROM").Single().Id]);
            var (start, end) = (int.Parse(evidence["startOffset"]!), int.Parse(evidence["endOffset"]!));
            Assert.Equal(evidence["quote"], string.Concat(text.EnumerateRunes().Skip(start).Take(end - start)));
        }
    }

    private StoredNode Accusation(string matter) => Assert.Single(store.OfType("Accusation"), act => act["matter"] == matter);
}
