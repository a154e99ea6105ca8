using System.Text;
using System.Text.Json;
using Graph.Export;
using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;

namespace Graph.EndToEnd.Tests;

/// <summary>The texts of dossiers are kept with their documents, put back from what is exported, and taken out again.</summary>
public sealed class KeepingTexts : IDisposable
{
    private const string Text = "Ада сказала:\n«Утопія порушила слово». Ox\u0301";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task ATextIsKeptAsItsHashHasItUntilItsSourceNoLongerGivesIt()
    {
        folder.Write("post.txt", "\uFEFF" + Text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("ї", "\u0456\u0308", StringComparison.Ordinal));
        folder.Write(
            "dossier.yaml",
            """
            actors: [{ person: Ada }, { state: Utopia }]
            documents: [{ id: post, kind: ARTICLE, title: Post, licence: CC0-1.0, text: post.txt }]
            accusations:
              - { act: ACCUSE, by: ada, against: utopia, matter: breaking its word, evidence: [{ document: post, quote: Утопія порушила слово }] }
            """);
        await using var store = await OpenAsync("graph.db");
        await ImportAsync(store, new() { Paths = [folder["dossier.yaml"]] });
        var exported = await ExportAsync(store, withTexts: true);
        var document = Document(exported);
        Assert.Equal(Text, document.GetProperty("text").GetString());
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Text))),
            document.GetProperty("textHash").GetString());
        Assert.False(Document(await ExportAsync(store, withTexts: false)).TryGetProperty("text", out _));

        // A second graph has all of it, and may leave it out; so may the first, whose source then no longer gives it.
        await using var other = await OpenAsync("other.db");
        await ImportAsync(other, new() { Paths = [folder.Write("graph.jsonl", exported)] });
        Assert.Equal(exported, await ExportAsync(other, withTexts: true));
        await using var without = await OpenAsync("without.db");
        await ImportAsync(without, new() { Paths = [folder["graph.jsonl"]], WithoutTexts = true });
        Assert.Equal(await ExportAsync(store, withTexts: false), await ExportAsync(without, withTexts: true));
        await ImportAsync(store, new() { Paths = [folder["dossier.yaml"]], WithoutTexts = true });
        Assert.False(Document(await ExportAsync(store, withTexts: true)).TryGetProperty("text", out _));
        Assert.Equal(document.GetProperty("textHash").GetString(), Document(await ExportAsync(store, withTexts: true)).GetProperty("textHash").GetString());
    }

    public void Dispose() => folder.Dispose();

    private async Task<IGraphStore> OpenAsync(string file) =>
        await GraphStores.OpenAsync(new StoreLocation.Sqlite(folder[file]), Ontology.Shipped, CancellationToken.None);

    private static async Task ImportAsync(IGraphStore store, ImportOptions options) =>
        Assert.Equal(ImportOutcome.Complete, (await Importer.RunAsync(options, store, TimeProvider.System, null, CancellationToken.None)).Outcome);

    private static async Task<string> ExportAsync(IGraphStore store, bool withTexts)
    {
        using var output = new MemoryStream();
        IOutputFormat format = new JsonLines();
        ExportRequest request = new(format, GraphPart.Of(store.Ontology, format.DefaultView)) { WithTexts = withTexts };
        await Exporter.RunAsync(store, request, new StreamTarget(output), CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static JsonElement Document(string lines) => JsonElement.Parse(
        lines.Split('\n').Single(line => line.StartsWith("""{"type":"node","id":"Document:post""", StringComparison.Ordinal))).GetProperty("properties");
}
