using System.Text;
using System.Text.Json;
using Graph.Export;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

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
    [InlineData("neo4j-admin", GraphView.Whole)]
    [InlineData("jsonld", GraphView.Acts)]
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
                GraphView.Acts => (19, 30),
                _ => (19, 32),
            },
            (report.Nodes, report.Relationships));
        // A control character and U+FFFE, in a title that GEXF has as a label too.
        Assert.Equal((name, view) switch { ("graphml", GraphView.Acts) => 2, ("gexf", GraphView.Acts) => 4, _ => 0 }, report.Changed);
        Assert.Empty(report.Sentences);
    }

    [StoreFact]
    public async Task EntitiesAreWhatTheModelHasPlaceFor()
    {
        var files = new Files();
        var format = OutputFormats.Find("ftm")!;
        var report =
            await Exporter.RunAsync(fixture.Store, new(format, GraphPart.Of(fixture.Store.Ontology, GraphView.Acts)), files, CancellationToken.None);
        Approved.Match("acts.ftm", files.ToString());
        Assert.Equal((13L, 4L), (report.Nodes, report.Relationships));
        Assert.Equal(
            [
                "1 entity of Accusation were left out: UnknownLink needs subject and object, of somebody who is known.",
                "1 code of countries were left out: FollowTheMoney does not know them.",
            ],
            report.Sentences);
        Assert.Equal(
            ["FollowTheMoney has no schema for Claim, Place, Dataset, ON_BEHALF_OF, BELONGS_TO, LIES_IN, ALLEGES, ABOUT, ANSWERS, HELD_AT, PART_OF; they are not in the file."],
            report.Notes!);
    }

    [StoreFact]
    public async Task EntitiesOfChosenActsReferToNobodyElse()
    {
        var (files, part) = (new Files(), (await ChosenAsync(GraphView.Acts, "ACCUSE", "a1")).Part);
        await Exporter.RunAsync(fixture.Store, new(OutputFormats.Find("ftm")!, part), files, CancellationToken.None);
        Approved.Match("chosen.ftm", files.ToString());
    }

    [StoreFact]
    public async Task ParquetHoldsTheCellsOfTheTables()
    {
        var files = new Files();
        await Exporter.RunAsync(fixture.Store, new(OutputFormats.Find("parquet")!, GraphPart.Of(fixture.Store.Ontology, GraphView.Whole)), files, CancellationToken.None);
        Approved.Match("whole.parquet.txt", await ParquetText.OfAsync(files, "nodes.parquet", "edges.parquet"));
    }

    [StoreFact]
    public async Task ChosenActsComeWithWhatBelongsToThem()
    {
        var (lines, part) = await ChosenAsync(GraphView.Whole, "ACCUSE", "a1", "a3");
        Assert.Equal(GraphView.Acts, part.View);
        Approved.Match("chosen.jsonl", lines);
    }

    [StoreFact]
    public async Task ChosenActsAreTalliedBetweenTheirActors() =>
        Approved.Match("chosen-actors.jsonl", (await ChosenAsync(GraphView.Actors, "ACCUSE", "a1", "a4")).Lines);

    [StoreFact]
    public async Task ChosenNodesComeWithWhatIsBetweenThem()
    {
        var ontology = fixture.Store.Ontology;
        var part = GraphPart.OfNodes(ontology, GraphView.Whole, new Dictionary<NodeType, IReadOnlyCollection<string>>
        {
            [ontology.FindNodeType("Person")!] = ["ada", "nobody"],
            [ontology.FindNodeType("Accusation")!] = ["a2", "a1"],
            [ontology.FindNodeType("Office")!] = ["minister"],
        });
        Assert.Equal(
            ["Person:ada", "Office:minister", "Accusation:a1", "Accusation:a2", "MADE", "MADE", "MADE", "HELD", "HELD"],
            (await LinesAsync(part)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))
                .Select(line => line.GetProperty(line.TryGetProperty("label", out _) ? "label" : "id").GetString()));
    }

    private async Task<(string Lines, GraphPart Part)> ChosenAsync(GraphView view, string kind, params string[] ids)
    {
        var act = fixture.Store.Ontology.Act!;
        Parameter which = new(0, ScalarKind.Enum), among = new(1, ScalarKind.Id, IsList: true);
        var chosen = new AllOf(
        [
            new Comparison(new(Subject.Node, act.Kind!), ComparisonOperator.Equal, which),
            new Comparison(new(Subject.Node, act.Type.Id), ComparisonOperator.In, among),
        ]);
        var acts = new ChosenActs(chosen, [which, among], [kind, ids.ToList<object?>()]);
        var part = await GraphPart.OfActsAsync(fixture.Store, view, acts, CancellationToken.None);
        return (await LinesAsync(part), part);
    }

    private async Task<string> LinesAsync(GraphPart part)
    {
        var files = new Files();
        await Exporter.RunAsync(fixture.Store, new(new JsonLines(), part), files, CancellationToken.None);
        return files.ToString();
    }

    [StoreFact]
    public async Task TalliesThatAreCountedAnewAreThoseOfTheStore() => Assert.Equal(
        await TalliesAsync(GraphView.Whole),
        await TalliesAsync(GraphView.Actors));

    private async Task<IEnumerable<string>> TalliesAsync(GraphView view) =>
        (await LinesAsync(GraphPart.Of(fixture.Store.Ontology, view))).Split('\n').Where(line => line.Contains("\"ACCUSED\"", StringComparison.Ordinal));
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

    /// <summary>A file's bytes.</summary>
    public byte[] Bytes(string name) => files.Single(file => file.Name == name).Bytes.ToArray();

    /// <summary>A file's text.</summary>
    public string this[string name] => Encoding.UTF8.GetString(files.Single(file => file.Name == name).Bytes.ToArray());

    /// <summary>The text of the one file; of several each after its name.</summary>
    public override string ToString() => files.Count == 1
        ? this[files[0].Name]
        : string.Concat(files.Select(file => $"--- {file.Name}\n{this[file.Name]}"));
}

public sealed class SqliteFormats(NewsFixture<SqliteStores> fixture) : FormatContract<SqliteStores>(fixture);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jFormats(NewsFixture<Neo4jStoresOfTheSecond> fixture) : FormatContract<Neo4jStoresOfTheSecond>(fixture);
