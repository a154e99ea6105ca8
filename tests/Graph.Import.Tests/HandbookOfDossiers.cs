using System.Text.RegularExpressions;
using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>What docs/dossier.md tells a researcher to write is what is read.</summary>
public sealed partial class HandbookOfDossiers : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task TheDossierInFiveMinutesGoesIn()
    {
        var handbook = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Seeds.Root)!, "docs", "dossier.md"));
        var blocks = Indented().Matches(handbook).Select(match => match.Groups["block"].Value.Replace("\n   ", "\n").TrimStart()).ToList();
        workspace.Write("texts/speech.txt", blocks[0]);
        workspace.Write("dossier.yaml", blocks[1]);
        var store = new MemoryStore();
        var report = await workspace.ImportAsync(store);
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal(("11", "61"), (Assert.Single(store.OfType("Evidence"))["startOffset"], store.OfType("Evidence").Single()["endOffset"]));
    }

    [GeneratedRegex("   ```(?:yaml)?\n(?<block>.*?)   ```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indented();
}
