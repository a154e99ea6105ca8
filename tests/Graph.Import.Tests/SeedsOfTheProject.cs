using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>The dossier istanbul-2025 holds what its facts demand.</summary>
public sealed class SeedsOfTheProject : IAsyncLifetime
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
        Assert.Equal(128, store.OfType("Accusation").Count());
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

    [Theory]
    [InlineData("accusation-11abc6545908287c", "rustem-umerov")]
    [InlineData("accusation-1b824fa3b10d8666", "coordination-headquarters-for-the-treatment-of-prisoners-of-war")]
    [InlineData("accusation-29ae6c80bfbf7a10", "sergey-lavrov")]
    [InlineData("accusation-5c8cc88436c7e0a5", "vladimir-medinsky")]
    [InlineData("accusation-879372f5dae2858b", "russia")]
    [InlineData("accusation-ae8407395c70d1ef", "coordination-headquarters-for-the-treatment-of-prisoners-of-war")]
    [InlineData("accusation-cd947a4e26756fa6", "russia")]
    [InlineData("accusation-dc06472b66fe1d13", "mirotvorets")]
    [InlineData("accusation-f678f02de4b0af49", "vladimir-medinsky")]
    [InlineData("accusation-fb8516f37165f8e5", "sergey-lavrov")]
    public void ActsOfTheFirstEditionKeepTheirIds(string id, string speaker) =>
        Assert.Equal(speaker, Assert.Single(store.To(store.Node(id), "MADE")).Id);

    [Fact]
    public void TheDenialAnswersTwoAccusationsOfOneClaim()
    {
        var denial = store.Node("accusation-1b824fa3b10d8666");
        Assert.Equal("DENY", denial["act"]);
        var answered = store.From(denial, "ANSWERS").ToList();
        Assert.Equal(["russia", "vladimir-medinsky"], answered.SelectMany(act => store.To(act, "MADE")).Select(actor => actor.Id).Order());
        var claim = Assert.Single(answered.SelectMany(act => store.From(act, "ALLEGES")).Distinct());
        Assert.Equal(
            ["dmitry-peskov", "russia", "vladimir-medinsky"],
            store.To(claim, "ALLEGES").SelectMany(act => store.To(act, "MADE")).Select(actor => actor.Id).Order());
    }

    [Theory]
    [InlineData("having been vulgar", "vulgar insults", "being a predator and an ogre")]
    [InlineData("being a laughing stock", "being a clown and a loser", "sending a delegation of a theatrical level, a sham")]
    public void AnAnswerIsAnswered(string last, string middle, string first)
    {
        var answered = Assert.Single(store.From(Accusation(last), "ANSWERS"), act => act["matter"] == middle);
        Assert.Equal(first, Assert.Single(store.From(answered, "ANSWERS"))["matter"]);
    }

    [Fact]
    public void BodiesBelongToTheirStates()
    {
        Assert.Equal(
            ["fsb", "investigative-committee-of-russia", "russian-defence-ministry", "russian-foreign-ministry"],
            store.To(store.Node("russia"), "BELONGS_TO").Select(body => body.Id).Order());
        Assert.Equal(4, store.To(store.Node("ukraine"), "BELONGS_TO").Count());
    }

    [Fact]
    public void NamesThatNobodyCouldMatchAreKept() =>
        Assert.Equal(
            [
                "European governments", "European leaders", "Western countries", "its European handlers", "its Western sponsors", "its sponsors",
                "some European countries", "the Europeans", "those on Bankova Street" ],
            store.Relationships.Where(one => one is { Type: "AGAINST", End: "unresolved" })
                .Select(one => one["surface"]!).Order(StringComparer.Ordinal));

    [Fact]
    public void WhereNoDayIsKnownNoneIsStored()
    {
        var undated = store.OfType("Accusation").Where(act => act["saidOn"] is null).ToList();
        Assert.Equal(16, undated.Count);
        Assert.All(undated, act => Assert.Null(act["saidOnBasis"]));
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
        var act = store.Node("accusation-11abc6545908287c");
        Assert.Equal("HEDGED", act["modality"]);
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
        Assert.Equal(192, store.OfType("Evidence").Count());
        foreach (var evidence in store.OfType("Evidence"))
        {
            var text = File.ReadAllText(digests[store.From(evidence, "QUOTED_FROM").Single().Id]);
            var (start, end) = (int.Parse(evidence["startOffset"]!), int.Parse(evidence["endOffset"]!));
            Assert.Equal(evidence["quote"], string.Concat(text.EnumerateRunes().Skip(start).Take(end - start)));
        }
    }

    private StoredNode Accusation(string matter) => Assert.Single(store.OfType("Accusation"), act => act["matter"] == matter);
}
