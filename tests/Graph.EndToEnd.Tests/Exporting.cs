using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Graph.EndToEnd.Tests;

public sealed class Exporting : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => "sqlite:" + folder["graph.db"];

    [Fact]
    public async Task AGraphThatIsExportedAndImportedIsTheSameGraph()
    {
        await ImportSeedsAsync();
        var first = (await RunAsync("export", "--store", Store)).Succeeds();
        Assert.Contains(" nodes and ", first.Talk, StringComparison.Ordinal);
        await RunAsync("export", "--store", Store, "-o", "seeds.jsonl.gz");
        (await RunAsync("import", "seeds.jsonl.gz", "--store", "sqlite:" + folder["copy.db"])).Succeeds();
        Assert.Equal(first.Output, (await RunAsync("export", "--store", "sqlite:" + folder["copy.db"])).Succeeds().Output);
        Assert.Equal(first.Output, Unpacked("seeds.jsonl.gz"));
        Assert.True(first.Output.Count(letter => letter == '\n') > 200, first.Output);
    }

    [Fact]
    public async Task AFileTakesItsNameOnlyWhenItIsWhole()
    {
        folder.Write("out.jsonl", "what was there");
        var refused = (await RunAsync("export", "--store", "sqlite:" + folder["none.db"], "-o", "out.jsonl")).Fails(1);
        Assert.StartsWith("There is no graph at", refused.Talk, StringComparison.Ordinal);
        Assert.Equal("what was there", await File.ReadAllTextAsync(folder["out.jsonl"]));
        await ImportSeedsAsync();
        (await RunAsync("export", "--store", Store, "-o", "out.jsonl")).Succeeds();
        Assert.StartsWith("""{"type":"node",""", await File.ReadAllTextAsync(folder["out.jsonl"]), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part"));
    }

    [Fact]
    public async Task AGraphIsNotWrittenOverByItsExport()
    {
        await ImportSeedsAsync();
        var before = await File.ReadAllBytesAsync(folder["graph.db"]);
        var outcome = (await RunAsync("export", "--store", Store, "-o", folder["graph.db"])).Fails(2);
        Assert.Equal($"{folder["graph.db"]} is an SQLite file, perhaps the graph itself, and was left as it is. Name another file.\n", outcome.Talk);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder["graph.db"]));
    }

    [Fact]
    public async Task SeveralFilesBecomeAFolderOrAnArchiveOfTheSameBytes()
    {
        await ImportSeedsAsync();
        (await RunAsync("export", "--store", Store, "--format", "csv", "-o", "tables")).Succeeds();
        (await RunAsync("export", "--store", Store, "--format", "csv", "-o", "tables.zip")).Succeeds();
        using var archive = ZipFile.OpenRead(folder["tables.zip"]);
        Assert.Equal(["nodes.csv", "edges.csv"], archive.Entries.Select(entry => entry.Name));
        foreach (var entry in archive.Entries)
        {
            using var text = new StreamReader(entry.Open());
            Assert.Equal(await text.ReadToEndAsync(), await File.ReadAllTextAsync(folder["tables/" + entry.Name]));
        }

        var again = (await RunAsync("export", "--store", Store, "--format", "csv", "-o", "tables")).Fails(2);
        Assert.Equal("The folder tables has something in it. Name one that is empty or not there yet.\n", again.Talk);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path, "*.part"));
    }

    [Fact]
    public async Task APartIsChosenByActorByConditionOrByQuery()
    {
        await ImportSeedsAsync();
        var ofActor = (await RunAsync("export", "--store", Store, "--actor", "Lavrov")).Succeeds();
        Assert.StartsWith("\"Lavrov\" is taken for Sergey Lavrov (sergey-lavrov).\n", ofActor.Talk, StringComparison.Ordinal);
        Assert.Contains("\"Person:sergey-lavrov\"", ofActor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"ACCUSED\"", ofActor.Output, StringComparison.Ordinal);
        var ofDay = (await RunAsync("export", "--store", Store, "--where", """{"saidOn":{"eq":"2025-08-24"}}""", "--view", "actors")).Succeeds();
        Assert.Contains("\"accusations\":1,\"first\":\"2025-08-24\",\"last\":\"2025-08-24\"", ofDay.Output, StringComparison.Ordinal);
        var asked = (await RunAsync("export", "--store", Store, "--query", "{ people(where: { name: { eq: \"Sergey Lavrov\" } }) { offices { title } } }")).Succeeds();
        Assert.Equal(["Person", "Office", "HELD"], Kinds(asked.Output));

        static IEnumerable<string> Kinds(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line)).Select(line => (line.TryGetProperty("label", out var label) ? label : line.GetProperty("labels")[0]).GetString()!);
    }

    [Theory]
    [InlineData("where is no JSON object: it is no object.", "--where", "[]")]
    [InlineData("The format csv is several files. Name a folder for them with -o", "--format", "csv", "-o", "out.gz")]
    [InlineData("--format takes jsonl|graphml|gexf|csv|neo4j-admin|parquet|jsonld|ftm, not \"xml\".", "--format", "xml")]
    [InlineData("no/such folder. Create it, or name another file.", "-o", "no/such folder/out.jsonl")]
    [InlineData("is a folder. Name a file in it.", "-o", ".")]
    public async Task WhatCannotBeWrittenIsTold(string sentence, params string[] options)
    {
        await ImportSeedsAsync();
        var outcome = (await RunAsync(["export", "--store", Store, .. options])).Fails(2);
        Assert.Contains(sentence, outcome.Talk, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
    }

    public void Dispose() => folder.Dispose();

    private async Task ImportSeedsAsync() => (await RunAsync("import", Repository.Seeds, "--store", Store)).Succeeds();

    private Task<Outcome> RunAsync(params string[] arguments) => GraphProcess.RunAsync(folder.Path, arguments);

    private string Unpacked(string file)
    {
        using var bytes = new GZipStream(File.OpenRead(folder[file]), CompressionMode.Decompress);
        using var text = new StreamReader(bytes, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
