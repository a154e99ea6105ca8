namespace Graph.Api.Tests.Answers;

/// <summary>Any node by the id that names it among all of the graph.</summary>
[Collection(OverTheFixture.Name)]
public sealed class NodesByGlobalId(FixtureGraph graph)
{
    [Fact]
    public void ANodeOfEveryTypeIsFoundAgain()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in Domains.Accusations.NodeTypes)
        {
            var first = graph.Data($"{{ {type.Plural}(limit: 1) {{ id globalId }} }}").GetProperty(type.Plural)[0];
            var global = first.GetProperty("globalId").GetString()!;
            Assert.True(seen.Add(global));
            var node = graph.Data(
                $"query ($id: ID!) {{ node(id: $id) {{ __typename globalId ... on {type.Name} {{ id }} }} }}",
                $$"""{ "id": "{{global}}" }""").GetProperty("node");
            Assert.Equal(
                (type.Name, global, first.GetProperty("id").GetString()),
                (node.GetProperty("__typename").GetString(), node.GetProperty("globalId").GetString(), node.GetProperty("id").GetString()));
        }
    }

    [Fact]
    public void AListOfSeveralTypesTellsTheGlobalIdOfEach()
    {
        var actors = graph.Data("{ actors { globalId id __typename } plain: actors { globalId } }");
        Assert.Equal(
            actors.GetProperty("actors").EnumerateArray().Select(actor => actor.GetProperty("globalId").GetString()),
            actors.GetProperty("plain").EnumerateArray().Select(actor => actor.GetProperty("globalId").GetString()));
        Assert.Equal(actors.GetProperty("actors").GetArrayLength(), actors.GetProperty("actors").EnumerateArray().Select(actor => actor.GetProperty("globalId").GetString()).Distinct().Count());
    }

    [Fact]
    public void MoreCanBeSelectedOfWhateverTypeItIs()
    {
        var claim = graph.Data("""{ claims(where: { id: { eq: "claim-1" } }) { globalId accusationsConnection { totalCount } } }""").GetProperty("claims")[0];
        var node = graph.Data(
            $$"""{ node(id: "{{claim.GetProperty("globalId").GetString()}}") { ... on Actor { name } ... on Claim { text accusationsConnection { totalCount } } ... on Accusation { matter } } }""")
            .GetProperty("node");
        Assert.Equal(claim.GetProperty("accusationsConnection").ToString(), node.GetProperty("accusationsConnection").ToString());
        Assert.False(node.TryGetProperty("matter", out _));
    }

    [Fact]
    public void WhatIsNotThereIsNull()
    {
        var id = Convert.ToBase64String("Claim:none"u8).TrimEnd('=');
        Assert.Equal("""{"node":null}""", graph.Data($$"""{ node(id: "{{id}}") { globalId } }""").ToString());
    }

    [Theory]
    [InlineData("claim-1")]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("Q2xhaW0")] // Claim
    [InlineData("QWN0b3I6YQ")] // Actor:a, of no concrete type
    [InlineData("Tm90aGluZzph")] // Nothing:a
    public void WhatIsNoGlobalIdIsRefused(string id)
    {
        var response = graph.Response($$"""{ node(id: "{{id}}") { globalId } }""");
        Assert.Equal(
            "`id` of `node` must be the `globalId` of a node, as the API answers it; the `id` of a node is unique only within its type.",
            response.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public void AConnectionToOneNodePagesAsOthersDo()
    {
        var answer = graph.Data("""
            { accusations(where: { id: { eq: "accusation-1" } }) {
                all: claimConnection { totalCount edges { cursor node { id } } }
                first: claimConnection(first: 1, sort: [{ node: { text: ASC } }]) { edges { node { id } } pageInfo { hasNextPage } }
                none: claimConnection(first: 0) { edges { node { id } } }
                other: claimConnection(where: { node: { id: { eq: "none" } } }) { totalCount } } }
            """).GetProperty("accusations")[0];
        var edges = graph.From(graph.Nodes.Single(node => node.Id == "accusation-1"), "ALLEGES").Select(alleges => alleges.To.Id).ToList();
        Assert.Equal(edges, answer.GetProperty("all").GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()));
        Assert.Equal(edges, answer.GetProperty("first").GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()));
        Assert.False(answer.GetProperty("first").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal((0, 0), (answer.GetProperty("none").GetProperty("edges").GetArrayLength(), answer.GetProperty("other").GetProperty("totalCount").GetInt32()));
    }

    [Theory]
    [InlineData("Date", "https://scalars.graphql.org/andimarek/local-date")]
    [InlineData("DateTime", "https://scalars.graphql.org/andimarek/date-time")]
    public void ScalarsSayWhatSpecifiesThem(string scalar, string url) => Assert.Equal(
        url,
        graph.Data($$"""{ __type(name: "{{scalar}}") { specifiedByURL } }""").GetProperty("__type").GetProperty("specifiedByURL").GetString());
}
