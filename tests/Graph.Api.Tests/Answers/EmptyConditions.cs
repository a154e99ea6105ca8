namespace Graph.Api.Tests.Answers;

/// <summary>
/// Conditions that say nothing, or of which nothing is left, by how many nodes they find. <c>@neo4j/graphql</c> 7.6 finds as many
/// on the same graph: 80 claims, 78 of them with accusations; 600 accusations, 553 with accusers and 400 with a claim.
/// </summary>
[Collection(OverTheFixture.Name)]
public sealed class EmptyConditions(FixtureGraph graph)
{
    [Theory]
    [InlineData("accusations: {}")]
    [InlineData("accusations: { some: {} }")]
    [InlineData("accusations: { none: {} }")]
    [InlineData("accusations: { some: { id: $condition } }")]
    [InlineData("accusations: { none: { id: $condition } }")]
    [InlineData("accusations: { some: $where }")]
    [InlineData("accusations: { none: $where }")]
    [InlineData("accusations: $filters")]
    [InlineData("NOT: { accusations: { some: {} } }")]
    public void WhatSaysNothingIsNoCondition(string where) => Assert.Equal(80, Claims(where));

    [Theory]
    [InlineData("evidence: { some: {} }")]
    [InlineData("evidence: { all: { id: {} } }")]
    [InlineData("accused: { some: {} }")]
    [InlineData("claim: {}")]
    [InlineData("id: {}")]
    [InlineData("id: { in: $list }")]
    [InlineData("evidence: { single: { quote: { contains: $text } } }")]
    [InlineData("evidence: { some: $none }")]
    [InlineData("AND: []")]
    [InlineData("OR: [{}]")]
    [InlineData("NOT: {}")]
    [InlineData("NOT: { id: {} }")]
    [InlineData("AND: [{ evidence: { some: {} } }, { OR: [{ id: { eq: $id } }] }]")]
    public void WhatSaysSomethingAsksForARelatedNode(string inner)
    {
        Assert.Equal(78, Claims($"accusations: {{ some: {{ {inner} }} }}"));
        Assert.Equal(2, Claims($"accusations: {{ none: {{ {inner} }} }}"));
        Assert.Equal(2, Claims($"NOT: {{ accusations: {{ some: {{ {inner} }} }} }}"));
        Assert.Equal(80, Claims($"accusations: {{ single: {{ {inner} }} }}"));
        Assert.Equal(80, Claims($"accusations: {{ all: {{ {inner} }} }}"));
        Assert.Equal(80, Claims($"accusationsConnection: {{ some: {{ node: {{ {inner} }} }} }}"));
        Assert.Equal(80, Claims($"accusationsConnection: {{ none: {{ node: {{ {inner} }} }} }}"));
    }

    [Fact]
    public void ItDoesSoAtAnyDepth()
    {
        Assert.Equal(
            graph.Of("Claim").Count(claim => graph.Into(claim, "ALLEGES").Any(alleges => graph.From(alleges.From, "EVIDENCED_BY").Any())),
            Claims("accusations: { some: { evidence: { some: { document: { evidence: { some: {} } } } } } }"));
        Assert.Equal(
            graph.Of("Claim").Count(claim => graph.Into(claim, "ALLEGES").Any(alleges => graph.From(alleges.From, "EVIDENCED_BY").Any())),
            Claims("accusationsConnection: { some: { node: { evidence: { some: { id: { in: $list } } } } } }"));
    }

    [Theory]
    [InlineData("accusers: { some: {} }", 600)]
    [InlineData("accusers: { some: { name: {} } }", 553)]
    [InlineData("accusers: { some: { made: { some: {} } } }", 553)]
    [InlineData("accusers: { none: { AND: [] } }", 47)]
    [InlineData("claim: {}", 600)]
    [InlineData("claim: { id: {} }", 400)]
    [InlineData("claim: { accusations: { some: {} } }", 400)]
    [InlineData("claim: { text: { contains: $text } }", 400)]
    [InlineData("NOT: { claim: { AND: [] } }", 200)]
    [InlineData("claimConnection: { node: { id: {} } }", 600)]
    public void SoItIsOverAnInterfaceAndToOneNode(string where, int found) => Assert.Equal(found, Count("accusations", where));

    private int Claims(string where) => Count("claims", where);

    /// <summary>Every variable that the condition uses is declared, and none is given.</summary>
    private int Count(string list, string where)
    {
        (string Name, string Type)[] variables =
        [
            ("condition", "IDScalarFilters"), ("where", "AccusationWhere"), ("filters", "AccusationRelationshipFilters"),
            ("list", "[ID!]"), ("text", "String"), ("none", "EvidenceWhere"), ("id", "ID"),
        ];
        var used = variables.Where(variable => where.Contains($"${variable.Name}", StringComparison.Ordinal)).Select(variable => $"${variable.Name}: {variable.Type}").ToList();
        var declared = used.Count == 0 ? "" : $"query ({string.Join(", ", used)}) ";
        return graph.Data($"{declared}{{ {list}Connection(where: {{ {where} }}) {{ totalCount }} }}").GetProperty(list + "Connection").GetProperty("totalCount").GetInt32();
    }
}
