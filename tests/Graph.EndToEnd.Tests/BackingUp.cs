namespace Graph.EndToEnd.Tests;

/// <summary>A graph is copied while it is there, and put back where it was or elsewhere.</summary>
public sealed class BackingUp : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task ABackupIsPutBackOnlyWhereItIsMeantTo()
    {
        folder.Write("a.yaml", "actors: [{ state: Utopia }]\n");
        folder.Write("b.yaml", "actors: [{ state: Borduria }]\n");
        (await RunAsync("import", "a.yaml")).Succeeds();
        var said = (await RunAsync("backup", "a.bak")).Succeeds();
        Assert.Matches($@"^sqlite:{folder["a.db"]} is copied to a\.bak \([\d,]+ kB\)\. Put it back with: graph restore a\.bak --store sqlite:{folder["a.db"]}\n$", said.Talk);
        Assert.Equal("a.bak is there already, and was left as it is. Name another file.\n", (await RunAsync("backup", "a.bak")).Fails(2).Talk);

        (await RunAsync("import", "b.yaml")).Succeeds();
        Assert.Equal(
            $"{folder["a.db"]} is there already, and was left as it is. Add --replace to put the backup in its place, or name another file with --store.\n",
            (await RunAsync("restore", "a.bak")).Fails(2).Talk);
        Assert.Equal("Borduria,Utopia", await StatesAsync("a.db"));
        (await RunAsync("restore", "a.bak", "--replace")).Succeeds();
        Assert.Equal("Utopia", await StatesAsync("a.db"));

        (await RunAsync("export", "-o", "a.jsonl.gz")).Succeeds();
        (await GraphProcess.RunAsync(folder.Path, "restore", "a.jsonl.gz", "--store", "sqlite:new.db")).Succeeds();
        Assert.Equal("Utopia", await StatesAsync("new.db"));
        Assert.Equal(
            $"The graph in sqlite:{folder["new.db"]} is not empty. Restore into an empty one, or add what the backup holds with graph import.\n",
            (await GraphProcess.RunAsync(folder.Path, "restore", "a.jsonl.gz", "--store", "sqlite:new.db")).Fails(2).Talk);
        Assert.Equal("a.yaml is no backup. Name what graph backup wrote.\n", (await GraphProcess.RunAsync(folder.Path, "restore", "a.yaml", "--store", "sqlite:none.db")).Fails(2).Talk);
        Assert.Equal("There is no file none. Name what graph backup wrote.\n", (await GraphProcess.RunAsync(folder.Path, "restore", "none", "--store", "sqlite:none.db")).Fails(2).Talk);
        Assert.False(File.Exists(folder["none.db"]));
        Assert.Equal(
            "a.bak is the backup of an SQLite file. For Neo4j write it as JSON Lines: graph export --store sqlite:a.bak -o graph.jsonl.gz\n",
            (await GraphProcess.RunAsync(folder.Path, "restore", "a.bak", "--store", "bolt://127.0.0.1:1")).Fails(2).Talk);
    }

    [Fact]
    public async Task ThePublishedCommandHasTheSchemaOfDossiers() => Assert.Equal(
        await File.ReadAllTextAsync(Path.Combine(Repository.Seeds, "dossier.schema.json")),
        (await GraphProcess.RunAsync(folder.Path, "schema", "--dossier")).Succeeds().Output);

    public void Dispose() => folder.Dispose();

    private Task<Outcome> RunAsync(params string[] command) => GraphProcess.RunAsync(folder.Path, [.. command, "--store", "sqlite:a.db"]);

    private async Task<string> StatesAsync(string file) => string.Join(
        ',',
        (await GraphProcess.RunAsync(folder.Path, "query", "{ states(sort: [{ name: ASC }]) { name } }", "--format", "csv", "--store", "sqlite:" + file))
            .Succeeds().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]);
}
