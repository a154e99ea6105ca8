namespace Graph.Stores.Tests.Walks;

/// <summary>Chains that a store's API tells, held against those that trying everything finds.</summary>
public abstract class ChainProperties<TStores>(int graphs, int questions) : RandomQuestions<TStores>(graphs, questions)
    where TStores : Stores, new()
{
    private const string Query = """
        query ($from: ID!, $to: ID!, $where: AccusationWhere, $acts: [Act!] = [ACCUSE], $directed: Boolean, $maxLength: Int, $lengths: Int, $limit: Int) {
          accusationChains(from: $from, to: $to, where: $where, acts: $acts, directed: $directed, maxLength: $maxLength, lengths: $lengths, limit: $limit) {
            chains { length steps { accuser { id } accused { id } count accusations(limit: 3) { id } } } complete bound } }
        """;

    [StoreFact]
    public Task TellsWhatTryingEverythingFinds() =>
        AskAllAsync(seed => new PlainGraph(seed, 6 + seed % 7, 10 + 6 * seed), graph => graph.ToRecords(), AskAsync);

    private static async Task AskAsync(GraphApi api, PlainGraph graph, Random random)
    {
        var (from, to) = (graph.AnyActor(random), graph.AnyActor(random));
        if (from == to) return;
        var (directed, maxLength, lengths, limit) = (random.Next(3) > 0, random.Next(1, 6), random.Next(1, 4), random.Next(1, 51));
        var kinds = random.Next(5) switch { 0 => null, 1 => [], 2 => ["DENY", "CRITICIZE"], _ => new[] { "ACCUSE" } };
        var confidence = random.Next(3) == 0 ? random.Next(11) / 10.0 : (double?)null;
        var (chains, bound) = PlainChains.Find(
            graph,
            from,
            to,
            act => (kinds is null || kinds.Contains(act.Kind)) && (confidence is null || act.Confidence >= confidence),
            directed,
            maxLength,
            lengths,
            limit);
        var where = confidence is null ? null : new { confidence = new { gte = confidence } };

        // Said with a variable, kinds are acts that match; left out, they are the tallies.
        var variables = new Dictionary<string, object?>
        {
            ["from"] = from,
            ["to"] = to,
            ["where"] = where,
            ["directed"] = directed,
            ["maxLength"] = maxLength,
            ["lengths"] = lengths,
            ["limit"] = limit,
        };
        if (kinds is not ["ACCUSE"] || random.Next(2) == 0) variables["acts"] = kinds;
        var query = variables.ContainsKey("acts") ? Query : Query.Replace("$acts: [Act!] = [ACCUSE], ", "", StringComparison.Ordinal).Replace(" acts: $acts,", "", StringComparison.Ordinal);
        var answer = await api.ValueAsync(query, variables);

        var told = answer.GetProperty("chains").EnumerateArray().Select(chain => string.Join(" | ", chain.GetProperty("steps").EnumerateArray().Select(step =>
            $"{step.GetProperty("accuser").GetProperty("id")} {step.GetProperty("accused").GetProperty("id")} {step.GetProperty("count")} "
            + string.Join(',', step.GetProperty("accusations").EnumerateArray().Select(act => act.GetProperty("id")))))).ToList();
        Assert.Equal(chains, told);
        Assert.Equal(bound, answer.GetProperty("bound").GetString());
        Assert.Equal(bound is null, answer.GetProperty("complete").GetBoolean());
        Assert.All(answer.GetProperty("chains").EnumerateArray(), chain => Assert.Equal(chain.GetProperty("steps").GetArrayLength(), chain.GetProperty("length").GetInt32()));
    }
}

public sealed class SqliteChains() : ChainProperties<SqliteStores>(graphs: 12, questions: 60);

// Every graph empties the one database.
[Collection(Neo4jTurns.Second)]
public sealed class Neo4jChains() : ChainProperties<Neo4jStoresOfTheSecond>(graphs: 1, questions: 15);
