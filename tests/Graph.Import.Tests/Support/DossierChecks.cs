using System.Text;

namespace Graph.Import.Tests.Support;

/// <summary>Checks a dossier and compares what is told of it word for word.</summary>
public abstract class DossierChecks : IDisposable
{
    /// <summary>A sound dossier of two actors and a document with a text; cases add to it.</summary>
    protected const string Sound = """
        actors:
          - person: Vladimir Medinsky
            aliases: [Medinsky]
          - state: Ukraine
        documents:
          - id: report
            kind: ARTICLE
            title: A report
            text: report.txt

        """;

    /// <summary>An accusation without evidence.</summary>
    protected const string Accusation = """
        accusations:
          - act: ACCUSE
            by: Medinsky
            against: ukraine
            matter: a show

        """;

    private readonly Workspace workspace = new();

    protected DossierChecks() => Write("report.txt", "He said “it is a show”. Then he left. Then he left again.\n");

    /// <summary>The folder of the dossier and its texts.</summary>
    protected string Root => workspace.Root;

    public void Dispose()
    {
        workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Write(string name, string text) => workspace.Write(name, text);

    protected void Write(string name, byte[] bytes) => workspace.Write(name, bytes);

    protected Task<string> CheckAsync(string? dossier = null) => workspace.CheckAsync(dossier);

    protected Task Told(string dossier, string expected) => Told(Encoding.UTF8.GetBytes(dossier), expected);

    protected async Task Told(byte[] dossier, string expected)
    {
        workspace.Write("dossier.yaml", dossier);
        Assert.Equal(expected, await workspace.CheckAsync());
    }

    protected async Task ToldFirst(string dossier, string expected) => Assert.Equal(expected, (await workspace.CheckAsync(dossier)).Split('\n')[0]);
}
