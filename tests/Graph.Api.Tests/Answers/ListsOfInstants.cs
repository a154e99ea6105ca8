using Graph.Model.Ontologies;

namespace Graph.Api.Tests.Answers;

/// <summary>Values in a list are kept to the same digit as single ones, so that both are found by what was imported.</summary>
public sealed class ListsOfInstants : IAsyncLifetime
{
    private const string Domain = """
        type Station @node { id: ID! @unique  heardAt: [DateTime!]  days: [Date!]  levels: [Float!] }
        """;

    private readonly ImportedGraph graph = new();

    [Theory]
    [InlineData("""{ heardAt: { includes: "2026-01-01T10:00:00.123456Z" } }""")]
    [InlineData("""{ heardAt: { includes: "2026-01-01T12:00:00.123456+02:00" } }""")]
    [InlineData("""{ heardAt: { eq: ["2026-01-01T10:00:00.123456Z", "2026-01-02T00:00:00Z"] } }""")]
    [InlineData("""{ days: { includes: "2026-01-01" } }""")]
    [InlineData("""{ levels: { eq: [0.30000000000000004, 1e21] } }""")]
    public void AreFoundByEachOfTheirDigits(string where) => Assert.Equal(
        """{"data":{"stations":[{"id":"a","heardAt":["2026-01-01T10:00:00.123Z","2026-01-02T00:00:00.000Z"]}]}}""",
        graph.Ask($$"""{ stations(where: {{where}}) { id heardAt } }"""));

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(graph.File, """
            {"type":"node","id":"a","labels":["Station"],"properties":{"id":"a","heardAt":["2026-01-01T12:00:00.123456+02:00","2026-01-02T00:00:00Z"],"days":["2026-01-01"],"levels":[0.30000000000000004,1e21]}}
            """);
        await graph.ImportAsync(OntologyReader.Read(Domain).Ontology!);
    }

    public async Task DisposeAsync() => await graph.DisposeAsync();
}
