using System.Text.Json;

namespace Graph.Stores.Tests.Walks;

/// <summary>Neighbourhoods that a store's API tells, held against what they mean.</summary>
public abstract class NeighbourhoodProperties<TStores>(int graphs, int questions) : RandomQuestions<TStores>(graphs, questions)
    where TStores : Stores, new()
{
    private static string Query(string days) => $$"""
        query ($of: [NodeRef!]!, $depth: Int, $perRelationship: Int, $along: [RelationshipName!], $where: AccusationWhere, $fold: Fold) {
          neighbourhood(of: $of, depth: $depth, perRelationship: $perRelationship, along: $along, where: $where, fold: $fold) {
            nodes { key type id degree } links { id type source target count {{days}} } cut { node relationship direction shown total } } }
        """;

    [StoreFact]
    public Task TellsWhatLiesAround() => AskAllAsync(seed => new PlainGraph(seed, 6 + seed % 6, 8 + 5 * seed), graph => graph.ToRecords(), AskAsync);

    private static async Task AskAsync(GraphApi api, PlainGraph graph, Random random)
    {
        var isFolded = random.Next(4) == 0;
        var start = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(graph, random, isFolded)).ToHashSet();
        string[]? along = random.Next(5) switch { 0 => ["ACCUSED"], 1 => ["MADE", "AGAINST", "HELD"], 2 => [], _ => null };
        var confidence = random.Next(3) == 0 ? random.Next(11) / 10.0 : (double?)null;
        var (depth, most, areDaysTold) = (random.Next(1, 4), random.Next(1, 6), random.Next(2) == 0);
        var expected = new PlainNeighbourhood(graph, start, along, confidence is null ? null : act => act.Confidence > confidence, isFolded)
            .Find(depth, most, areDaysTold);
        var answer = await api.ValueAsync(Query(areDaysTold ? "first last" : ""), new
        {
            of = start.Select(node => new { type = node[..node.IndexOf(':')], id = node[(node.IndexOf(':') + 1)..] }),
            depth,
            perRelationship = most,
            along,
            where = confidence is null ? null : new { confidence = new { gt = confidence } },
            fold = isFolded ? "ACTS" : "NONE",
        });
        var nodes = answer.GetProperty("nodes").EnumerateArray().Select(node => $"{node.GetProperty("key")} {node.GetProperty("degree")}");
        var links = answer.GetProperty("links").EnumerateArray().Select(link =>
        {
            Assert.Equal($"{link.GetProperty("type")} {link.GetProperty("source")} {link.GetProperty("target")}", link.GetProperty("id").GetString());
            return $"({link.GetProperty("type")}, {link.GetProperty("source")}, {link.GetProperty("target")}) {link.GetProperty("count")} "
                + $"{Day(link, "first")} {Day(link, "last")}";
        });
        var cut = answer.GetProperty("cut").EnumerateArray().Select(one =>
            $"{one.GetProperty("node")} {one.GetProperty("relationship")} {one.GetProperty("direction")} {one.GetProperty("shown")} {one.GetProperty("total")}");
        Assert.Equal(expected, [.. nodes, .. links, .. cut]);
    }

    private static string Day(JsonElement link, string name) => link.TryGetProperty(name, out var day) && day.GetString() is { } told ? told : "null";

    private static string Any(PlainGraph graph, Random random, bool isActor)
    {
        if (!isActor && random.Next(3) == 0) return "Accusation:" + graph.Acts[random.Next(graph.Acts.Count)].Id;
        var id = graph.AnyActor(random);
        return $"{graph.Actors[id]}:{id}";
    }
}

public sealed class SqliteNeighbourhoods() : NeighbourhoodProperties<SqliteStores>(graphs: 10, questions: 40);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jNeighbourhoods() : NeighbourhoodProperties<Neo4jStoresOfTheSecond>(graphs: 1, questions: 12);
