using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>Which files an import reads, and what it says where there are none.</summary>
public sealed class PathsOfAnImport : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("nowhere.yaml", "There is no file or folder 'nowhere.yaml'.")]
    [InlineData("", "Name at least one file or folder to import.")]
    public async Task AWrongPathIsWrongUsage(string path, string failure)
    {
        string[] paths = path.Length == 0 ? [] : [path];
        var report = await Importer.RunAsync(workspace.Options() with { Paths = paths }, store, TimeProvider.System, null, CancellationToken.None);
        Assert.Equal((ImportOutcome.WrongUsage, failure), (report.Outcome, report.Failure));
    }

    [Fact]
    public async Task AFolderWithoutAnythingToImportIsWrongUsage()
    {
        workspace.Write("readme.txt", "nothing here");
        var report = await workspace.ImportAsync(store);
        Assert.Equal(
            (ImportOutcome.WrongUsage, $"The folder '{workspace.Root}' holds nothing to import: no dossier (.yaml, .yml), no JSON Lines (.jsonl) and no feed."),
            (report.Outcome, report.Failure));
    }

    [Fact]
    public async Task AFileWithoutATellingEndingIsReadForWhatItHolds()
    {
        var dossier = workspace.Write("dossier.txt", Workspace.Actors);
        var lines = workspace.Write("export.json", "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":\"x\"}}\n");
        var report = await workspace.ImportAsync(store, dossier, lines);
        Assert.Equal((ImportOutcome.Complete, 3), (report.Outcome, report.Added));
    }

    [Fact]
    public async Task RejectedRecordsOfAnEarlierRunAreNotImported()
    {
        workspace.Write("a.jsonl", "{broken\n");
        await workspace.ImportAsync(store);
        Assert.Equal(1, (await workspace.ImportAsync(store)).Files);
    }

    [Fact]
    public async Task ALinkedFolderIsNotFollowed()
    {
        workspace.Write("a.yaml", Workspace.Actors);
        Directory.CreateSymbolicLink(Path.Combine(workspace.Root, "loop"), workspace.Root);
        Assert.Equal(1, (await workspace.ImportAsync(store)).Files);
    }
}
