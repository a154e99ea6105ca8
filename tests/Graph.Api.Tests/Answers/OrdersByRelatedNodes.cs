using System.Text;

namespace Graph.Api.Tests.Answers;

/// <summary>Orders by related nodes and conditions on their number, worked out from the fixture.</summary>
[Collection(OverTheFixture.Name)]
public sealed class OrdersByRelatedNodes(FixtureGraph graph)
{
    private static readonly Comparer<string?> ByCodePoint = Comparer<string?>.Create((one, other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)),
    });

    [Theory]
    [InlineData("ASC", "ASC", 1)]
    [InlineData("DESC", "ASC", 97)]
    [InlineData("DESC", "DESC", 600)]
    [InlineData("ASC", "DESC", 50)]
    public void CursorsLeadThroughAnOrderByTheOneRelatedNode(string direction, string days, int first)
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            // A page of one is tried at the ends only.
            var size = first == 1 && found.Count is > 5 and < 590 ? 97 : first;
            var page = graph.Data(
                $$"""query ($after: String) { accusationsConnection(first: {{size}}, after: $after, sort: [{ claim: { text: {{direction}} } }, { saidOn: {{days}} }]) { edges { node { id } } pageInfo { hasNextPage endCursor } } }""",
                $$"""{ "after": {{(after is null ? "null" : $"\"{after}\"")}} }""").GetProperty("accusationsConnection");
            found.AddRange(page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        var all = graph.Of("Accusation").ToList();
        var byClaim = direction == "ASC" ? all.OrderBy(Claim, ByCodePoint) : all.OrderByDescending(Claim, ByCodePoint);
        var byDay = days == "ASC" ? byClaim.ThenBy(one => one["saidOn"], ByCodePoint) : byClaim.ThenByDescending(one => one["saidOn"], ByCodePoint);
        Assert.Equal(byDay.ThenBy(one => one.Id, ByCodePoint).Select(one => one.Id), found);
    }

    [Fact]
    public void AKeyMayLieFurtherAway() => Assert.Equal(
        graph.Of("Evidence").OrderBy(evidence => Publisher(evidence)?["name"], ByCodePoint)
            .ThenByDescending(evidence => Publisher(evidence) is { } publisher ? graph.Into(publisher, "PUBLISHED_BY").Count() : int.MaxValue)
            .ThenByDescending(evidence => evidence.Id, ByCodePoint).Select(evidence => evidence.Id),
        graph.Ids("{ evidence(sort: [{ document: { publisher: { name: ASC } } }, { document: { publisher: { publishedCount: DESC } } }, { id: DESC }]) { id } }"));

    [Fact]
    public void ARelatedListAndItsConnectionAreOrderedSoToo()
    {
        var answer = graph.Data("""
            { claims(where: { id: { eq: "claim-1" } }) {
                accusations(sort: [{ dataset: { name: DESC } }, { evidenceCount: DESC }]) { id }
                accusationsConnection(sort: [{ node: { dataset: { name: DESC } } }, { node: { evidenceCount: DESC } }]) { edges { node { id } } } } }
            """).GetProperty("claims")[0];
        var expected = graph.Into(graph.Nodes.Single(node => node.Id == "claim-1"), "ALLEGES").Select(alleges => alleges.From)
            .OrderByDescending(accusation => graph.From(accusation, "FROM").Select(from => from.To["name"]).SingleOrDefault(), ByCodePoint)
            .ThenByDescending(accusation => Evidence(accusation)).ThenBy(accusation => accusation.Id, ByCodePoint).Select(accusation => accusation.Id)
                .ToList();
        Assert.Equal(expected, answer.GetProperty("accusations").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        Assert.Equal(
            expected,
            answer.GetProperty("accusationsConnection").GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("{ gte: 2 }", 2, 99)]
    [InlineData("{ eq: 0 }", 0, 0)]
    [InlineData("{ in: [1] }", 1, 1)]
    [InlineData("{ gt: 0, lt: 3 }", 1, 2)]
    [InlineData("{ isNull: false }", 0, 99)]
    public void NodesAreFoundByTheNumberOfRelatedOnes(string condition, int least, int most) => Assert.Equal(
        graph.Of("Accusation").Where(accusation => Evidence(accusation) >= least && Evidence(accusation) <= most).Select(one => one.Id)
            .Order(StringComparer.Ordinal),
        graph.Ids($"{{ accusations(where: {{ evidenceCount: {condition} }}) {{ id }} }}"));

    [Fact]
    public void AnActorSpeakingUnderTwoNamesCountsOnce() => Assert.Equal(
        graph.Of("Accusation").Where(accusation => graph.Into(accusation, "MADE").Select(made => made.From.Id).Distinct().Count() == 1).Select(one => one.Id)
            .Order(StringComparer.Ordinal),
        graph.Ids("{ accusations(where: { accusersCount: { eq: 1 } }) { id } }"));

    [Theory]
    [InlineData("evidenceCount: null")]
    [InlineData("evidenceCount: { eq: null }")]
    [InlineData("evidenceCount: { isNull: true }")]
    public void ANumberIsNeverMissing(string condition) => Assert.Empty(graph.Ids($"{{ accusations(where: {{ {condition} }}) {{ id }} }}"));

    private string? Claim(FixtureNode accusation) => graph.From(accusation, "ALLEGES").SingleOrDefault()?.To["text"];

    private int Evidence(FixtureNode accusation) => graph.From(accusation, "EVIDENCED_BY").Count();

    private FixtureNode? Publisher(FixtureNode evidence) =>
        graph.From(evidence, "QUOTED_FROM").SelectMany(from => graph.From(from.To, "PUBLISHED_BY")).SingleOrDefault()?.To;
}
