using System.Text;
using Graph.Export;

namespace Graph.Stores.Tests.Exports;

/// <summary>What each format makes of one graph: the same bytes from every store.</summary>
public abstract class FormatContract<TStores>(NewsFixture<TStores> fixture) : IClassFixture<NewsFixture<TStores>>
    where TStores : Stores, new()
{
    [StoreTheory]
    [InlineData("jsonl", GraphView.Whole)]
    [InlineData("jsonl", GraphView.Actors)]
    [InlineData("graphml", GraphView.Acts)]
    [InlineData("graphml", GraphView.Actors)]
    [InlineData("gexf", GraphView.Acts)]
    [InlineData("gexf", GraphView.Actors)]
    [InlineData("csv", GraphView.Acts)]
    [InlineData("csv", GraphView.Actors)]
    public async Task AFormatHoldsTheGraphInOneForm(string name, GraphView view)
    {
        var format = OutputFormats.Find(name)!;
        var files = new Files();
        var report = await Exporter.RunAsync(fixture.Store, new(format, GraphPart.Of(fixture.Store.Ontology, view)), files, CancellationToken.None);
        Approved.Match($"{view.ToString().ToLowerInvariant()}.{name}", files.ToString());
        Assert.Equal(
            view switch
            {
                GraphView.Actors => (6L, 2L),
                GraphView.Acts => (19, 28),
                _ => (19, 30),
            },
            (report.Nodes, report.Relationships));
        // A control character and U+FFFE, in a title that GEXF has as a label too.
        Assert.Equal((name, view) switch { ("graphml", GraphView.Acts) => 2, ("gexf", GraphView.Acts) => 4, _ => 0 }, report.Changed);
        Assert.Empty(report.Sentences);
    }

    [StoreFact]
    public async Task TalliesThatAreCountedAnewAreThoseOfTheStore()
    {
        var lines = new JsonLines();
        Assert.Equal(
            (await LinesAsync(GraphPart.Of(fixture.Store.Ontology, GraphView.Whole))).Where(line => line.Contains("\"ACCUSED\"", StringComparison.Ordinal)),
            (await LinesAsync(GraphPart.Of(fixture.Store.Ontology, GraphView.Actors))).Where(line => line.Contains("\"relationship\"", StringComparison.Ordinal)));

        async Task<string[]> LinesAsync(GraphPart part)
        {
            var files = new Files();
            await Exporter.RunAsync(fixture.Store, new(lines, part), files, CancellationToken.None);
            return files.ToString().Split('\n');
        }
    }
}

/// <summary>Keeps what an export writes.</summary>
internal sealed class Files : IExportTarget
{
    private readonly List<(string Name, MemoryStream Bytes)> files = [];

    public ValueTask<Stream> BeginAsync(string name, CancellationToken cancellationToken)
    {
        files.Add((name, new()));
        return new(files[^1].Bytes);
    }

    public ValueTask EndAsync() => default;

    /// <summary>A file's text.</summary>
    public string this[string name] => Encoding.UTF8.GetString(files.Single(file => file.Name == name).Bytes.ToArray());

    /// <summary>The text of the one file; of several each after its name.</summary>
    public override string ToString() => files.Count == 1
        ? this[files[0].Name]
        : string.Concat(files.Select(file => $"--- {file.Name}\n{this[file.Name]}"));
}

public sealed class SqliteFormats(NewsFixture<SqliteStores> fixture) : FormatContract<SqliteStores>(fixture);

[Collection("the one database of a Neo4j server")]
public sealed class Neo4jFormats(NewsFixture<Neo4jStores> fixture) : FormatContract<Neo4jStores>(fixture);
