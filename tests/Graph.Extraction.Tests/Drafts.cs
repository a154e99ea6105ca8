using Graph.Extraction.Drafts;
using Graph.Import;
using Graph.Model.Ontologies;

namespace Graph.Extraction.Tests;

/// <summary>What a draft's dossier is worth to <c>graph check</c> and to those who draft again.</summary>
public sealed class Drafts : IDisposable
{
    private const string Text =
        "TOWN, June 3 (Agency) -- On Monday Russian Foreign Minister Sergey Lavrov accused the United Kingdom and Germany of “undermining” the talks.\n\n"
        + "London denied the accusation. Critics accused the minister of lying. He said it was a fraud. “Britain is lying,” Lavrov said on 2 June.\n\n"
        + "London denied the accusation.\n";

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<(string, string)>> Nobody =
        new Dictionary<string, IReadOnlyList<(string, string)>>();
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task AreSoundForEachTextOfTheSeeds()
    {
        var texts = Directory.GetFiles(Path.Combine(Root, "seeds"), "*.txt", SearchOption.AllDirectories);
        Assert.NotEmpty(texts);
        var reader = new ActReader();
        foreach (var text in texts)
        {
            var name = Path.GetFileNameWithoutExtension(text);
            var article = ArticleReader.Read(await File.ReadAllBytesAsync(text), text);
            DraftFolder.Write(folder[name], Drafter.Make(name, article, reader.Read(article.Text), null), Nobody);
        }

        await AssertSoundAsync(folder.Path);
    }

    [Theory]
    [InlineData(Text)]
    [InlineData("Iran: # said accused \"Israel\" of 'x'. \u200FIran\u200F accused Israel of {a: b}\u00AD & *c, !d. 🙂 Iran accused Israel of {a: b}\u00AD & *c, !d.")]
    [InlineData("Cafe\u0301 owner Ana Ilic\u0301 accused Unknown of theft.\r\nUnresolved accused Ana Ilic\u0301 of theft.")]
    [InlineData("Iran accused Israel of sabotage. Iran accused Israel of sabotage. Iran accused Israel of theft. Iran accused Israel of sabotage.")]
    [InlineData("🙂 Norway denied it. Iran accused Israel of sabotage.\n\n🙂 Norway denied it. Iran accused Israel of sabotage. Qatar accused Israel of sabotage.")]
    [InlineData("No act stands here.")]
    public async Task AreSoundWhateverStandsInTheText(string text)
    {
        Write("odd", text, null);
        await AssertSoundAsync(folder["odd"]);
    }

    [Fact]
    public void OfOneTextAreTheSameBytes()
    {
        Write("one", Text, null);
        var before = Directory.GetFiles(folder["one"]).Order().Select(File.ReadAllText).ToList();
        Write("one", Text, DraftFolder.Read(folder["one"]));
        Assert.Equal(before, Directory.GetFiles(folder["one"]).Order().Select(File.ReadAllText));
    }

