namespace Graph.EndToEnd.Tests;

/// <summary>A command that reads a graph finds none: it says so, and makes none.</summary>
public sealed class MissingStores : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("query", "{ people { name } }")]
    [InlineData("stats")]
    [InlineData("export")]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    public async Task AMisspeltFileIsRefusedAndNotMade(params string[] command)
    {
        folder.Write("talks.db", "x");
        folder.Write("talk.db-wal", "x");
        var outcome = (await RunAsync(command, "talsk.db")).Fails(1);
        Assert.Equal(
            $"There is no graph at '{folder["talsk.db"]}'; did you mean \"talks.db\"? Make one with: graph import PATH --store sqlite:{folder["talsk.db"]}\n", outcome.Talk);
        Assert.Equal("", outcome.Output);
        Assert.Equal(["talk.db-wal", "talks.db"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AFolderThatIsMissingIsToldTheSame() => Assert.Equal(
        $"There is no graph at '{folder["no/such.db"]}'; check the path. Make one with: graph import PATH --store sqlite:{folder["no/such.db"]}\n",
        (await RunAsync(["stats"], "no/such.db")).Fails(1).Talk);

    [Fact]
    public async Task AlikeEndingsMakeNoNamesAlike()
    {
        folder.Write("ro.db", "x");
        Assert.Equal(
            $"There is no graph at '{folder["nope.db"]}'; check the path: beside it there is \"ro.db\". Make one with: graph import PATH --store sqlite:{folder["nope.db"]}\n",
            (await RunAsync(["stats"], "nope.db")).Fails(1).Talk);
    }

    [Fact]
    public async Task AFileWithoutAQueryAndAnUnknownFormatAreTold()
    {
        folder.Write("q.graphql", " \n# a comment\n");
        Assert.Equal(
            "The file 'q.graphql' holds no query. A query looks like '{ people { name } }'.\n",
            (await RunAsync(["query", "q.graphql"], "a.db")).Fails(2).Talk);
        Assert.StartsWith(
            "--format takes table|json|jsonl|csv, not \"xml\".\n",
            (await RunAsync(["query", "{ people { name } }", "--format", "xml"], "a.db")).Fails(2).Talk);
    }

    [Fact]
    public async Task AnEmptyFileIsNoGraph()
    {
        folder.Write("a.db", "");
        Assert.Equal(
            $"The file '{folder["a.db"]}' is empty and holds no graph. Make one with: graph import PATH --store sqlite:{folder["a.db"]}\n",
            (await RunAsync(["stats"], "a.db")).Fails(1).Talk);
        Assert.Equal(0, new FileInfo(folder["a.db"]).Length);
    }

    [Fact]
    public async Task AFolderAndAForeignFileAreToldAsSuch()
    {
        Directory.CreateDirectory(folder["a.db"]);
        folder.Write("b.db", new string('x', 5000));
        Assert.Equal($"'{folder["a.db"]}' is a folder; name a file inside it.\n", (await RunAsync(["stats"], "a.db")).Fails(1).Talk);
        Assert.Equal(
            $"'{folder["b.db"]}' is not a graph store; choose another path, so that this file stays as it is.\n",
            (await RunAsync(["stats"], "b.db")).Fails(1).Talk);
    }

    [Fact]
    public async Task TheDefaultFileIsMadeWithoutNamingIt()
    {
        var environment = new Dictionary<string, string> { ["XDG_DATA_HOME"] = folder["data"] };
        var outcome = (await GraphProcess.RunAsync(folder.Path, environment, "stats")).Fails(1);
        Assert.Equal($"There is no graph at '{folder["data/graph/graph.db"]}'; check the path. Make one with: graph import PATH\n", outcome.Talk);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Theory]
    [InlineData("There is no file or folder 'no.jsonl'.", "import", "a.yaml", "no.jsonl")]
    [InlineData("There is no file or folder 'no.jsonl'.", "import", "no.jsonl", "--dry-run")]
    [InlineData("The folder 'empty' holds nothing to import: no dossier (.yaml, .yml), no JSON Lines (.jsonl) and no feed.", "import", "empty")]
    [InlineData("There is no file or folder 'no.jsonl'.", "serve", "--urls", "http://127.0.0.1:0", "--import", "no.jsonl")]
    public async Task NoStoreIsMadeForAWrongPath(string told, params string[] command)
    {
        folder.Write("a.yaml", "actors: [{ state: Borduria }]\n");
        Directory.CreateDirectory(folder["empty"]);
        Assert.Equal(told + "\n", (await RunAsync(command, "new.db")).Fails(2).Talk);
        Assert.Equal(["a.yaml"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    public void Dispose() => folder.Dispose();

    private Task<Outcome> RunAsync(string[] command, string file) => GraphProcess.RunAsync(folder.Path, [.. command, "--store", "sqlite:" + file]);
}
