using System.IO.Compression;

namespace Graph.EndToEnd.Tests;

/// <summary>
/// What a researcher sees who opens Neo4j Browser on the imported seeds: every script of <c>cypher/browser</c>, the guide, the
/// favourites. <c>GRAPH_TEST_PICTURES</c> names a folder that keeps a picture of each, to be looked at.
/// </summary>
public sealed class ExploringInNeo4jBrowser(SeedsInNeo4jBrowser seeds) : IClassFixture<SeedsInNeo4jBrowser>
{
    private static readonly string Scripts = Path.Combine(Repository.Root, "cypher", "browser");
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("GRAPH_TEST_PICTURES");

    /// <summary>Scripts that draw: how many nodes at least, captions among theirs, and what captions of relationships begin with.</summary>
    public static TheoryData<string, int, string[], string[]> Drawings => new()
    {
        { "answers-to-an-accusation", 20, ["Sergey Lavrov", "Maria Zakharova", "DENY sending"], ["ANSW", "MADE"] },
        { "chain-from-a-to-b", 4, ["Sergey Lavrov", "Volodymyr", "Vladimir Putin", "Friedrich Merz"], ["1 × A", "2 × A"] },
        { "dossier-of-an-actor", 8, ["Vladimir Medinsky", "ACCUSE putting", "Adviser to the"], ["MADE", "HELD"] },
        { "evidence-of-an-accusation", 13, ["ACCUSE blowing", "Meduza", "Sakshi Post", "Digest: Meduza"], ["EVID", "QUOT", "PUBL"] },
        { "mutual-accusations", 2, ["Friedrich Merz", "Vladimir Putin"], ["1 × A"] },
        { "on-whose-behalf", 40, ["Rustem Umerov", "ACCUSE delaying", "Ukraine"], ["ON_", "AGAI"] },
        { "one-claim-many-voices", 20, ["Russia drags out", "Keir Starmer", "ACCUSE simulating"], ["ALLE", "MADE"] },
        { "said-at-an-event", 20, ["First round", "Keir Starmer", "ACCUSE shutting"], ["ABOU", "MADE"] },
        { "schema-of-the-graph", 9, ["Actor", "Accusation", "Claim", "Evidence", "Document", "Event"], ["MADE", "EVID", "ALLE"] },
        { "search-words", 20, ["ACCUSE breaking", "DENY breaking"], [] },
        { "who-accused-whom", 13, ["Ukraine", "Sergey Lavrov", "United Kingdom"], ["13", "2 × A"] },
    };

    /// <summary>Scripts that give a table: cells that it has.</summary>
    public static TheoryData<string, string[]> Tables => new()
    {
        { "accusations-by-month", ["month", "act", "\"ACCUSE\"", "\"DENY\""] },
        { "busiest-pairs", ["accuser", "returned", "\"Vladimir Medinsky\"", "\"Ukraine\""] },
        { "where-records-come-from", ["dataset", "licence", "\"The Istanbul talks of 2025, a curated dossier\""] },
    };

