using System.Diagnostics;
using Graph.Cli.Commands;

namespace Graph.EndToEnd.Tests;

/// <summary><c>graph draft</c> of a folder: what cannot be read is told, and the rest is drafted.</summary>
public sealed class Drafting : IDisposable
{
    private const string Text = "Iran accused Israel of sabotaging a power plant near Isfahan.\n";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task ANamedPipeInAFolderIsToldAndNotWaitedFor()
    {
        if (OperatingSystem.IsWindows()) return;
        folder.Write("texts/a.txt", Text);
        await Process.Start("mkfifo", [folder["texts/b.txt"], folder["texts/c.jsonl"]]).WaitForExitAsync();
        var environment = new Dictionary<string, string> { ["GRAPH_STORE"] = "sqlite:" + folder["none.db"] };
        var outcome = (await GraphProcess.RunAsync(folder.Path, environment, "draft", "texts")).Fails(3);
        Assert.Contains("texts/b.txt is no file but a named pipe, a socket or a device", outcome.Talk, StringComparison.Ordinal);
        Assert.Contains("drafts/a: 1 act found.", outcome.Output, StringComparison.Ordinal);
        outcome = (await GraphProcess.RunAsync(folder.Path, environment, "import", "texts")).Fails(3);
        Assert.Contains("It is no file but a named pipe, a socket or a device", outcome.Talk + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneTextThatCannotBeReadStopsNoOther()
    {
        Directory.CreateDirectory(folder["news"]);
        Directory.CreateDirectory(folder["drafts/broken"]);
        await File.WriteAllBytesAsync(folder["news/a.txt"], [0xFF, 0xFE, 0x00]);
        folder.Write("news/b.html", "<p>" + Text);
        folder.Write("news/b.txt", Text);
        folder.Write("news/broken.txt", Text);
        folder.Write("news/empty.html", "<html></html>");
        folder.Write("news/other.txt", "Иран обвинил Израиль в саботаже.\n");
        folder.Write("news/z.txt", Text);
        folder.Write("drafts/broken/acts.draft", "{");
        var environment = new Dictionary<string, string> { ["GRAPH_STORE"] = "sqlite:" + folder["none.db"] };
        var outcome = (await GraphProcess.RunAsync(folder.Path, environment, "draft", "news")).Fails(3);
        Assert.StartsWith(
            $"GRAPH_STORE names {folder["none.db"]}, where there is no graph yet: nobody is known by name. Make it with graph import, or name another with --store.\n"
            + "news/a.txt is neither UTF-8 text nor a web page. Save it as text in UTF-8, or as HTML.\n",
            outcome.Talk, StringComparison.Ordinal);
        Assert.Contains(
            "\nnews/b.txt would be drafted into b, as another text was before it; draft it by itself with --name.\n", outcome.Talk, StringComparison.Ordinal);
        Assert.Contains("drafts/broken/acts.draft cannot be read: ", outcome.Talk, StringComparison.Ordinal);
        Assert.Contains("\nnews/empty.html holds no words to draft from.", outcome.Talk, StringComparison.Ordinal);
        Assert.Contains("\nother is written in another language than English", outcome.Talk, StringComparison.Ordinal);
        Assert.EndsWith("4 texts were not drafted, as told above; 2 were.\n", outcome.Talk, StringComparison.Ordinal);
        Assert.Contains("drafts/z: 1 act found.", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("{", await File.ReadAllTextAsync(folder["drafts/broken/acts.draft"]));
    }

    [Fact]
    public void ACorpusThatCannotBeReadStopsNoOther()
    {
        foreach (var corpus in (string[])["a.jsonl", "b.jsonl"]) folder.Write(corpus, "{\"id\":\"one\",\"text\":\"Iran accused Israel.\"}\n");
        List<string> refused = [];
        var texts = DraftInputs.Of([folder["a.jsonl"], folder["b.jsonl"]], refused.Add);
        File.Delete(folder["a.jsonl"]);
        Assert.Equal(folder["b.jsonl"] + ":1", Assert.Single(texts).Place);
        Assert.Contains("a.jsonl", Assert.Single(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreThatTheCommandNamesMustBeThere()
    {
        folder.Write("z.txt", Text);
        var outcome = (await GraphProcess.RunAsync(folder.Path, "draft", "z.txt", "--store", "sqlite:" + folder["none.db"])).Fails(1);
        Assert.StartsWith($"There is no graph at '{folder["none.db"]}'", outcome.Talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["drafts"]));
    }

    public void Dispose() => folder.Dispose();
}
