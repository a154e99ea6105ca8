using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.EndToEnd.Tests;

public sealed partial class Readme : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private string Store => "sqlite:" + folder["graph.db"];

    [Fact]
    public async Task ItsQuestionsHaveTheirAnswers()
    {
        (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", Store)).Succeeds();
        var (questions, answers) = (Blocks("graphql"), Blocks("json"));
        Assert.Equal((5, 5), (questions.Count, answers.Count));
        foreach (var (question, answer) in questions.Zip(answers))
        {
            var query = folder.Write("q.graphql", question);
            var outcome = (await GraphProcess.RunAsync(folder.Path, "query", query, "--store", Store, "--format", "json")).Succeeds();
            Assert.True(JsonElement.DeepEquals(JsonElement.Parse(answer), JsonElement.Parse(outcome.Output)), outcome.Output);
        }
    }

    [Fact]
    public async Task ItsOwnDossierIsImported()
    {
        folder.Write("my-dossier/dossier.yaml", Block("yaml"));
        var said = TextOfPost().Match(text).Groups[1].Value;
        folder.Write("my-dossier/post.txt", said + "\n");
        (await GraphProcess.RunAsync(folder.Path, "check", "my-dossier")).Succeeds();
        var outcome = (await GraphProcess.RunAsync(folder.Path, "import", "my-dossier", "--store", Store)).Succeeds();
        Assert.DoesNotContain("\n0 new", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ItsLinksLeadSomewhere()
    {
        foreach (Match link in Links().Matches(text))
            if (!link.Groups[1].Value.StartsWith("http", StringComparison.Ordinal))
                Assert.True(Path.Exists(Path.Combine(Repository.Root, link.Groups[1].Value)), $"{link.Groups[1].Value} is linked but not there.");
    }

    public void Dispose() => folder.Dispose();

    private string Block(string language) => Blocks(language)[0];

    private List<string> Blocks(string language) =>
        Regex.Matches(text, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(block => block.Groups[1].Value).ToList();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex("echo '([^']+)' > my-dossier/post.txt")]
    private static partial Regex TextOfPost();
}