    [Fact]
    public void EveryScriptIsTried() => Assert.Equal(
        Directory.GetFiles(Scripts).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        Drawings.Concat<object[]>(Tables).Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [NeedsNeo4jBrowser]
    [MemberData(nameof(Drawings))]
    public async Task DrawsAGraphWhoseCaptionsAreWords(string script, int nodes, string[] captions, string[] relationships)
    {
        var browser = await seeds.Browser;
        var frame = await browser.RunAsync(ReadScript(script), frame =>
            frame.Nodes.Length >= nodes && captions.All(caption => IsAmong(frame.Nodes, caption))
                && relationships.All(type => IsAmong(frame.Relationships, type)));
        await KeepPictureAsync(browser, script);
        Assert.Equal("", frame.Error);
        Assert.Contains("Graph", frame.Views);
        Assert.DoesNotContain("Warn", frame.Views);
        Assert.True(frame.Nodes.Length >= nodes, $"{frame.Nodes.Length} nodes are drawn: {string.Join(" | ", frame.Nodes)}");
        Assert.All(captions, caption => Assert.True(IsAmong(frame.Nodes, caption), $"No node says {caption}: {string.Join(" | ", frame.Nodes)}"));
        Assert.All(
            relationships,
            type => Assert.True(IsAmong(frame.Relationships, type), $"No relationship says {type}: {string.Join(" | ", frame.Relationships)}"));
        if (script == "schema-of-the-graph") return; // its nodes are types
        Assert.All(frame.Nodes, caption => Assert.True(
            seeds.Captions.Any(
                text => Words(text).StartsWith(
                    WholeWords(caption),
                    StringComparison.Ordinal)), $"A node says \"{caption}\", which is no name and no text of the graph."));
    }

    [NeedsNeo4jBrowser]
    [MemberData(nameof(Tables))]
    public async Task GivesATable(string script, string[] cells)
    {
        var browser = await seeds.Browser;
        var frame = await browser.RunAsync(ReadScript(script), frame => cells.All(frame.Cells.Contains));
        await KeepPictureAsync(browser, script);
        Assert.Equal("", frame.Error);
        Assert.DoesNotContain("Warn", frame.Views);
        Assert.All(cells, cell => Assert.Contains(cell, frame.Cells));
    }

    [NeedsNeo4jBrowser]
    [InlineData("intro.adoc", new[] { "What you look at", "Who accused whom", "One actor", "From words to acts", "Answers", "Further" })]
    public async Task PlaysTheGuideOfTheApiSlideBySlide(string guide, string[] slides)
    {
        const string Slide = "document.querySelector('[data-testid=guidesDrawer] .slide')";
        var browser = await seeds.Browser;
        await browser.TypeAsync($":guide {seeds.ApiUrl}/guide/{guide}");
        foreach (var slide in slides)
        {
            await browser.UntilAsync($"{Slide}?.querySelector('h3')?.innerText === '{slide}'");
            if (Pictures is { Length: > 0 }) await browser.PagePictureAsync(Path.Combine(Pictures, $"guide-{slide}.png"));
            if (slide == "Answers") await browser.UntilAsync($"/^MATCH path/.test({Slide}.querySelector('pre.runnable').innerText.trim())");
            await browser.ClickAsync("[data-testid=guideNextSlide]");
        }
    }

    [NeedsNeo4jBrowser]
    [InlineData("browser")]
    public async Task TakesTheZippedFolderAsFavourites(string name)
    {
        var browser = await seeds.Browser;
        using var folder = new TemporaryFolder();
        var zip = folder["scripts.zip"];
        await ZipFile.CreateFromDirectoryAsync(Scripts, zip, CompressionLevel.Fastest, includeBaseDirectory: true);
        await browser.DropAsync(zip, $"JSON.parse(localStorage['neo4j.folders']).some(folder => folder.name === '{name}')");
        foreach (var script in Directory.GetFiles(Scripts))
        {
            var title = File.ReadLines(script).First();
            await browser.UntilAsync($"JSON.parse(localStorage['neo4j.documents']).some(favourite => favourite.content.startsWith('{title}'))");
        }
    }

    private static string ReadScript(string name) => File.ReadAllText(Path.Combine(Scripts, name + ".cypher"));

    private static bool IsAmong(string[] captions, string beginning) =>
        captions.Any(caption => caption.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>A text as captions write it: with single spaces.</summary>
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A caption without the word that the Browser cut, for which it may leave out the word before.</summary>
    private static string WholeWords(string caption) =>
        caption.EndsWith('…') && caption.Contains(' ') ? caption[..caption.LastIndexOf(' ')] : caption.TrimEnd('…');

    private static async Task KeepPictureAsync(Neo4jBrowser browser, string name)
    {
        if (Pictures is { Length: > 0 }) await browser.FramePictureAsync(Path.Combine(Pictures, name + ".png"));
    }
}
