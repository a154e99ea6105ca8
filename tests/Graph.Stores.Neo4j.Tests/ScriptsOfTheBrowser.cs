using System.Runtime.CompilerServices;
using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Browser;
using Graph.Stores.Neo4j.Tests.Bolt;

namespace Graph.Stores.Neo4j.Tests;

public sealed class ScriptsOfTheBrowser
{
    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../cypher"));

    private static IEnumerable<string> Scripts => Directory.GetFiles(Path.Combine(Folder(), "browser"), "*.cypher").Order(StringComparer.Ordinal);

    [Fact]
    public void TheStyleSheetIsMadeFromTheOntologyAndThePalette() => Approved.Match("../../cypher/graph.grass", GraphStyle.Sheet(Ontology.Shipped));

    [Fact]
    public void EveryNodeTypeHasACaptionAndAColour()
    {
        var sheet = GraphStyle.Sheet(Ontology.Shipped);
        foreach (var type in Ontology.Shipped.NodeTypes) Assert.Contains($"node.{type.Name} {{", sheet);
        Assert.Contains("caption: \"{act} {matter}{name}\"", sheet);
    }

    [Fact]
    public void EveryScriptBeginsWithItsName()
    {
        Assert.True(Scripts.Count() > 10);
        foreach (var script in Scripts) Assert.Matches(@"^// \S", File.ReadLines(script).First());
    }

    [Fact]
    public void EveryScriptIsInTheGuideOrTheReadme()
    {
        var told = File.ReadAllText(Path.Combine(Folder(), "guide", "intro.adoc")) + File.ReadAllText(Path.Combine(Folder(), "README.md"));
        foreach (var script in Scripts) Assert.Contains(File.ReadLines(script).First()[3..], told);
    }

    [NeedsNeo4j]
    public async Task EveryScriptRunsOnTheServer()
    {
        await using var runner = RealServer.Connect();
        List<string> refused = [];
        foreach (var script in Scripts)
        {
            var text = await File.ReadAllTextAsync(script);

            // The index that a script asks for is there only after the migrations.
            if (text.Contains("fulltext", StringComparison.Ordinal)) text = "EXPLAIN " + text;
            try
            {
                await runner.RunAsync(new(text), new RowList());
            }
            catch (DatabaseException exception)
            {
                refused.Add($"{Path.GetFileName(script)}: {exception.ServerMessage}");
            }
        }

        Assert.Empty(refused);
    }

    [NeedsNeo4j]
    public async Task AScriptSaysThatNothingHasTheName()
    {
        await using var runner = RealServer.Connect();
        foreach (var (script, name, expected) in new[]
        {
            ("dossier-of-an-actor", "Vladimir Medinsky", "There is no actor called No Such. Search words finds how the name is written."),
            ("chain-from-a-to-b", "Sergey Lavrov", "There is no actor called No Such. Search words finds how the name is written."),
            ("said-at-an-event", "Istanbul", "No event has No Such in its name."),
        })
        {
            var (text, rows) = (await File.ReadAllTextAsync(Path.Combine(Folder(), "browser", script + ".cypher")), new RowList());
            await runner.RunAsync(new(text.Replace($"'{name}'", "'No Such'", StringComparison.Ordinal)), rows);
            Assert.Contains(expected, rows.Rows.Select(row => row[0] as string));
        }
    }

    [NeedsNeo4j]
    public async Task EveryStatementOfTheGuideIsAcceptedByTheServer()
    {
        await using var runner = RealServer.Connect();
        var parts = File.ReadAllText(Path.Combine(Folder(), "guide", "intro.adoc")).Split("----");
        for (var i = 1; i < parts.Length; i += 2)
        {
            var summary = await runner.RunAsync(new("EXPLAIN " + parts[i].Trim()), new RowList());
            Assert.NotNull(summary.Plan);
        }
    }
}
