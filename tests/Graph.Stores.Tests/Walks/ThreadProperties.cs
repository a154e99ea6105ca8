using System.Text.Json;

namespace Graph.Stores.Tests.Walks;

/// <summary>Threads that a store's API tells, held against what they mean.</summary>
public abstract class ThreadProperties<TStores>(int graphs, int questions) : RandomQuestions<TStores>(graphs, questions)
    where TStores : Stores, new()
{
    private const string Query = """
        query ($where: AccusationWhere, $limit: Int, $offset: Int, $acts: Int, $first: Int) {
          accusationThreads(where: $where, limit: $limit, offset: $offset) {
            root { id } first last size parties { id } acts(limit: $acts, offset: $first) { act { id } answers { id } depth move } } }
        """;

    [StoreFact]
    public Task TellsWhatThreadsMean() =>
        AskAllAsync(seed => new PlainGraph(seed, 8 + seed % 5, 12 + 9 * seed), graph => graph.ToRecords(), AskAsync);

    private static async Task AskAsync(GraphApi api, PlainGraph graph, Random random)
    {
        var (limit, offset, acts, first) = (random.Next(8), random.Next(3), random.Next(9), random.Next(2) * random.Next(4));
        var confidence = random.Next(11) / 10.0;
        var one = graph.Acts[random.Next(graph.Acts.Count)];
        var (where, holds) = random.Next(3) switch
        {
            0 => ((object?)null, (Func<PlainAct, bool>?)null),
            1 => (new { id = new { eq = one.Id } }, act => act == one),
            _ => (new { confidence = new { gt = confidence } }, act => act.Confidence > confidence),
        };
        var answer = await api.ValueAsync(Query, new { where, limit, offset, acts, first });
        Assert.Equal(PlainThreads.Find(graph, holds, limit, offset, acts, first), answer.EnumerateArray().Select(Show));
    }

    private static string Show(JsonElement thread)
    {
        var acts = thread.GetProperty("acts").EnumerateArray().Select(act =>
            $"{act.GetProperty("act").GetProperty("id")} [{Ids(act.GetProperty("answers"), ",")}] {act.GetProperty("depth")} {act.GetProperty("move")}");
        return $"{thread.GetProperty("root").GetProperty("id")} {Text(thread.GetProperty("first"))} {Text(thread.GetProperty("last"))} "
            + $"{thread.GetProperty("size")} ({Ids(thread.GetProperty("parties"), " ")}) {string.Join(" | ", acts)}";
    }

    private static string Ids(JsonElement nodes, string separator) =>
        string.Join(separator, nodes.EnumerateArray().Select(node => node.GetProperty("id").GetString()));

    private static string Text(JsonElement value) => value.GetString() ?? "null";
}

public sealed class SqliteThreads() : ThreadProperties<SqliteStores>(graphs: 12, questions: 40);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jThreads() : ThreadProperties<Neo4jStoresOfTheSecond>(graphs: 1, questions: 12);