    [Fact]
    public void ArePutBeforeAPersonAsTheyWereDraftedOrNotAtAll()
    {
        Write("one", Text, null);
        var stamp = DraftFolder.StampOf(folder["one"]);
        Assert.Equal(stamp, DraftFolder.StampOf(folder["one"]));
        Assert.NotEmpty(DraftFolder.Open(folder["one"]).Acts);
        var text = Path.Combine(folder["one"], "text.txt");
        File.WriteAllText(text, "Something else.");
        Assert.NotEqual(stamp, DraftFolder.StampOf(folder["one"]));
        Assert.Equal(
            $"{text} is not the text that was drafted from; put it back, or draft again.",
            Assert.Throws<InvalidDataException>(() => DraftFolder.Open(folder["one"])).Message);
        File.Delete(text);
        Assert.StartsWith(
            $"{Path.Combine(folder["one"], "acts.draft")} cannot be read: ",
            Assert.Throws<InvalidDataException>(() => DraftFolder.Open(folder["one"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void KnowTheDayFromTheTextAndElseFromThePublication()
    {
        var acts = Write("days", Text, null).Acts;
        Assert.Equal((new DateOnly(2025, 6, 2), true), (acts[0].SaidOn!.Value, acts[0].IsStated));
        Assert.Equal((new DateOnly(2025, 6, 3), false), (acts[1].SaidOn!.Value, acts[1].IsStated));
    }

    [Fact]
    public void LinkADenialToWhatItAnswers()
    {
        var acts = Write("answers", Text, null).Acts;
        Assert.Equal("DENY", acts[1].Found.Act);
        Assert.Equal(["act-1"], acts[1].Answers);
        Assert.Contains("answers: [act-1", File.ReadAllText(folder["answers/dossier.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void TellWhichOfTwoLikeSentencesIsMeant()
    {
        Write("twice", Text, null);
        Assert.Contains("prefix: ", File.ReadAllText(folder["twice/dossier.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void DescribeKnownActorsAsTheGraphDoes()
    {
        var reader = new ActReader([("Lavrov", "sergey-lavrov", "Sergey Lavrov", "Person", null), ("Sergey Lavrov", "sergey-lavrov", "Sergey Lavrov", "Person", null)]);
        var draft = Drafter.Make("known", new(Text), reader.Read(Text), null);
        var yaml = DossierText.Of(draft, new Dictionary<string, IReadOnlyList<(string, string)>>
        {
            ["sergey-lavrov"] = [("person", "\"Sergey Lavrov\""), ("id", "\"sergey-lavrov\""), ("wikidata", "\"Q58217\"")],
        });
        Assert.Contains("  - person: \"Sergey Lavrov\"\n    id: \"sergey-lavrov\"\n    wikidata: \"Q58217\"\n", yaml, StringComparison.Ordinal);
        Assert.Contains("{ actor: \"sergey-lavrov\", surface: \"Russian Foreign Minister Sergey Lavrov\" }", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void KeepKnownActorsWhereTheGraphIsAwayLater()
    {
        var reader = new ActReader([("Sergey Lavrov", "sergey-lavrov", "Sergey Lavrov", "Person", null)]);
        DraftFolder.Write(folder["kept"], Drafter.Make("kept", new(Text), reader.Read(Text), null), new Dictionary<string, IReadOnlyList<(string, string)>>
        {
            ["sergey-lavrov"] = [("person", "\"Sergey Lavrov\""), ("id", "\"sergey-lavrov\""), ("wikidata", "\"Q58217\"")],
        });
        DraftFolder.Write(folder["kept"], DraftFolder.Open(folder["kept"]), Nobody);
        Assert.Contains("wikidata: \"Q58217\"", File.ReadAllText(folder["kept/dossier.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void KeepUnresolvedWhomTheTextDoesNotMakeKnown() =>
        Assert.Contains("{ unresolved: \"Critics\" }", DossierText.Of(Write("open", Text, null), Nobody), StringComparison.Ordinal);

    [Fact]
    public void ThatAreBrokenAreToldOf()
    {
        Directory.CreateDirectory(folder["broken"]);
        File.WriteAllText(folder["broken/acts.draft"], "{");
        Assert.Contains("Draft the text again.", Assert.Throws<InvalidDataException>(() => DraftFolder.Open(folder["broken"])).Message, StringComparison.Ordinal);
        Assert.Contains("holds no draft", Assert.Throws<InvalidDataException>(() => DraftFolder.Open(folder["none"])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static string Root
    {
        get
        {
            var up = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(up.FullName, "Graph.sln"))) up = up.Parent!;
            return up.FullName;
        }
    }

    private Draft Write(string name, string text, Draft? earlier)
    {
        var draft = Drafter.Make(name, new Article(text) { Published = new(2025, 6, 3) }, new ActReader().Read(text), earlier);
        DraftFolder.Write(folder[name], draft, Nobody);
        return draft;
    }

    private static async Task AssertSoundAsync(string path)
    {
        var report = await DossierCheck.RunAsync([path], Ontology.Shipped);
        Assert.Null(report.WrongUsage);
        Assert.Empty(report.Rejections.Select(rejection => rejection.ToString()));
    }
}
