namespace Graph.Api.Tests.Answers;

/// <summary>Queries that <c>@neo4j/graphql</c> 7.6 answers wrongly; what is right is worked out from the fixture.</summary>
[Collection(OverTheFixture.Name)]
public sealed class WhereTheReferenceErrs(FixtureGraph graph)
{
    [Fact]
    public void AllOverAnInterfaceIsAllAsOverOneType()
    {
        Assert.Equal(
            Accusations(accusation => graph.Into(accusation, "MADE").ToList() is { Count: > 0 } made && made.TrueForAll(one => Has(one.From, "e"))),
            graph.Ids("""{ accusations(where: { accusers: { all: { name: { contains: "e" } } } }) { id } }"""));
        Assert.Equal(
            Accusations(accusation => graph.Into(accusation, "MADE").ToList() is { Count: > 0 } made
                && made.TrueForAll(one => graph.From(one.From, "MADE").Any(other => other.To["act"] == "DENY"))),
            graph.Ids("{ accusations(where: { accusersConnection: { all: { node: { made: { some: { act: { eq: DENY } } } } } } }) { id } }"));
    }

    [Fact]
    public void SingleOverAnInterfaceIsExactlyOne()
    {
        var ids = graph.Ids("""{ accusations(where: { accused: { single: { name: { contains: "e" } } } }) { id } }""");

        Assert.Equal(Accusations(accusation => graph.From(accusation, "AGAINST").Count(against => Has(against.To, "e")) == 1), ids);
        Assert.DoesNotContain("accusation-120", ids);
        Assert.Equal(
            Accusations(accusation => graph.From(accusation, "AGAINST").Count(against => graph.From(against.To, "MADE").Any()) == 1),
            graph.Ids("{ accusations(where: { accusedConnection: { single: { node: { made: { some: null } } } } }) { id } }"));
    }

    [Fact]
    public void NodeAndEdgeOfABranchHoldForOneRelationship() => Assert.Equal(
        Accusations(accusation => graph.Into(accusation, "MADE").Any(made =>
            (Has(made.From, "a") && made["surface"] is null) || (Has(made.From, "e") && made["surface"] == "named twice"))),
        graph.Ids("""
            { accusations(where: { accusersConnection: { some: { OR: [
                { node: { name: { contains: "a" } }, edge: { surface: { eq: null } } }
                { node: { name: { contains: "e" } }, edge: { surface: { eq: "named twice" } } }] } } }) { id } }
            """));

    [Theory]
    [InlineData("totalCount")]
    [InlineData("totalCount edges { node { id } }")]
    [InlineData("edges { properties { surface } } totalCount")]
    public void CountsDoNotDependOnWhatIsSelected(string selection)
    {
        var connection = graph.Data($$"""{ accusations(where: { id: { eq: "accusation-1" } }) { accusersConnection { {{selection}} } } }""")
            .GetProperty("accusations")[0].GetProperty("accusersConnection");

        Assert.Equal(2, connection.GetProperty("totalCount").GetInt32());
        if (connection.TryGetProperty("edges", out var edges)) Assert.Equal(2, edges.GetArrayLength());
    }

    [Fact]
    public void AnAliasIsNoSortKey()
    {
        var claim = graph.Data(
            """{ claims(where: { id: { eq: "claim-1" } }) { accusations(sort: [{ saidOn: DESC }, { id: ASC }]) { id: matter real: id } } }""");
        Assert.Equal(
            graph.Into(graph.Nodes.Single(node => node.Id == "claim-1"), "ALLEGES").Select(alleges => alleges.From).Distinct()
                .OrderBy(accusation => accusation["saidOn"] is null
                    ? 0
                    : 1).ThenByDescending(accusation => accusation["saidOn"], StringComparer.Ordinal)
                .ThenBy(accusation => accusation.Id, StringComparer.Ordinal).Select(accusation => (accusation["matter"], accusation.Id)),
            claim.GetProperty("claims")[0].GetProperty("accusations").EnumerateArray()
                .Select(one => (one.GetProperty("id").GetString(), one.GetProperty("real").GetString()!)));

        var edges = graph.Data("""{ accusations(where: { id: { eq: "accusation-3" } }) { accusersConnection(sort: [{ node: { id: ASC } }]) { edges { node { id: name } } } } }""");
        Assert.Equal(
            graph.Edges.Where(edge => edge.Type == "MADE" && edge.To.Id == "accusation-3").Select(edge => edge.From)
                .OrderBy(actor => actor.Id, StringComparer.Ordinal)
                .Select(actor => actor["name"]),
            edges.GetProperty("accusations")[0].GetProperty("accusersConnection").GetProperty("edges").EnumerateArray()
                .Select(edge => edge.GetProperty("node").GetProperty("id").GetString()));
    }

