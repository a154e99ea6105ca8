using System.Text.RegularExpressions;
using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>The dossier thailand-cambodia-2025 holds what its facts demand, alone and beside the other.</summary>
public sealed class DossierOfThailandAndCambodia : IAsyncLifetime
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();
    private ImportReport report = null!;

    public async Task InitializeAsync() => report = await workspace.ImportAsync(store, Seeds.ThailandCambodia);

    public Task DisposeAsync()
    {
        workspace.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("Accusation", 58)]
    [InlineData("Evidence", 87)]
    [InlineData("Document", 124)]
    [InlineData("Claim", 6)]
    [InlineData("Person", 21)]
    [InlineData("State", 5)]
    [InlineData("Office", 20)]
    [InlineData("Place", 8)]
    [InlineData("Event", 18)]
    public void ItGoesInWhole(string type, int count)
    {
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal(ImportOutcome.Complete, report.Outcome);
        Assert.Equal(count, store.OfType(type).Count());
    }

    [Theory]
    [InlineData("ACCUSE", 39)]
    [InlineData("DENY", 17)]
    [InlineData("CRITICIZE", 2)]
    public void EachSortOfActIsThere(string act, int count) => Assert.Equal(count, Acts(one => one["act"] == act).Count);

    [Fact]
    public void AnAccusationIsDeniedAndTheDenialMetWithACounterAccusation()
    {
        var accusation = Act("using heavy weapons after the ceasefire");
        var denial = Assert.Single(store.To(accusation, "ANSWERS"));
        var counter = Assert.Single(store.To(denial, "ANSWERS"));
        Assert.Equal(
            [
                "ACCUSE winthai-suvaree for thailand against cambodia",
                "DENY cambodian-defence-ministry for cambodia against thailand",
                "ACCUSE royal-thai-armed-forces for thailand against maly-socheata",
            ],
            new[] { accusation, denial, counter }.Select(Told));
        Assert.Empty(store.To(counter, "ANSWERS"));
    }

    [Fact]
    public void OneDenialAnswersTheWordsOfTwo()
    {
        var answered = store.From(Act("laying new mines", "ly-thuch"), "ANSWERS").ToList();
        Assert.Equal(["thai-foreign-ministry", "winthai-suvaree"], answered.SelectMany(act => Ids(store.To(act, "MADE"))).Order());
        Assert.Equal(["cambodia-laid-new-mines"], answered.SelectMany(act => store.From(act, "ALLEGES")).Select(claim => claim.Id).Distinct());
    }

    [Theory]
    [InlineData(
        "thai-forces-attacked-first",
        "cambodia cambodian-defence-ministry cambodian-foreign-ministry hun-manet maly-socheata maly-socheata")]
    [InlineData("cambodian-forces-fired-first", "cherdchai-chaivaivid royal-thai-army royal-thai-army royal-thai-army winthai-suvaree")]
    [InlineData(
        "cambodia-laid-new-mines",
        "maris-sangiampongsa nattaphon-narkphanit thai-foreign-ministry thai-foreign-ministry winthai-suvaree winthai-suvaree")]
    [InlineData("cambodia-breaks-the-july-ceasefire", "royal-thai-armed-forces thai-foreign-ministry winthai-suvaree")]
    [InlineData("cambodia-attacked-civilians-and-hospitals", "phumtham-wechayachai somsak-thepsutin vithai-laithomya")]
    [InlineData("thailand-used-chemical-weapons", "maly-socheata")]
    public void AClaimIsSharedByThoseWhoMakeIt(string claim, string speakers)
    {
        var acts = store.To(store.Node(claim), "ALLEGES").ToList();
        Assert.All(acts, act => Assert.Equal("ACCUSE", act["act"]));
        Assert.Equal(speakers.Split(' '), acts.SelectMany(act => Ids(store.To(act, "MADE"))).Order());
    }

    [Fact]
    public void BodiesBelongToTheirStates()
    {
        var bodies = store.OfType("Organization").Where(one => one["kind"] == "GOVERNMENT_BODY")
            .ToLookup(one => Assert.Single(store.From(one, "BELONGS_TO")).Id);
        Assert.Equal(["cambodia", "thailand"], bodies.Select(group => group.Key).Order());
        Assert.Equal(
            ["cambodian-defence-ministry", "cambodian-foreign-ministry", "cambodian-human-rights-committee", "cmaa"],
            Ids(bodies["cambodia"]));
        Assert.Equal(
            ["royal-thai-air-force", "royal-thai-armed-forces", "royal-thai-army", "thai-foreign-ministry", "tmac"],
            Ids(bodies["thailand"]));
    }

    [Fact]
    public void PhumthamLeftOneOfficeBeforeHeTookTheOther()
    {
        var tenures = store.Relationships.Where(one => one.Type == "HELD" && one.Start == "phumtham-wechayachai");
        Assert.Equal(
            ["acting-prime-minister-of-thailand 2025-07-03 2025-09-07", "defence-minister-of-thailand  2025-07-01"],
            tenures.Select(one => $"{one.End} {one["since"]} {one["until"]}").Order());
    }

    [Fact]
    public void DisputedPlacesLieInNoState() =>
        Assert.Equal(
            ["chong-bok", "phu-makua", "prey-chan", "ta-muen-thom-temple"],
            Ids(store.OfType("Place").Where(place => !store.From(place, "LIES_IN").Any())));

    [Fact]
    public void WhomNobodyNamesOrMatchesIsKeptAsTheReportHasIt() =>
        Assert.Equal(
            ["unknown ", "unknown whoever had decided", "unresolved Cambodian soldiers", "unresolved the Thai military leadership"],
            store.Relationships.Where(one => one.Type == "AGAINST" && one.End is "unknown" or "unresolved")
                .Select(one => $"{one.End} {one["surface"]}").Order());

    [Fact]
    public void SevenActsHaveNoDayAndNineTheDayOfAReport()
    {
        Assert.Equal(7, Acts(act => act["saidOn"] is null).Count);
        Assert.Equal(9, Acts(act => act["saidOnBasis"] == "PUBLICATION_DATE").Count);
    }

    [Fact]
    public void ASmallIssueIsNeitherDenialNorAccusation()
    {
        Assert.Contains("small issue", File.ReadAllText(Path.Combine(Seeds.ThailandCambodia, "texts", "news-az-2025-12-29.txt")));
        Assert.DoesNotContain(
            store.Relationships,
            one => one.Type is "MADE" or "AGAINST" && (one.Start == "prak-sokhonn" || one.End == "prak-sokhonn"));
    }

    [Fact]
    public void EveryReportHasADigestThatIsQuoted()
    {
        foreach (var article in store.OfType("Document").Where(document => document["kind"] == "ARTICLE"))
        {
            Assert.NotEmpty(store.To(Assert.Single(store.To(article, "DIGEST_OF")), "QUOTED_FROM"));
            Assert.Equal("MEDIA", Assert.Single(store.From(article, "PUBLISHED_BY"))["kind"]);
            Assert.StartsWith("https://", article["url"]);
        }
    }

    [Fact]
    public void OnlyAFewWordsAreSomebodyElses()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Seeds.ThailandCambodia, "texts")))
            Assert.All(
                Regex.Matches(File.ReadAllText(path), "“([^”]*)”"),
                quoted => Assert.InRange(quoted.Groups[1].Value.Split(' ').Length, 1, 12));
    }

    [Fact]
    public async Task BothDossiersAreOneGraphInEitherOrder()
    {
        var (one, other, separate) = (new MemoryStore(), new MemoryStore(), new MemoryStore());
        await workspace.ImportAsync(one, Seeds.Istanbul, Seeds.ThailandCambodia);
        await workspace.ImportAsync(other, Seeds.ThailandCambodia, Seeds.Istanbul);
        await workspace.ImportAsync(separate, Seeds.ThailandCambodia);
        var second = await workspace.ImportAsync(separate, Seeds.Istanbul);
        Assert.Equal((0, 0), (second.Changed, second.Rejected));
        Assert.Equal(Told(one), Told(other));
        Assert.Equal(Told(one), Told(separate));
        foreach (var shared in new[] { "united-states", "menafn", "trt-world" }) Assert.Single(one.Nodes, node => node.Id == shared);
        Assert.Equal("Q30", one.Node("united-states")["wikidata"]);
    }

    private static string Told(MemoryStore graph) =>
        string.Join(
            '\n',
            graph.Nodes.Select(node => $"{node.Type} {node.Id} {Told(node.Values)}")
                .Concat(graph.Relationships.Select(one => $"{one.Start} {one.Type} {one.End} {Told(one.Values)}"))
                .Order(StringComparer.Ordinal));

    private static string Told(Dictionary<string, string?> values) =>
        string.Join(' ', values.Where(pair => pair.Key != "importedAt").Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Ids(IEnumerable<StoredNode> nodes) => nodes.Select(node => node.Id).Order();

    private string Told(StoredNode act) =>
        $"{act["act"]} {string.Join(' ', Ids(store.To(act, "MADE")))} for {string.Join(' ', Ids(store.From(act, "ON_BEHALF_OF")))}"
            + $" against {string.Join(' ', Ids(store.From(act, "AGAINST")))}";

    private List<StoredNode> Acts(Predicate<StoredNode> which) => [.. store.OfType("Accusation").Where(act => which(act))];

    private StoredNode Act(string matter, string? by = null) =>
        Assert.Single(Acts(act => act["matter"] == matter && (by is null || Ids(store.To(act, "MADE")).Contains(by))));
}
