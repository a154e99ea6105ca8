using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests.Counting;

/// <summary>Pairs that a store's API counts, held against what they mean.</summary>
public abstract class PairProperties<TStores>(int graphs, int questions) : RandomQuestions<TStores>(graphs, questions)
    where TStores : Stores, new()
{
    private static readonly string[] Keys = ["accusations", "claims", "evidence", "answered", "denied", "first", "last", "accuser", "accused"];
    private static readonly string[] RollUps = ["NONE", "PRINCIPAL", "STATE"];

    [StoreFact]
    public Task CountsWhatPairsMean() => AskAllAsync(seed => new PlainNews(seed, 8 + seed % 9, 10 + 9 * seed), news => news.Records, AskAsync);

    [StoreFact]
    public async Task AnswersTheSameFromTheTalliesAsFromTheActs()
    {
        var news = new PlainNews(7, 12, 120);
        var api = await ApiOfAsync(news.Records);
        const string Fields = "accuser { id } accused { id } accusations first last isSelf";
        var kept = await api.ValueAsync($"{{ whoAccusedWhom(limit: null) {{ {Fields} }} }}");
        var counted = await api.ValueAsync($"{{ whoAccusedWhom(limit: null, where: {{ confidence: {{ gte: 0 }} }}) {{ {Fields} }} }}");
        Assert.Equal(counted.ToString(), kept.ToString());
        Assert.Contains(kept.EnumerateArray(), pair => pair.GetProperty("isSelf").GetBoolean());
    }

    private static async Task AskAsync(GraphApi api, PlainNews news, Random random)
    {
        var rollUp = RollUps[random.Next(3)];
        string[]? acts = random.Next(4) switch { 0 => null, 1 => [], 2 => ["DENY", "CRITICIZE"], _ => ["ACCUSE"] };
        var (limit, offset) = (random.Next(5) == 0 ? (int?)null : random.Next(12), random.Next(3));
        var from = new DateOnly(2025, 1, random.Next(1, 28));
        var where = random.Next(2) == 0 ? null : new { saidOn = new { gte = from } };
        var sort = Enumerable.Range(0, random.Next(3)).Select(_ => (Key: Keys[random.Next(Keys.Length)], IsDescending: random.Next(2) == 0))
            .DistinctBy(key => key.Key)
            .ToList();
        var isTallied = random.Next(4) == 0;
        var figures = isTallied ? "accusations first last" : "accusations claims evidence answered denied first last";
        var query = $$"""
            query ($where: AccusationWhere, $acts: [Act!], $rollUp: RollUp, $sort: [AccusationPairSort!], $limit: Int, $offset: Int) {
              whoAccusedWhom(where: $where, acts: $acts, rollUp: $rollUp, sort: $sort, limit: $limit, offset: $offset) {
                accuser { id name } accused { __typename id } isSelf {{figures}} } }
            """;
        var given = sort.ConvertAll(key => new Dictionary<string, string> { [key.Key] = key.IsDescending ? "DESC" : "ASC" });
        var answer = await api.ValueAsync(query, new { where, acts, rollUp, sort = given, limit, offset });

        var chosen = news.Acts.Where(act => (where is null || act.Day >= from) && (acts is null || acts.Contains(act.Kind)));
        var pairs = Ordered(new PlainPairs(news).Find(chosen, rollUp), sort).Skip(offset).Take(limit ?? int.MaxValue);
        Assert.Equal(string.Join('\n', pairs.Select(pair => pair.Show(news, isTallied))), string.Join('\n', answer.EnumerateArray()));
    }

    private static IEnumerable<PlainPair> Ordered(IEnumerable<PlainPair> pairs, List<(string Key, bool IsDescending)> sort)
    {
        if (sort.Count == 0) sort = [("accusations", true)];
        var ordered = pairs.OrderBy(_ => 0);
        foreach (var (key, isDescending) in sort)
        {
            var comparer = Comparer<PlainPair>.Create((one, other) => one.CompareBy(key, other));
            ordered = isDescending ? ordered.ThenByDescending(pair => pair, comparer) : ordered.ThenBy(pair => pair, comparer);
        }

        return ordered.ThenBy(pair => pair.By.Id, StringComparer.Ordinal).ThenBy(pair => pair.Against.Id, StringComparer.Ordinal);
    }
}

/// <summary>A pair of actors with the acts between them.</summary>
internal sealed record PlainPair(PlainActor By, PlainActor Against, List<PlainNewsAct> Acts)
{
    private DateOnly? First => Acts.Min(act => act.Day);

    private DateOnly? Last => Acts.Max(act => act.Day);

    private int Answered => Acts.Count(act => act.AnsweredBy.Count > 0);

    private int Denied => Acts.Count(act => act.AnsweredBy.Exists(answer => answer.Kind == "DENY"));

    public int CompareBy(string key, PlainPair other) => key switch
    {
        "accusations" => Acts.Count.CompareTo(other.Acts.Count),
        "claims" => PlainCounts.Claims(Acts).CompareTo(PlainCounts.Claims(other.Acts)),
        "evidence" => PlainCounts.Evidence(Acts).CompareTo(PlainCounts.Evidence(other.Acts)),
        "answered" => Answered.CompareTo(other.Answered),
        "denied" => Denied.CompareTo(other.Denied),
        "first" => (First ?? DateOnly.MaxValue).CompareTo(other.First ?? DateOnly.MaxValue),
        "last" => (Last ?? DateOnly.MaxValue).CompareTo(other.Last ?? DateOnly.MaxValue),
        "accuser" => Compare(By, other.By),
        _ => Compare(Against, other.Against),
    };

    public string Show(PlainNews news, bool isTallied)
    {
        var middle = isTallied ? "" : $"\"claims\":{PlainCounts.Claims(Acts)},\"evidence\":{PlainCounts.Evidence(Acts)},\"answered\":{Answered},\"denied\":{Denied},";
        return $"{{\"accuser\":{{\"id\":\"{By.Id}\",\"name\":\"{By.Name}\"}},\"accused\":{{\"__typename\":\"{Against.Type}\",\"id\":\"{Against.Id}\"}},"
            + $"\"isSelf\":{(By == Against ? "true" : "false")},\"accusations\":{Acts.Count},{middle}\"first\":{Day(First)},\"last\":{Day(Last)}}}";
    }

    private static string Day(DateOnly? day) => day is { } known ? $"\"{known:yyyy-MM-dd}\"" : "null";

    private static int Compare(PlainActor one, PlainActor other) =>
        PlainCounts.Compare(one.Name, other.Name) is not 0 and var order ? order : string.CompareOrdinal(one.Id, other.Id);
}

/// <summary>Pairs, worked out in plain C#.</summary>
internal sealed class PlainPairs(PlainNews news)
{
    private readonly PlainCounts counts = new(news);

    public IEnumerable<PlainPair> Find(IEnumerable<PlainNewsAct> acts, string rollUp) =>
        from act in acts
        from accuser in counts.By(act, rollUp).Distinct()
        from accused in counts.Against(act, rollUp).Distinct()
        group act by (accuser, accused) into pair
        select new PlainPair(news.Actors[pair.Key.accuser], news.Actors[pair.Key.accused], [.. pair]);
}

public sealed class SqlitePairs() : PairProperties<SqliteStores>(graphs: 12, questions: 60);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jPairs() : PairProperties<Neo4jStoresOfTheSecond>(graphs: 1, questions: 12);
