using System.Text.Json;
using Graph.Api.Serving;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Api.Tests.Plans;

/// <summary>Conditions, orders and counts cost what a store has to look at for them.</summary>
public sealed class CostOfAQuery
{
    [Theory]
    [InlineData("{ accusations(limit: 5) { id } }", 5)]
    [InlineData("{ accusations(limit: 5, where: { id: { eq: \"a\" } }) { id } }", 5.02)]
    [InlineData("{ accusations(limit: 5, where: { id: { in: [\"a\", \"b\", \"c\"] } }) { id } }", 5.06)]
    [InlineData("{ accusations(limit: 5, where: { matter: { contains: \"a\" } }) { id } }", 2_005)]
    [InlineData("{ accusations(limit: 5, where: { id: { eq: \"a\" }, matter: { contains: \"a\" } }) { id } }", 5.04)]
    [InlineData("{ accusations(limit: 5, where: { accused: { some: { name: { contains: \"a\" } } } }) { id } }", 15_005)]
    [InlineData("{ accusations(limit: 5, sort: [{ matter: ASC }]) { id } }", 20_005)]
    [InlineData("{ accusationsConnection { totalCount } }", 101)]
    [InlineData("{ accusationsConnection(where: { matter: { contains: \"a\" } }) { totalCount } }", 10_001)]
    public void GrowsWithWhatIsLookedAt(string query, double cost) => Assert.Equal(cost, CostOf(new TestApi(), query), 3);

    [Fact]
    public void CountsConditionsInVariablesAsThoseWritten()
    {
        const string query = "query ($where: AccusationWhere) { accusations(limit: 5, where: $where) { id } }";
        Assert.Equal(
            CostOf(
                new TestApi(),
                "{ accusations(limit: 5, where: { OR: [{ matter: { contains: \"a\" } }, { matter: { contains: \"b\" } }] }) { id } }"),
            CostOf(new TestApi(), query, """{"where":{"OR":[{"matter":{"contains":"a"}},{"matter":{"contains":"b"}}]}}"""));
    }

    [Fact]
    public void IsRefusedBeforeItRunsWithWhatCostsMost()
    {
        var api = new TestApi();
        var alternatives = string.Join(", ", Enumerable.Range(0, 300).Select(i => $"{{ accused: {{ some: {{ name: {{ contains: \"{i}\" }} }} }} }}"));
        Assert.Contains(
            "The operation may cost 1809005: 5 for the objects it asks for and 1809000 for finding them; at most 1000000 is allowed. Most of it is the 300 conditions on accusations: give fewer, follow fewer relationships in them, or add one that an index answers, such as `id: { eq: … }`.",
            JsonElement.Parse(api.Ask($"{{ accusations(limit: 5, where: {{ OR: [{alternatives}] }}) {{ id }} }}")).GetProperty("errors")[0]
                .GetProperty("message")
                .GetString(),
            StringComparison.Ordinal);
        Assert.Empty(api.Store.Readings);
    }

    [Fact]
    public void IsThatOfOneLookUpForAlternativesOfOneShape()
    {
        static string Alternatives(int count) =>
            string.Join(", ", Enumerable.Range(0, count).Select(i => $"{{ accused: {{ some: {{ id: {{ eq: \"{i}\" }} }} }} }}"));
        static double Cost(int count) => CostOf(new TestApi(), $"{{ accusations(limit: 5, where: {{ OR: [{Alternatives(count)}] }}) {{ id }} }}");
        Assert.InRange(Cost(1_000), 500, 50_000);
        Assert.InRange(Cost(1_000) / Cost(100), 5, 15);
    }

    [Fact]
    public void GrowsWithTheGraph()
    {
        const string back
            = "{ accusations(limit: 5, where: { accused: { some: { accusedIn: { some: { matter: { contains: \"a\" } } } } } }) { id } }";
        var sizes = new GraphSizes();
        var api = new TestApi(options: new() { Sizes = sizes });
        sizes.Set(api.Store.Ontology.NodeTypes.Select(type => KeyValuePair.Create(type, type.Name == "Accusation" ? 1_000L : 100L)));
        var small = CostOf(api, back);
        Assert.InRange(small, 100, 10_000);

        sizes.Set(api.Store.Ontology.NodeTypes.Select(type => KeyValuePair.Create(type, type.Name == "Accusation" ? 100_000L : 300L)));
        Assert.Contains("at most 1000000 is allowed", api.Ask(back), StringComparison.Ordinal);
    }

