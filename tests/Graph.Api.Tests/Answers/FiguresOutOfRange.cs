using System.Text.Json;
using Graph.Model.Ontologies;

namespace Graph.Api.Tests.Answers;

/// <summary>
/// A figure that its type cannot hold is an error at its path, with null in its place; the answer stays JSON, and the rest
/// of it an answer.
/// </summary>
public sealed class FiguresOutOfRange : IAsyncLifetime
{
    private const string Domain = """
        type Place @node { id: ID! @unique  latitude: Float  people: Int  atoms: BigInt }
        """;

    private readonly ImportedGraph graph = new();

    [Theory]
    [InlineData("latitude", "a finite number")]
    [InlineData("people", "a whole number from -2147483648 to 2147483647")]
    [InlineData("atoms", "a whole number of 64 bits")]
    public void AreErrorsAtTheirPath(string property, string expected)
    {
        var answer = JsonElement.Parse(graph.Ask($$"""{ placesConnection { totalCount aggregate { node { {{property}} { sum max } } } } }"""));
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal($$"""["placesConnection","aggregate","node","{{property}}","sum"]""", error.GetProperty("path").GetRawText());
        Assert.StartsWith(
            $"`sum` of `{property}` cannot be answered: the figure is ",
            error.GetProperty("message").GetString(),
            StringComparison.Ordinal);
        Assert.Contains($"and {expected} was promised. Narrow `where`", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        var figures = answer.GetProperty("data").GetProperty("placesConnection");
        Assert.Equal(3, figures.GetProperty("totalCount").GetInt32());
        Assert.Equal(JsonValueKind.Null, figures.GetProperty("aggregate").GetProperty("node").GetProperty(property).GetProperty("sum").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, figures.GetProperty("aggregate").GetProperty("node").GetProperty(property).GetProperty("max").ValueKind);
    }

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(graph.File, string.Concat(Enumerable.Range(1, 3).Select(i =>
            $$$"""{"type":"node","id":"{{{i}}}","labels":["Place"],"properties":{"id":"{{{i}}}","latitude":1e308,"people":2000000000,"atoms":9000000000000000000}}""" + "\n")));
        await graph.ImportAsync(OntologyReader.Read(Domain).Ontology!);
    }

    public async Task DisposeAsync() => await graph.DisposeAsync();
}
