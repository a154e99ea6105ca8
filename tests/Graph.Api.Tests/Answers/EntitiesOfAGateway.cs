using System.Collections;
using System.Text.Json;
using Graph.Api.RootFields;
using Graph.Api.RootFields.Federation;
using Graph.Api.Sdl;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;

namespace Graph.Api.Tests.Answers;

/// <summary>The API as a part of a larger one, as a gateway of Apollo Federation asks it.</summary>
[Collection(OverTheFixture.Name)]
public sealed class EntitiesOfAGateway(FixtureGraph graph)
{
    private const string Asked = "query ($r: [_Any!]!) { _entities(representations: $r) ";

    [Fact]
    public void ComeAtTheirPlacesWhateverTheirTypesAndHoweverOften()
    {
        var people = graph.Of("Person").Take(2).ToList();
        var claim = graph.Of("Claim").First();
        var answer = Data(
            Asked + "{ __typename ... on Person { id name madeConnection { totalCount } } ... on Claim { text } } }",
            [Key("Person", people[1].Id), Key("Claim", claim.Id), Key("Person", "nobody"), Key("Person", people[0].Id), Key("Person", people[1].Id), Key("Claim", people[0].Id)]);
        Assert.Equal(
            ["Person", "Claim", "", "Person", "Person", ""],
            answer.Select(node => node.ValueKind == JsonValueKind.Null ? "" : node.GetProperty("__typename").GetString()));
        Assert.Equal((people[1].Id, people[0].Id, people[1].Id), (IdOf(answer[0]), IdOf(answer[3]), IdOf(answer[4])));
        Assert.Equal(claim["text"], answer[1].GetProperty("text").GetString());
        Assert.Equal(graph.From(people[1], "MADE").Count(), answer[0].GetProperty("madeConnection").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public void OfWhichOnlyThatTheyAreThereIsAskedAreToo() => Assert.Equal(
        """[{"__typename":"Claim"},null]""",
        JsonSerializer.Serialize(Data(Asked + "{ __typename } }", [Key("Claim", graph.Of("Claim").First().Id), Key("Claim", "none")])));

    [Fact]
    public void OfATypeAreOneStatementHoweverManyThereAre()
    {
        var api = new TestApi(options: new() { IsSubgraph = true });
        api.Store.Rows = [];
        var keys = Enumerable.Range(0, 50).Select(number => number % 2 == 0 ? Key("Person", $"p{number}") : Key("State", $"s{number}"));
        api.Ask(Asked + "{ ... on Person { name } ... on State { name } } }", JsonSerializer.Serialize(new { r = keys }));
        Assert.Equal(2, api.Store.Readings.Count);
        Assert.All(api.Store.Readings, reading => Assert.Equal(25, Assert.IsAssignableFrom<IReadOnlyList<object?>>(reading.Values[0]).Count));
    }

    [Theory]
    [InlineData("""[{"__typename":"Person"}]""", 0)]
    [InlineData("""[{"id":"a"}]""", 0)]
    [InlineData("""[{"__typename":"Person","id":"a"},{"__typename":"Actor","id":"a"}]""", 1)]
    [InlineData("""[{"__typename":"Nothing","id":"a"}]""", 0)]
    [InlineData("""[{"__typename":"Person","id":{"id":"a"}}]""", 0)]
    [InlineData("""["Person"]""", 0)]
    [InlineData("""[7]""", 0)]
    [InlineData("""[[]]""", 0)]
    public void WhatIsNoKeyIsRefused(string given, int place)
    {
        var response = graph.Subgraph(Asked + "{ __typename } }", $$"""{ "r": {{given}} }""");
        Assert.Equal(
            $"The representation at place {place} is no key of a node: give __typename, a type that has @key in the schema, and id, a text.",
            response.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public void CostWhatTheyAre()
    {
        Assert.InRange(Cost(2), 2, 100);
        Assert.InRange(Cost(200), 400, 4_000);
        Assert.Contains("Ask for less at a time.", graph.Subgraph(Asked + "{ __typename } }", Keys(20_000)).ToString(), StringComparison.Ordinal);

        double Cost(int count) => graph.Subgraph(Asked + "{ ... on Person { id made { id } } } }", Keys(count))
            .GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetDouble();

        static string Keys(int count) => JsonSerializer.Serialize(new { r = Enumerable.Range(0, count).Select(number => Key("Person", $"p{number}")) });
    }

    [Fact]
    public void CostAtEachPlaceThoughOneNodeStandsAtAll()
    {
        var key = Key("Person", graph.Of("Person").First().Id);
        Assert.InRange(Cost(200) / Cost(1), 150, 250);

        double Cost(int count) => graph.Subgraph(Asked + "{ ... on Person { id made { id } } } }", Keys(count))
            .GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetDouble();

        string Keys(int count) => JsonSerializer.Serialize(new { r = Enumerable.Repeat(key, count) });
    }

    [Fact]
    public void AreReadOnceHoweverManyTypesThereAre()
    {
        var given = new CountedList([new Dictionary<string, object?> { ["__typename"] = "Person", ["id"] = "a" }, "none"]);
        var asked = new Representations(given, Domains.Accusations);
        foreach (var type in Domains.Accusations.NodeTypes)
        {
            Assert.Equal(type.Name == "Person" ? 1 : 0, asked.PlacesOf(type, null!));
            Assert.Equal(type.Name == "Person" ? ["a"] : [], asked.IdsOf(type, null!));
        }

        Assert.Throws<GraphQLException>(() => asked.Read(null!));
        Assert.Equal(1, given.Readings);
    }

    [Fact]
    public void AreFoundByTheirIdsInWhateverUnicodeForm()
    {
        var api = new TestApi(options: new() { IsSubgraph = true });
        api.Store.Rows = ["""["jos\u00e9",null,"jos\u00e9"]"""];
        var answer = api.Ask(
            Asked + "{ ... on Person { id } } }", """{"r":[{"__typename":"Person","id":"jose\u0301"},{"__typename":"Person","id":"jose"}]}""");
        var nodes = JsonDocument.Parse(answer).RootElement.GetProperty("data").GetProperty("_entities");
        Assert.Equal(("jos\u00e9", JsonValueKind.Null), (IdOf(nodes[0]), nodes[1].ValueKind));
    }

    [Fact]
    public void TheSchemaMarksTheKeysOfAllNodesAndNothingElseIsInIt()
    {
        var sdl = graph.Subgraph("{ _service { sdl } }").GetProperty("data").GetProperty("_service").GetProperty("sdl").GetString()!;
        Assert.Equal(SchemaText.OfSubgraph(Domains.Accusations).Text, sdl);
        Assert.StartsWith("extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\", \"@shareable\"])\n", sdl, StringComparison.Ordinal);
        foreach (var type in Domains.Accusations.NodeTypes) Assert.Matches($"(?m)^type {type.Name} .*@key\\(fields: \"id\"\\)", sdl);
        Assert.Contains("type PageInfo @shareable {", sdl, StringComparison.Ordinal);
        foreach (var own in (string[])["_Any", "_Entity", "_service", "_entities"]) Assert.DoesNotContain(own, sdl, StringComparison.Ordinal);
        var plain = sdl[(sdl.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimStart('\n').Replace(" @key(fields: \"id\")", "", StringComparison.Ordinal)
            .Replace(" @shareable", "", StringComparison.Ordinal);
        var queries = SchemaText.Of(Domains.Accusations, RootFieldList.Of(Domains.Accusations, RootFieldList.Kinds), streams: []);
        Assert.Equal(queries.Text.Replace(" @oneOf", "", StringComparison.Ordinal), plain);
    }

    [Fact]
    public void AreNotThereWhereNobodyAskedForThem() => Assert.Contains(
        "Cannot query field \"_service\" on type \"Query\".",
        graph.Response("{ _service { sdl } }").GetProperty("errors")[0].GetProperty("message").GetString(),
        StringComparison.Ordinal);

    private static string? IdOf(JsonElement node) => node.GetProperty("id").GetString();

    private static Dictionary<string, string> Key(string type, string id) => new(StringComparer.Ordinal) { ["__typename"] = type, ["id"] = id };

    private List<JsonElement> Data(string query, IEnumerable<Dictionary<string, string>> keys)
    {
        var response = graph.Subgraph(query, JsonSerializer.Serialize(new { r = keys }));
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return [.. response.GetProperty("data").GetProperty("_entities").EnumerateArray()];
    }

    private sealed class CountedList(IReadOnlyList<object?> items) : PlannedSource, IReadOnlyList<object?>
    {
        public int Readings { get; private set; }

        public int Count => items.Count;

        public object? this[int index] => items[index];

        public override object Resolve(CoercedVariables variables) => this;

        public IEnumerator<object?> GetEnumerator()
        {
            Readings++;
            return items.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
