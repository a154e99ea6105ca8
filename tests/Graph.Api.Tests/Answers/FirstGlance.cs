using System.Text;

namespace Graph.Api.Tests.Answers;

/// <summary>What a dashboard shows first, worked out from the fixture: counts, freshness, names for its variables.</summary>
[Collection(OverTheFixture.Name)]
public sealed class FirstGlance(FixtureGraph graph)
{
    [Fact]
    public void CountsAreOfEveryType() => Assert.Equal(
        Domains.Accusations.NodeTypes.Select(type => (type.Name, graph.Of(type.Name).Count())),
        graph.Data("{ counts { type count } }").GetProperty("counts").EnumerateArray()
            .Select(row => (row.GetProperty("type").GetString()!, row.GetProperty("count").GetInt32())));

    [Fact]
    public void FreshnessIsTheLatestOfEachDay()
    {
        var rows = graph.Data("{ freshness { __typename latest: text type property time } }").GetProperty("freshness").EnumerateArray().ToList();
        var days = rows.Where(row => row.GetProperty("property").GetString() != "importedAt").ToList();
        Assert.Equal(
            [("Accusation", "saidOn"), ("Document", "published"), ("Event", "start")],
            days.Select(row => (row.GetProperty("type").GetString(), row.GetProperty("property").GetString())));
        Assert.All(days, row =>
        {
            var latest = graph.Of(row.GetProperty("type").GetString()!).Select(node => node[row.GetProperty("property").GetString()!])
                .Max(StringComparer.Ordinal);
            Assert.Equal((latest, latest + "T00:00:00.000Z"), (row.GetProperty("latest").GetString(), row.GetProperty("time").GetString()));
        });
        var import = Assert.Single(rows.Except(days));
        Assert.Equal(
            graph.Data("{ accusations(sort: [{ importedAt: DESC }], limit: 1) { importedAt } }").GetProperty("accusations")[0].GetProperty("importedAt").GetString(),
            import.GetProperty("time").GetString());
        Assert.Equal(import.GetProperty("time").GetString(), import.GetProperty("latest").GetString());
    }

    [Theory]
    [InlineData("{ entityNames { text value } }", "name", "Person", "State", "Organization")]
    [InlineData("{ entityNames(of: State) { text value } }", "name", "State")]
    [InlineData("{ entityNames(of: Claim) { text value } }", "text", "Claim")]
    public void NamesAreInTheirOrder(string query, string caption, params string[] types) => Assert.Equal(
        types.SelectMany(graph.Of)
            .OrderBy(node => node[caption]!,
            Comparer<string>.Create((one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other))))
            .ThenBy(node => node.Id, StringComparer.Ordinal).Select(node => (node[caption], node.Id)),
        graph.Data(query).GetProperty("entityNames").EnumerateArray().Select(row => (row.GetProperty("text").GetString(), row.GetProperty("value").GetString()!)));

    [Fact]
    public void NamesCanBePaged() => Assert.Equal(
        graph.Data("{ entityNames { value } }").GetProperty("entityNames")[3].ToString(),
        Assert.Single(graph.Data("{ entityNames(limit: 1, offset: 3) { value } }").GetProperty("entityNames").EnumerateArray()).ToString());

    [Theory]
    [InlineData("{ counts { __typename } }", "TypeCount")]
    [InlineData("{ freshness { __typename } }", "Freshness")]
    [InlineData("{ entityNames(limit: 2) { __typename } }", "EntityName")]
    public void TypeNamesAloneAreAnswered(string query, string type) => Assert.All(
        graph.Data(query).EnumerateObject().Single().Value.EnumerateArray(),
        row => Assert.Equal(type, row.GetProperty("__typename").GetString()));

    [Fact]
    public async Task WhatIsNotThereIsNullOrNone()
    {
        await using var films = new ImportedGraph();
        await File.WriteAllTextAsync(films.File, """{"type":"node","id":"1","labels":["Film"],"properties":{"id":"f","title":"Dawn"}}""" + "\n");
        await films.ImportAsync(Domains.Read("type Film @node { id: ID! @unique title: String! released: Date @indexed } type Prize @node { id: ID! @unique }"));
        Assert.Equal(
            """{"data":{"counts":[{"count":1},{"count":0}],"freshness":[{"type":"Film","text":null,"time":null}],"entityNames":[]}}""",
            films.Ask("{ counts { count } freshness { type text time } entityNames(of: Prize) { text } }"));
    }
}
