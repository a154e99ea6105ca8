using Graph.Model.Ontologies;

namespace Graph.Stores.Tests.Walks;

/// <summary>What lies around nodes whose neighbours a walk has all met, and around nodes that have none where it walks.</summary>
public abstract class NeighbourhoodContract<TStores> : IAsyncLifetime
    where TStores : Stores, new()
{
    private const string Around = """
        query ($of: [NodeRef!]!, $along: [RelationshipName!]) { neighbourhood(of: $of, along: $along) {
          nodes { id } links { type count } cut { node relationship direction shown total } } }
        """;

    private readonly TStores stores = new();

    public Task InitializeAsync() => stores.AreAtHand ? stores.InitializeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => stores.DisposeAsync();

    [StoreFact]
    public async Task CountsParallelRelationshipsOfAnActThatWasMetWhole()
    {
        var graph = new WalkGraph(2).Act("x", ["a0"], ["a1"]).Act("y", ["a0"], ["a1"]);
        graph.Records.Relationship("MADE", "Person:a0", "Accusation:x", ("surface", "he"));
        Assert.Equal(
            """{"nodes":[{"id":"x"},{"id":"a0"},{"id":"a1"}],"links":[{"type":"ACCUSED","count":2},{"type":"AGAINST","count":1},"""
                + """{"type":"MADE","count":2}],"cut":[{"node":"Person:a0","relationship":"MADE","direction":"OUT","shown":1,"total":2},"""
                + """{"node":"State:a1","relationship":"AGAINST","direction":"IN","shown":1,"total":2}]}""",
            await AskAsync(graph, null, "Accusation:x"));
    }

    [StoreFact]
    public async Task StaysAtAnActAlongWhatActsDoNotHave() => Assert.Equal(
        """{"nodes":[{"id":"x"}],"links":[],"cut":[{"node":"Accusation:x","relationship":"AGAINST","direction":"OUT","shown":0,"total":1},"""
            + """{"node":"Accusation:x","relationship":"MADE","direction":"IN","shown":0,"total":1}]}""",
        await AskAsync(new WalkGraph(2).Act("x", ["a0"], ["a1"]), ["ACCUSED"], "Accusation:x"));

    [StoreFact]
    public async Task CountsATallyOfAnActorWithItselfInBothDirections() => Assert.Equal(
        """{"nodes":[{"id":"a0"}],"links":[{"type":"ACCUSED","count":1}],"cut":["""
            + """{"node":"Person:a0","relationship":"ACCUSED","direction":"OUT","shown":1,"total":2},"""
            + """{"node":"Person:a0","relationship":"ACCUSED","direction":"IN","shown":1,"total":3},"""
            + """{"node":"Person:a0","relationship":"AGAINST","direction":"IN","shown":0,"total":3},"""
            + """{"node":"Person:a0","relationship":"MADE","direction":"OUT","shown":0,"total":2}]}""",
        await AskAsync(
            new WalkGraph(3).Act("x", ["a0"], ["a0"]).Act("y", ["a0"], ["a1"]).Act("z", ["a1"], ["a0"]).Act("w", ["a2"], ["a0"]), [], "Person:a0"));

    [StoreFact]
    public async Task MeetsNodesOfSeveralTypesAtOnce() => Assert.Equal(
        """{"nodes":[{"id":"a0"},{"id":"a1"},{"id":"x"}],"links":[{"type":"ACCUSED","count":1},{"type":"AGAINST","count":1},"""
            + """{"type":"MADE","count":1}],"cut":[]}""",
        await AskAsync(new WalkGraph(2).Act("x", ["a0"], ["a1"]), null, "Accusation:x", "Person:a0", "Actor:a0", "State:a1"));

    private async Task<string> AskAsync(WalkGraph graph, string[]? along, params string[] of)
    {
        var api = await GraphApi.OfAsync(await stores.OpenEmptyAsync(Ontology.Shipped), graph.Records);
        var named = of.Select(node => new { type = node.Split(':')[0], id = node.Split(':')[1] });
        return (await api.ValueAsync(Around, new { of = named, along })).ToString();
    }
}

public sealed class SqliteSurroundings : NeighbourhoodContract<SqliteStores>;

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jSurroundings : NeighbourhoodContract<Neo4jStoresOfTheSecond>;
