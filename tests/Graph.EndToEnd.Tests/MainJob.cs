using System.Net.Http.Json;
using System.Text.Json;

namespace Graph.EndToEnd.Tests;

public sealed class MainJob : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => "sqlite:" + folder["graph.db"];

    [Fact]
    public async Task ASecondImportReportsNothingNew()
    {
        var first = (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", Store)).Succeeds();
        Assert.DoesNotContain("\n0 new in", first.Output, StringComparison.Ordinal);
        var second = (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", Store)).Succeeds();
        Assert.Contains("\n0 new in", second.Output, StringComparison.Ordinal);
        Assert.Equal(["graph.db", "graph.db-writer"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ADryRunWritesNothing()
    {
        var dry = (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", Store, "--dry-run")).Succeeds();
        Assert.Contains("Nothing was written", dry.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
        var done = (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", Store)).Succeeds();
        Assert.Equal(Counts(done.Output), Counts(dry.Output));
    }

    // Records read, added, changed, removed, unchanged and rejected, as the table has them.
    private static string[] Counts(string output) =>
        [.. output.Split('\n').Single(line => line.StartsWith('│') && char.IsAsciiDigit(line.TrimStart('│', ' ')[0])).Split('│').Skip(1).Take(6)
            .Select(cell => cell.Trim())];

    [Fact]
    public async Task RejectedRecordsArePutAsideAndTheRestGoesIn()
    {
        folder.Write("dossier.yaml", """
            actors:
              - person: Ada Example
              - state: Utopia
            accusations:
              - act: ACCUSE
                by: ada-example
                against: utopai
                matter: something
                withoutEvidence: an example
            """);
        var outcome = (await GraphProcess.RunAsync(folder.Path, "import", "dossier.yaml", "--store", Store)).Fails(3);
        Assert.Contains("utopai", outcome.Talk, StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(folder.Path, "rejected-*.jsonl"));
        Assert.Contains($"All rejected records with their reasons: {file}\n", outcome.Talk, StringComparison.Ordinal);
        Assert.Contains("utopai", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal("Utopia", (await AskAsync("{ states { name } }")).GetProperty("states")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task TheServerAnswersOverHttpAndTellsItsHealth()
    {
        using var server = GraphProcess.Start(folder.Path, "serve", "--store", Store, "--import", Repository.Seeds, "--urls", "http://127.0.0.1:0");
        var said = await server.UntilAsync(
            text => text.Contains("Queries to begin with:", StringComparison.Ordinal) && text.Count(letter => letter == '{') >= 10);
        var url = said[said.IndexOf("http://", StringComparison.Ordinal)..said.IndexOf("/graphql", StringComparison.Ordinal)];
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        foreach (var query in said.Split('\n').Where(line => line.StartsWith("  {", StringComparison.Ordinal)))
        {
            using var response = await client.PostAsJsonAsync("/graphql", new { query = query.Trim() });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.False(answer.TryGetProperty("errors", out var errors), $"{query}: {errors}");
            Assert.True(answer.GetProperty("data").EnumerateObject().First().Value.GetArrayLength() > 0, query);
        }

        Assert.Equal("live", (await client.GetFromJsonAsync<JsonElement>("/health/live")).GetProperty("status").GetString());
        Assert.Equal("ready", (await client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("status").GetString());
        server.Interrupt();
        (await server.EndAsync()).Succeeds();
    }

    [Theory]
    [InlineData("jsonl", "{\"name\":\"Hakan Fidan\",\"aliases\":[\"Fidan\"]}\n")]
    [InlineData("csv", "name,aliases\nHakan Fidan,Fidan\n")]
    public async Task AnAnswerIsPrintedInTheFormatAskedFor(string format, string expected)
    {
        (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", Store)).Succeeds();
        var outcome = (await GraphProcess.RunAsync(
            folder.Path, "query", "query ($id: ID) { people(where: { id: { eq: $id } }) { name aliases } }", "--variables", "{\"id\":\"hakan-fidan\"}", "--format", format, "--store", Store)).Succeeds();
        Assert.Equal(expected, outcome.Output);
    }

    [Fact]
    public async Task AWrongQueryIsToldWhereItIsWrong()
    {
        (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", Store)).Succeeds();
        var outcome = (await GraphProcess.RunAsync(folder.Path, "query", "{ people { nam } }", "--store", Store)).Fails(1);
        Assert.StartsWith("1:12: Cannot query field \"nam\" on type \"Person\". Did you mean \"name\"", outcome.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatsShowCountsTheBusiestAndFreshness()
    {
        var dossier = Path.Combine(Repository.Seeds, "thailand-cambodia-2025");
        (await GraphProcess.RunAsync(folder.Path, "import", dossier, "--store", Store)).Succeeds();
        var stats = (await GraphProcess.RunAsync(folder.Path, "stats", "--store", Store)).Succeeds().Output;
        Assert.Matches("people +│ +21 ", stats);
        Assert.Contains("busiest accusers", stats, StringComparison.Ordinal);
        Assert.Matches("Winthai Suvaree +│ +8 ", stats);
        Assert.Contains("latest saidOn of accusations: 2025-12-29", stats, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherDomainRunsWithItsOntologyAlone()
    {
        var ontology = folder.Write("films.graphql", """
            type Film @node { id: ID! @unique title: String! year: Int cast: [Player!]! @relationship(type: "ACTED_IN", direction: IN, properties: "Role") }
            type Player @node { id: ID! @unique name: String! films: [Film!]! @relationship(type: "ACTED_IN", direction: OUT, properties: "Role") }
            type Role @relationshipProperties { character: String @identifying }
            """);
        folder.Write("films.jsonl", """
            {"type":"node","id":"1","labels":["Film"],"properties":{"id":"alien","title":"Alien","year":1979}}
            {"type":"node","id":"2","labels":["Player"],"properties":{"id":"weaver","name":"Sigourney Weaver"}}
            {"type":"relationship","id":"3","label":"ACTED_IN","properties":{"character":"Ripley"},"start":{"id":"weaver","labels":["Player"]},"end":{"id":"alien","labels":["Film"]}}
            """);
        (await GraphProcess.RunAsync(folder.Path, "import", "films.jsonl", "--store", Store, "--ontology", ontology)).Succeeds();
        var outcome = (await GraphProcess.RunAsync(
            folder.Path, "query", "{ films { title castConnection { edges { node { name } properties { character } } } } }", "--store", Store, "--ontology", ontology, "--format", "jsonl")).Succeeds();
        Assert.Equal(
            "{\"title\":\"Alien\",\"castConnection\":{\"edges\":[{\"node\":{\"name\":\"Sigourney Weaver\"},\"properties\":{\"character\":\"Ripley\"}}]}}\n", outcome.Output);
    }

    [Fact]
    public async Task ActsOfAnotherDomainAreCountedUnderItsOwnNames()
    {
        var ontology = folder.Write("castings.graphql", """
            type Player @node { id: ID! @unique name: String! casts: [Player!]! @relationship(type: "CAST", direction: OUT, properties: "Castings") gave: [Casting!]! @relationship(type: "GAVE", direction: OUT) }
            type Casting @node @act(by: "casters", against: "cast", on: "day", roles: ["caster", "cast"], tally: "casts") {
              id: ID! @unique
              day: Date
              casters: [Player!]! @relationship(type: "GAVE", direction: IN)
              cast: [Player!]! @relationship(type: "TO", direction: OUT)
            }
            type Castings @relationshipProperties { number: Int! earliest: Date latest: Date }
            """);
        folder.Write("castings.jsonl", """
            {"type":"node","id":"1","labels":["Player"],"properties":{"id":"scott","name":"Ridley Scott"}}
            {"type":"node","id":"2","labels":["Player"],"properties":{"id":"weaver","name":"Sigourney Weaver"}}
            {"type":"node","id":"3","labels":["Casting"],"properties":{"id":"ripley","day":"1978-05-01"}}
            {"type":"relationship","id":"4","label":"GAVE","start":{"id":"1"},"end":{"id":"3"}}
            {"type":"relationship","id":"5","label":"TO","start":{"id":"3"},"end":{"id":"2"}}
            """);
        var imported = (await GraphProcess.RunAsync(folder.Path, "import", "castings.jsonl", "--store", Store, "--ontology", ontology)).Succeeds();
        Assert.Contains("Kept count by caster and cast: 1 pair, derived from the castings in the graph", imported.Output, StringComparison.Ordinal);

        var stats = (await GraphProcess.RunAsync(folder.Path, "stats", "--store", Store, "--ontology", ontology)).Succeeds().Output;
        Assert.Matches("busiest casters +│ +castings", stats);
        Assert.Matches("Ridley Scott +│ +1 ", stats);
    }

    public void Dispose() => folder.Dispose();

    private async Task<JsonElement> AskAsync(string query)
    {
        var outcome = (await GraphProcess.RunAsync(folder.Path, "query", query, "--format", "json", "--store", Store)).Succeeds();
        return JsonElement.Parse(outcome.Output).GetProperty("data");
    }
}
