using System.Text;

namespace Graph.Import.Tests.Support;

/// <summary>A folder of its own for a test's files, and the import of it.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>How a dossier may begin: a person with another name, and a state.</summary>
    public const string Actors = """
        actors:
          - person: Vladimir Medinsky
            aliases: [Medinsky]
          - state: Ukraine

        """;

    public Workspace() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "graph-import-" + Guid.NewGuid().ToString("N"));

    public string RejectedPath => Path.Combine(Root, "rejected.jsonl");

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Imports the paths, or the whole folder.</summary>
    public Task<ImportReport> ImportAsync(MemoryStore store, params string[] paths) =>
        Importer.RunAsync(Options(paths), store, TimeProvider.System, null, CancellationToken.None);

    public ImportOptions Options(params string[] paths) =>
        new() { Paths = paths.Length > 0 ? paths : [Root], RejectedPath = RejectedPath };

    /// <summary>What a dossier is told, each fault a line <c>file:line:column: reason</c> with the file's path below the folder.</summary>
    public async Task<string> CheckAsync(string? dossier = null)
    {
        if (dossier is not null) Write("dossier.yaml", dossier);
        var report = await DossierCheck.RunAsync([Root], Graph.Model.Ontologies.Ontology.Shipped);
        return Relative(report.WrongUsage ?? string.Join('\n', report.Rejections));
    }

    public string Relative(string text) => text.Replace(Root + "/", "");

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
