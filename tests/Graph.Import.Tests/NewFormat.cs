using Graph.Import.Pipeline;
using Graph.Import.Tests.Support;
using Graph.Import.Tests.ToyFormat;

namespace Graph.Import.Tests;

/// <summary>A new format is one folder and one line in the list of formats: docs/extending.md.</summary>
public sealed class NewFormat : IDisposable
{
    private static readonly IReadOnlyList<IRecordSource> Formats = [RecordSources.All[0], new ToySource(), .. RecordSources.All.Skip(1)];

    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task ItsFilesAreReadFromAFolderBesideTheOthers()
    {
        workspace.Write("a.claims", "#claims\nc1 = the exchange is broken\nno claim at all\n");
        workspace.Write("b.yaml", "accusations:\n  - { act: ACCUSE, claim: c1, matter: x, noEvidence: test }\n");
        var report = await RunAsync(workspace.Root);
        Assert.Equal("a.claims:3:1: A line is an id, ' = ', and a text.", workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Equal((ImportOutcome.SomeRejected, 4, 3), (report.Outcome, report.Read, report.Added));
        Assert.Equal("the exchange is broken", store.Node("c1")["text"]);
    }

    [Fact]
    public async Task AFileWithoutATellingEndingIsRecognised()
    {
        Assert.Equal(ImportOutcome.Complete, (await RunAsync(workspace.Write("claims.txt", "#claims\nc1 = x\n"))).Outcome);
        Assert.Equal("x", store.Node("c1")["text"]);
    }

    private Task<ImportReport> RunAsync(string path) =>
        Importer.RunAsync(workspace.Options(path), store, TimeProvider.System, null, Formats, CancellationToken.None);
}