    [Fact]
    public void IsThatOfTheGraphsOwnDegreesWhereTheyAreKnown()
    {
        Assert.Contains("may ask for 11111110 objects", new TestApi().Ask(Walk), StringComparison.Ordinal);
        Assert.Equal(315, CostOf(Counted(actors: 6, acts: 10, most: 4), Walk), 0);
        Assert.Equal(1 + 2 * 6 + 2 * 10 + 6, CostOf(Counted(actors: 6, acts: 10, most: 4), "{ actorsConnection { edges { node { madeConnection { edges { node { id } } } } } } }"), 0);

        // A node that is asked for by name may be the busiest; what its acts lead to are others.
        Assert.Equal(1 + 4 + 4, CostOf(Counted(actors: 6, acts: 10, most: 4), "{ actors(where: { id: { eq: \"a\" } }) { made { accused { name } } } }") - 0.02, 0);
    }

    [Fact]
    public void IsRefusedOnALargeGraphWithAListAndALimitThatIsEnough()
    {
        var api = Counted(actors: 300, acts: 100_000, most: 8_000);
        Assert.Equal(
            "The operation may ask for 66866967 objects; at most 1000000 are allowed, so give `limit: 4` to the list at `actors.made`, or smaller limits to the lists around it.",
            Refusal(api, "{ actors { made { accused { made { id } } } } }"));
        Assert.InRange(CostOf(api, "{ actors { made(limit: 4) { accused { made { id } } } } }"), 800_000, 1_000_000);

        // The acts of each are ordered before seven are taken.
        Assert.Contains("to the list at `actors.made`", Refusal(api, "{ actors { made { accused { made(limit: 7) { id } } } } }"), StringComparison.Ordinal);
        Assert.Contains(
            "so most of them are in the lists at `actors.made.accused.made.accused.made`: give limits to these and to the lists around them, or nest fewer.",
            Refusal(api, Walk),
            StringComparison.Ordinal);
        Assert.Contains(
            "so give `limit: 2` to the list at `actorsConnection.made`",
            Refusal(api, "{ a: __typename actorsConnection { edges { node { made { accused { madeConnection { edges { cursor } } } } } } } }"),
            StringComparison.Ordinal);
        Assert.Empty(api.Store.Readings.SkipLast(1));
    }

