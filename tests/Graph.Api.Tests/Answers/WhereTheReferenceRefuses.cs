namespace Graph.Api.Tests.Answers;

/// <summary>Queries that the schema allows and <c>@neo4j/graphql</c> 7.6 refuses; what is right is worked out from the fixture.</summary>
[Collection(OverTheFixture.Name)]
public sealed class WhereTheReferenceRefuses(FixtureGraph graph)
{
    [Fact]
    public void InstantsAreSelectedInUtcWithMilliseconds()
    {
        Assert.Equal(
            """{"accusations":[{"importedAt":"2026-01-02T10:00:00.000Z"}]}""",
            graph.Data("""{ accusations(where: { id: { eq: "accusation-1" } }) { importedAt } }""").ToString());
        Assert.Equal(
            """{"accusationsConnection":{"aggregate":{"node":{"importedAt":{"min":"2026-01-01T10:00:00.000Z","max":"2026-01-09T10:00:00.000Z"}}}}}""",
            graph.Data("{ accusationsConnection { aggregate { node { importedAt { min max } } } } }").ToString());
    }

    [Fact]
    public void EdgesToAnInterfaceAreCounted() => Assert.Equal(
        """{"accusations":[{"accusersConnection":{"aggregate":{"count":{"edges":2,"nodes":1}}}}]}""",
        graph.Data("""{ accusations(where: { id: { eq: "accusation-1" } }) { accusersConnection { aggregate { count { edges nodes } } } } }""")
            .ToString());

    [Fact]
    public void RelatedNodesAreTestedForTheirType() => Assert.Equal(
        Accusations(accusation => graph.Into(accusation, "MADE").Any(made => made.From.Type == "State")),
        graph.Ids("{ accusations(where: { accusers: { some: { typename: [State] } } }) { id } }"));

    [Fact]
    public void RelationsStandInsideLogicOfAConnectionFilterOnAnInterface()
    {
        bool MadeDenial(FixtureNode actor) => graph.From(actor, "MADE").Any(made => made.To["act"] == "DENY");

        Assert.Equal(
            Accusations(accusation => graph.Into(accusation, "MADE").Any(made => MadeDenial(made.From) || made.From["name"] == "Poland")),
            graph.Ids("""{ accusations(where: { accusersConnection: { some: { node: { OR: [{ made: { some: { act: { eq: DENY } } } }, { name: { eq: "Poland" } }] } } } }) { id } }"""));
        Assert.Equal(
            Accusations(accusation => graph.Into(accusation, "MADE").Any(made => !MadeDenial(made.From))),
            graph.Ids(
                "{ accusations(where: { accusersConnection: { some: { NOT: { node: { made: { some: { act: { eq: DENY } } } } } } } }) { id } }"));
    }

    [Fact]
    public void AggregatesOverEdgesOfAnInterfaceAreCompared() => Assert.Equal(
        graph.Nodes.Where(node => node.Type is "Person" or "State" or "Organization")
            .Where(actor => graph.From(actor, "MADE").Select(made => made["surface"]).OfType<string>().Select(surface => surface.Length)
                .DefaultIfEmpty()
                .Max() > 10)
            .Select(actor => actor.Id).Order(StringComparer.Ordinal),
        graph.Ids("{ actors(where: { madeConnection: { aggregate: { edge: { Naming: { surface: { longestLength: { gt: 10 } } } } } } }) { id } }"));

    [Fact]
    public void AggregatesAreComparedWithSeveralValues() => Assert.Equal(
        graph.Of("Claim")
            .Where(claim => graph.Into(claim, "ALLEGES").Select(alleges => alleges.From["confidence"]).DefaultIfEmpty().Max() is "1" or "0.95")
            .Select(claim => claim.Id).Order(StringComparer.Ordinal),
        graph.Ids("{ claims(where: { accusationsConnection: { aggregate: { node: { confidence: { max: { in: [1, 0.95] } } } } } }) { id } }"));

