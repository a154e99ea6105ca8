using System.Text.Json;

namespace Graph.Stores.Tests.Walks;

/// <summary>Paths that a store's API tells, held against those that trying everything finds.</summary>
public abstract class PathProperties<TStores>(int graphs, int questions) : RandomQuestions<TStores>(graphs, questions)
    where TStores : Stores, new()
{
    private const string Query = """
        query ($from: NodeRef!, $to: NodeRef!, $along: [RelationshipName!], $maxLength: Int, $lengths: Int, $limit: Int) {
          paths(from: $from, to: $to, along: $along, maxLength: $maxLength, lengths: $lengths, limit: $limit) {
            paths { length nodes { type id caption } steps { relationship direction } } complete bound } }
        """;

    [StoreFact]
    public Task TellsWhatTryingEverythingFinds() =>
        AskAllAsync(seed => new PlainGraph(seed, 5 + seed % 4, 6 + 2 * seed), graph => graph.ToRecords(), AskAsync);

    private static async Task AskAsync(GraphApi api, PlainGraph graph, Random random)
    {
        var (from, to) = (Any(graph, random), Any(graph, random));
        if (from == to) return;
        var (maxLength, lengths, limit) = (random.Next(1, 5), random.Next(1, 4), random.Next(1, 51));
        string[]? along = random.Next(5) switch { 0 => ["ACCUSED"], 1 => ["MADE", "AGAINST"], 2 => ["ANSWERS", "MADE", "HELD", "OFFICE_OF"], 3 => [], _ => null };
        var (paths, bound) = PlainPaths.Find([.. graph.Relationships, .. graph.Tallies], from, to, along, maxLength, lengths, limit);
        var answer = await api.ValueAsync(Query, new { from = Ref(from), to = Ref(to), along, maxLength, lengths, limit });
        Assert.Equal(paths, answer.GetProperty("paths").EnumerateArray().Select(Show));
        Assert.Equal(bound, answer.GetProperty("bound").GetString());
        Assert.Equal(bound is null, answer.GetProperty("complete").GetBoolean());

        // An actor is named by its type or by the interface.
        object Ref(string node)
        {
            var (type, id) = (node[..node.IndexOf(':')], node[(node.IndexOf(':') + 1)..]);
            return new { type = graph.Actors.ContainsKey(id) && random.Next(2) == 0 ? "Actor" : type, id };
        }
    }

    private static string Any(PlainGraph graph, Random random)
    {
        if (random.Next(4) == 0) return "Accusation:" + graph.Acts[random.Next(graph.Acts.Count)].Id;
        var id = graph.AnyActor(random);
        return $"{graph.Actors[id]}:{id}";
    }

    private static string Show(JsonElement path)
    {
        var nodes = path.GetProperty("nodes").EnumerateArray().Select(node =>
        {
            Assert.Equal(Caption(node.GetProperty("type").GetString()!, node.GetProperty("id").GetString()!), node.GetProperty("caption").GetString());
            return $"{node.GetProperty("type")}:{node.GetProperty("id")}";
        }).ToList();
        var steps = path.GetProperty("steps").EnumerateArray().Select((step, i) =>
            $" -{step.GetProperty("relationship")} {step.GetProperty("direction")}- {nodes[i + 1]}").ToList();
        Assert.Equal(steps.Count, path.GetProperty("length").GetInt32());
        return nodes[0] + string.Concat(steps);
    }

    private static string Caption(string type, string id) => type switch { "Accusation" => "Matter", "Office" => "Office", _ => "Name " + id };
}

public sealed class SqlitePaths() : PathProperties<SqliteStores>(graphs: 10, questions: 50);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jPaths() : PathProperties<Neo4jStoresOfTheSecond>(graphs: 1, questions: 15);