    [Fact]
    public void APageOfNothingIsEmpty()
    {
        Assert.Empty(graph.Ids("{ people(limit: 0) { id } }"));
        Assert.Equal(
            """{"peopleConnection":{"totalCount":60,"edges":[],"pageInfo":{"hasNextPage":true,"endCursor":null}}}""",
            graph.Data("{ peopleConnection(first: 0) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }").ToString());
        Assert.Equal(
            """{"claims":[{"accusations":[]}]}""",
            graph.Data("""{ claims(where: { id: { eq: "claim-1" } }) { accusations(limit: 0) { id } } }""").ToString());
    }

    [Fact]
    public void NoTypeIsNoNode() => Assert.Empty(graph.Ids("{ actors(where: { typename: [] }) { id } }"));

    [Theory]
    [InlineData("code: { contains: null }")]
    [InlineData("saidOn: { gt: null }")]
    [InlineData("saidOn: { in: null }")]
    [InlineData("NOT: { saidOn: { gt: null } }")]
    [InlineData("matterTypes: { includes: null }")]
    [InlineData("evidenceConnection: { aggregate: { node: { startOffset: { max: { gt: null } } } } }")]
    [InlineData("NOT: { evidenceConnection: { aggregate: { node: { startOffset: { max: { gt: null } } } } } }")]
    public void AComparisonWithNullMatchesNothing(string condition) =>
        Assert.Empty(graph.Ids($$"""{ accusations(where: { {{condition}} }) { id } }"""));

    [Fact]
    public void AnAggregateWithoutAValueEqualsNull() => Assert.Equal(
        graph.Of("Document").Where(document => !graph.Into(document, "QUOTED_FROM").Any(from => from.From["startOffset"] is not null))
            .Select(document => document.Id).Order(StringComparer.Ordinal),
        graph.Ids("{ documents(where: { evidenceConnection: { aggregate: { node: { startOffset: { max: { eq: null } } } } } }) { id } }"));

    [Theory]
    [InlineData("""{ eq: "2026-01-02T11:00:00+01:00" }""")]
    [InlineData("""{ eq: "2026-01-02T10:00:00.000Z" }""")]
    [InlineData("""{ gte: "2026-01-02T11:00:00+01:00", lt: "2026-01-02T10:00:00.001Z" }""")]
    [InlineData("""{ in: ["2026-01-02T05:00:00-05:00"] }""")]
    public void AnInstantComparesAsAnInstant(string condition) => Assert.Equal(
        Accusations(accusation => accusation["importedAt"] == "2026-01-02T10:00:00.000Z"),
        graph.Ids($$"""{ accusations(where: { importedAt: {{condition}} }) { id } }"""));

    [Theory]
    [InlineData("accusations", 600, "accusersConnection: { none: {} }")]
    [InlineData("accusations", 600, "accusersConnection: { some: {} }")]
    [InlineData("accusations", 600, "accusersConnection: { all: {} }")]
    [InlineData("accusations", 600, "accusersConnection: { single: {} }")]
    [InlineData("events", 40, "participantsConnection: { some: { edge: {} } }")]
    public void AnEmptyConditionIsNone(string list, int all, string condition) =>
        Assert.Equal(all, graph.Ids($$"""{ {{list}}(where: { {{condition}} }) { id } }""").Length);

    [Fact]
    public void TypeNamesAloneChangeNothing()
    {
        var offices = graph.Data("{ offices { id holdersConnection { aggregate { count { __typename } } edges { __typename } } } }")
            .GetProperty("offices");

        Assert.Equal(30, offices.GetArrayLength());
        Assert.Equal(
            graph.Of("Office").OrderBy(office => office.Id, StringComparer.Ordinal).Select(office => graph.Into(office, "HELD").Count()),
            offices.EnumerateArray().Select(office => office.GetProperty("holdersConnection").GetProperty("edges").GetArrayLength()));
    }

    private static bool Has(FixtureNode node, string letter) => node["name"]!.Contains(letter, StringComparison.Ordinal);

    private string[] Accusations(Func<FixtureNode, bool> right) =>
        [.. graph.Of("Accusation").Where(right).Select(node => node.Id).Order(StringComparer.Ordinal)];
}