    [Fact]
    public void TwoAggregatesStandUnderOneQuantifier() => Assert.Equal(
        graph.Of("Evidence")
            .Where(evidence => graph.Into(evidence, "EVIDENCED_BY").ToList() is { Count: > 0 } by
                && by.TrueForAll(one => graph.From(one.From, "EVIDENCED_BY").Count() >= 2 && graph.From(one.From, "ABOUT").Count() <= 1))
            .Select(evidence => evidence.Id).Order(StringComparer.Ordinal),
        graph.Ids("""
            { evidence(where: { accusationsConnection: { all: { node: {
                evidenceConnection: { aggregate: { count: { edges: { gte: 2 } } } }
                aboutConnection: { aggregate: { count: { edges: { lte: 1 } } } } } } } }) { id } }
            """));

    [Fact]
    public void NullInPlaceOfAConditionMeansThatThereIsNothing()
    {
        Assert.Equal(Accusations(accusation => accusation["saidOn"] is null), graph.Ids("{ accusations(where: { saidOn: null }) { id } }"));
        Assert.Equal(
            Accusations(accusation => !graph.From(accusation, "EVIDENCED_BY").Any()),
            graph.Ids("{ accusations(where: { evidence: null }) { id } }"));
        Assert.Equal(
            Accusations(accusation => !graph.From(accusation, "EVIDENCED_BY").Any()),
            graph.Ids("{ accusations(where: { evidenceConnection: null }) { id } }"));
        Assert.Equal(600, graph.Ids("{ accusations(where: { evidenceConnection: { some: { node: null } } }) { id } }").Length);
    }

    [Fact]
    public void NothingButTypeNamesMayBeSelected()
    {
        Assert.Equal(
            """{"offices":[{"holdersConnection":{"edges":[{"properties":{"__typename":"Tenure"}}]}}]}""",
            graph.Data("""{ offices(where: { id: { eq: "office-1" } }) { holdersConnection { edges { properties { __typename } } } } }""")
                .ToString());
        Assert.Equal(
            """{"offices":[{"holdersConnection":{"edges":[{"node":{"__typename":"Person"}}]}}]}""",
            graph.Data("""{ offices(where: { id: { eq: "office-1" } }) { holdersConnection { edges { node { __typename } } } } }""").ToString());
        Assert.Equal(
            """{"states":[{"accusesConnection":{"edges":[{"properties":{"__typename":"Tally"}}]}}]}""",
            graph.Data("""{ states(where: { id: { eq: "state-0" } }) { accusesConnection(first: 1) { edges { properties { __typename } } } } }""")
                .ToString());
    }

    [Fact]
    public void PartsOfAConnectionMayBeSelectedTwice() => Assert.Equal(
        """{"events":[{"placesConnection":{"a":{"count":{"nodes":1}},"b":{"count":{"edges":1}},"edges":[{"node":{"__typename":"Place"}}],"e2":[{"__typename":"EventPlacesRelationship"}]}}]}""",
        graph.Data("""
            { events(where: { id: { eq: "event-1" } }) {
                placesConnection { a: aggregate { count { nodes } } b: aggregate { count { edges } } edges { node { __typename } } e2: edges { __typename } } } }
            """).ToString());

    [Fact]
    public void AFieldOfTheInterfaceMergesWithTheSameFieldOfAFragment()
    {
        var data = graph.Data("""
            { actors(where: { id: { in: ["state-1", "person-1"] } }) {
                id made(limit: 1, sort: [{ id: ASC }]) { id } ... on State { made(limit: 1, sort: [{ id: ASC }]) { act } } } }
            """).GetProperty("actors");

        Assert.Equal(["id"], data[0].GetProperty("made")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(["id", "act"], data[1].GetProperty("made")[0].EnumerateObject().Select(field => field.Name));
    }

    private string[] Accusations(Func<FixtureNode, bool> right) =>
        [.. graph.Of("Accusation").Where(right).Select(node => node.Id).Order(StringComparer.Ordinal)];
}
