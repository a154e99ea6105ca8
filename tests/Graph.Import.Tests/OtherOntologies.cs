using Graph.Import.Tests.Support;
using Graph.Model.Ontologies;

namespace Graph.Import.Tests;

/// <summary>Dossiers and lines under an ontology that is not the one of the product.</summary>
public sealed class OtherOntologies : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task DossiersAreRefusedUnderAnotherOntologyAndJsonLinesAreNot()
    {
        var films = OntologyReader.Read("""
            type Film @node { id: ID! @unique title: String! year: Int actors: [Star!]! @relationship(type: "PLAYS_IN", direction: IN) }
            type Star @node { id: ID! @unique name: String! films: [Film!]! @relationship(type: "PLAYS_IN", direction: OUT) }
            """).Ontology!;
        var other = new MemoryStore(films);
        workspace.Write("a.yaml", Workspace.Actors);
        workspace.Write("b.jsonl", """
            {"type":"relationship","label":"PLAYS_IN","start":{"id":"s"},"end":{"id":"f"}}
            {"type":"node","labels":["Film"],"properties":{"id":"f","title":"Metropolis","year":1927}}
            {"type":"node","labels":["Star"],"properties":{"id":"s","name":"Brigitte Helm"}}
            """);
        var report = await workspace.ImportAsync(other);
        Assert.Equal(
            "a.yaml: Dossiers are about accusations, and the ontology in use lacks Actor, Person, State, Organization, Office and 24 more; import JSON Lines, or use the ontology that ships with the product.",
            workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Equal((3, "1927"), (report.Added, other.Node("f")["year"]));
    }

    [Fact]
    public async Task APropertyAddedToTheOntologyCanBeWrittenInADossier()
    {
        var wider = OntologyReader.Read(Ontology.Shipped.Text.Replace("  born: Date\n", "  born: Date\n  heightInMetres: Float\n")).Ontology!;
        var other = new MemoryStore(wider);
        workspace.Write("a.yaml", "actors:\n  - person: Vladimir Medinsky\n    heightInMetres: 1.7\n");
        await workspace.ImportAsync(other);
        Assert.Equal("1.7", other.Node("vladimir-medinsky")["heightInMetres"]);
    }
}