    [Fact]
    public void GrowsWithTheWaysAlongWhichGroupsAreFound()
    {
        var api = CountedClique();
        const string two = "{ personGroups(by: [{ related: { to: ACCUSES, then: [ACCUSES] } }], limit: 3) { count } }";
        Assert.InRange(CostOf(api, two), 700_000, 1_000_000);
        Assert.Contains(
            "Most of it is the grouping of people: give fewer keys, or keys that lead to fewer nodes, or narrow the nodes down with `where`.",
            Refusal(api, two.Replace("[ACCUSES]", "[ACCUSES, ACCUSES]", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void GrowsWithTheRelationshipsOfConditionsBetweenNodesOfOneType()
    {
        var api = CountedClique();
        const string one = "{ people(where: { accuses: { some: { aliases: { includes: \"x\" } } } }) { id } }";
        Assert.InRange(CostOf(api, one), 2_000, 10_000);
        const string two = "{ people(where: { accuses: { some: { accuses: { some: { aliases: { includes: \"x\" } } } } } }) { id } }";
        Assert.Contains("Most of it is the condition on people: give fewer", Refusal(api, two), StringComparison.Ordinal);
    }

    [Fact]
    public void GrowsWithTheNeighboursThatMayBeShown()
    {
        const string around = "of: [{ type: Actor, id: \"a\" }]", filter = "where: { saidOn: { gte: \"2025-01-01\" } }";
        const string wide = "{ neighbourhood(" + around + ", depth: 3, perRelationship: 200, " + filter + ") { nodes { key } } }";
        Assert.InRange(CostOf(new TestApi(), "{ neighbourhood(" + around + ") { nodes { key } } }"), 600, 3_000);
        Assert.InRange(CostOf(new TestApi(), wide), 60_000, 61_000);
        const string asked = "query ($depth: Int, $each: Int) { neighbourhood(" + around + ", depth: $depth, perRelationship: $each, " + filter + ") { nodes { key } } }";
        Assert.Equal(CostOf(new TestApi(), wide), CostOf(new TestApi(), asked, """{"depth":3,"each":200}"""), 0);
        Assert.InRange(CostOf(new TestApi(), asked, """{"depth":1,"each":1}"""), 100, 300);
        var many = "{ " + string.Join(' ', Enumerable.Range(0, 20).Select(i => $"a{i}: " + wide[2..^2])) + " }";
        Assert.Contains("Most of it is the neighbours that a walk may show: ask for a smaller `depth`", Refusal(new TestApi(), many), StringComparison.Ordinal);
    }

    [Fact]
    public void IsANumberWhereNothingIsAskedFor() =>
        Assert.InRange(CostOf(new TestApi(), "{ accusations(limit: 0) { accused { name } accusers { name } } }"), 0, 100);

    [Fact]
    public void AnswersAWholeListUpToTheSameBoundAsALimitAndNeverCutsIt()
    {
        var api = new TestApi(limits: new() { MaxListItems = 2 });
        Assert.Equal("""{"data":{"claims":[{"id":"a"},{"id":"b"}]}}""", api.Answer("{ claims { id } }", """["a"]""", """["b"]"""));
        const string sentence = "Query.claims has more than 2 items: this server answers at most that many in one list; ask for a page with `limit` or `first`, or narrow it down with `where`.";
        Assert.Contains(sentence, api.Answer("{ claims { id } }", """["a"]""", """["b"]""", """["c"]"""), StringComparison.Ordinal);
        Assert.Contains(
            "Claim.accusations has more than 2 items",
            api.Answer("{ claims { accusations { id } } }", """[[["a"],["b"],["c"]]]"""),
            StringComparison.Ordinal);
        Assert.Contains(
            "`limit` of `claims` is 3: at most 2 items are answered at once",
            api.Ask("{ claims(limit: 3) { id } }"),
            StringComparison.Ordinal);
    }

    private const string Walk = "{ actors { made { accused { made { accused { made { accused { name } } } } } } } }";

    private static string Refusal(TestApi api, string query) =>
        JsonElement.Parse(api.Ask(query)).GetProperty("errors")[0].GetProperty("message").GetString()!;

    /// <summary>A graph of acts by busy actors: whoever is led to has made twice as many as the average.</summary>
    private static TestApi Counted(int actors, int acts, int most)
    {
        var sizes = new GraphSizes();
        var api = new TestApi(options: new() { Sizes = sizes });
        var (made, against) = (api.Store.Ontology.FindRelationship("MADE")!, api.Store.Ontology.FindRelationship("AGAINST")!);
        sizes.Set(
            api.Store.Ontology.NodeTypes.Select(type => KeyValuePair.Create(type, type.Name == "Accusation" ? acts : type.Name == "Person" ? (long)actors : 0)),
            new(new Dictionary<(RelationshipType, Direction), Degrees>
            {
                [(made, Direction.Out)] = new(acts, most, 2.0 * acts * acts / actors),
                [(against, Direction.Out)] = new(acts, 1, acts),
            }));
        return api;
    }

    /// <summary>Three hundred of six thousand accuse each other: fifteen relationships each on the average, three hundred of whom one leads to.</summary>
    private static TestApi CountedClique()
    {
        var sizes = new GraphSizes();
        var api = new TestApi(options: new() { Sizes = sizes });
        var accused = api.Store.Ontology.FindRelationship("ACCUSED")!;
        sizes.Set(
            api.Store.Ontology.NodeTypes.Select(type => KeyValuePair.Create(type, type.Name == "Person" ? 6_000L : 0)),
            new(new Dictionary<(RelationshipType, Direction), Degrees> { [(accused, Direction.Out)] = new(90_000, 300, 90_000 * 300) }));
        return api;
    }

    private static double CostOf(TestApi api, string query, string? variables = null)
    {
        var asked = JsonElement.Parse("""{"cost":true}""");
        return JsonElement.Parse(api.Ask(query, variables, asked)).GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetDouble();
    }
}
