using Graph.Model.Ontologies;
using Graph.Server.Tests.Access;
using Graph.Stores.Tests;

namespace Graph.Server.Tests.Views;

/// <summary>Views that follow their graph, and those of datasets that are not there.</summary>
public sealed class ViewsOfAGraphThatChanges : AccessTest
{
    private const string Names = "/graphql?query={people{name}}";

    [Fact]
    public async Task TheViewFollowsTheGraphAndLiesWhereItsUserAloneReads()
    {
        var key = Folder.AddHeld("held", HeldNews.Open);
        await SayAsync(HeldNews.Open, "Ada");
        var views = Directory.CreateTempSubdirectory("graph-follow-");
        await using (var server = await StartAsync(new() { Access = new() { KeyFile = Folder.File }, ViewFolder = views.FullName }))
        {
            Assert.Equal("""{"data":{"people":[{"name":"Ada"}]}}""", await UntilAsync(server, key, "Ada"));
            await SayAsync(HeldNews.Open, "Bob");
            await SayAsync(HeldNews.Secret, "Zelda");
            Assert.Equal("""{"data":{"people":[{"name":"Ada"},{"name":"Bob"}]}}""", await UntilAsync(server, key, "Bob"));
            if (!OperatingSystem.IsWindows())
            {
                var folder = Assert.Single(views.EnumerateDirectories());
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
                foreach (var file in folder.EnumerateFiles("*.db*").Where(file => !file.Name.EndsWith("-writer", StringComparison.Ordinal)))
                    Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
            }
        }

        Assert.Empty(views.EnumerateFileSystemInfos());
        views.Delete();
    }

    [Fact]
    public async Task WhoIsHeldToWhatIsNotThereReadsNothingAndTheServerSaysSo()
    {
        await SayAsync(HeldNews.Open, "Ada");
        Folder.AddHeld("held", HeldNews.Open);
        var lost = Folder.AddHeld("lost", "opne", "Open", "open ");
        await using var server = await StartAsync(new() { Access = new() { KeyFile = Folder.File, IsOpen = true } });
        Assert.Contains(
            "Keys are held to the dataset \"opne\", in whose name nothing was imported; did you mean \"open\"? They read nothing of it until something is.",
            server.Warnings);
        Assert.Contains($"Keys of '{Folder.File}' are held to datasets, and without a key everybody reads the whole graph (--open).", server.Warnings);
        Assert.DoesNotContain(server.Warnings, warning => warning.Contains("\"open\", in whose", StringComparison.Ordinal));
        Assert.Equal("""{"data":{"people":[]}}""", await UntilAsync(server, lost, "people"));
    }

    private Task SayAsync(string source, string name) => HeldNews.ImportAsync(
        Store, source, new Records(Ontology.Shipped).Node("Person", ("id", name), ("name", name)), DateTimeOffset.UnixEpoch);

    /// <summary>The names once a word is among them, for views are made beside.</summary>
    private async Task<string> UntilAsync(GraphServer server, string key, string word)
    {
        for (var tries = 0; ; tries++)
        {
            using var answer = await SendAsync(server, Names, key);
            var body = await answer.Content.ReadAsStringAsync();
            if (body.Contains(word, StringComparison.Ordinal) || tries == 600) return body;
            await Task.Delay(100);
        }
    }
}
