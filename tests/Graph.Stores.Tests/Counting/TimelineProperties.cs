using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests.Counting;

/// <summary>Timelines that a store's API counts, held against what they mean.</summary>
public abstract class TimelineProperties<TStores>(int graphs, int questions) : RandomQuestions<TStores>(graphs, questions)
    where TStores : Stores, new()
{
    private static readonly string[] Buckets = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"];
    private static readonly string[] RollUps = ["NONE", "PRINCIPAL", "STATE"];
    private static readonly string[] Series = ["NONE", "ACCUSER", "ACCUSED", "PAIR", "ACT", "MATTER_TYPES", "PUBLISHER", "DATASET"];

    [StoreFact]
    public Task CountsWhatATimelineMeans() => AskAllAsync(seed => new PlainNews(seed, 8 + seed % 9, 5 + 9 * seed), news => news.Records, AskAsync);

    private static async Task AskAsync(GraphApi api, PlainNews news, Random random)
    {
        var asked = new PlainTimeline(news)
        {
            Bucket = Buckets[random.Next(Buckets.Length)],
            Series = Series[random.Next(Series.Length)],
            RollUp = RollUps[random.Next(RollUps.Length)],
            Top = random.Next(6),
            IsFilled = random.Next(2) == 0,
            From = random.Next(3) == 0 ? null : new DateOnly(2024, 12, 28).AddDays(random.Next(20)),
            To = random.Next(3) == 0 ? null : new DateOnly(2025, 1, 18).AddDays(random.Next(20)),
            Kinds = random.Next(4) switch { 0 => null, 1 => [], 2 => ["DENY", "CRITICIZE"], _ => ["ACCUSE"] },
        };
        var isLeftOut = random.Next(4) == 0;
        if (isLeftOut) asked = asked with { Kinds = asked.Series == "ACT" ? null : ["ACCUSE"] };
        var query = $$"""
            query ($acts: [Act!], $bucket: TimeBucket!, $from: TimeBound, $to: TimeBound, $fill: Boolean, $series: AccusationSeries, $top: Int, $rollUp: RollUp) {
              accusationTimeline(acts: $acts, bucket: $bucket, from: $from, to: $to, fill: $fill, series: $series, top: $top, rollUp: $rollUp) {
                time series seriesKey isOther accusations claims evidence } }
            """;
        Dictionary<string, object?> variables = new()
        {
            ["bucket"] = asked.Bucket,
            ["series"] = asked.Series,
            ["rollUp"] = asked.RollUp,
            ["top"] = asked.Top,
            ["fill"] = asked.IsFilled,
            ["from"] = Given(asked.From, random, daysAfter: 0),
            ["to"] = Given(asked.To, random, daysAfter: 1),
        };
        if (!isLeftOut) variables["acts"] = asked.Kinds;
        var answer = await api.ValueAsync(query, variables);
        Assert.Equal(string.Join('\n', asked.Rows()), string.Join('\n', answer.EnumerateArray()));

        var notes = await api.ValueAsync("query ($acts: [Act!]) { accusationTimelineNotes(acts: $acts) { undated } }", isLeftOut ? null : new { acts = asked.Kinds });
        var kinds = isLeftOut ? ["ACCUSE"] : asked.Kinds;
        Assert.Equal(news.Acts.Count(act => act.Day is null && (kinds is null || kinds.Contains(act.Kind))), notes.GetProperty("undated").GetInt32());
    }

    // A day, an instant, or milliseconds as number or text; the instant after the last day is not inside.
    private static object? Given(DateOnly? bound, Random random, int daysAfter)
    {
        if (bound is not { } day) return null;
        var instant = new DateTimeOffset(day.AddDays(daysAfter).ToDateTime(default), TimeSpan.Zero);
        return random.Next(4) switch
        {
            0 => day.ToString("yyyy-MM-dd"),
            1 => instant.ToOffset(TimeSpan.FromHours(2)).ToString("yyyy-MM-dd'T'HH:mm:sszzz"),
            2 => instant.ToUnixTimeMilliseconds(),
            _ => instant.ToUnixTimeMilliseconds().ToString(),
        };
    }
}

/// <summary>A timeline, worked out in plain C#.</summary>
internal sealed record PlainTimeline(PlainNews News)
{
    public required string Bucket { get; init; }

    public required string Series { get; init; }

    public required string RollUp { get; init; }

    public required int Top { get; init; }

    public required bool IsFilled { get; init; }

    public required DateOnly? From { get; init; }

    public required DateOnly? To { get; init; }

    public required string[]? Kinds { get; init; }

    public IEnumerable<string> Rows()
    {
        DateOnly? first = From is { } from ? Begin(from) : null, after = To is { } to ? Next(Begin(to)) : null;
        var acts = News.Acts.Where(act => act.Day is { } day && (Kinds is null || Kinds.Contains(act.Kind)) && !(day < first) && !(day >= after))
            .ToList();
        var members = acts.SelectMany(act => SeriesOf(act).Select(series => (Act: act, Series: series)));
        var ranked = members.GroupBy(member => member.Series, member => member.Act)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Text, Comparer<string?>.Create(PlainCounts.Compare))
            .ThenBy(group => group.Key.Key, Comparer<string?>.Create(PlainCounts.Compare)).ToList();
        var shown = ranked.Take(Series == "NONE" ? 1 : Top).Select(group => (group.Key.Text, group.Key.Key, IsOther: false, Acts: group.ToList())).ToList();
        if (Series != "NONE" && ranked.Count > Top) shown.Add(("other", null, true, ranked.Skip(Top).SelectMany(group => group).Distinct().ToList()));
        if (Series == "NONE" && shown.Count == 0) shown.Add((null, null, false, []));

        var times = acts.Select(act => Begin(act.Day!.Value)).Distinct().Order().ToList();
        if (IsFilled)
        {
            var last = after is null ? times.Cast<DateOnly?>().LastOrDefault() : Begin(after.Value.AddDays(-1));
            first ??= times.Cast<DateOnly?>().FirstOrDefault();
            times = [];
            for (var time = first; last is not null && time <= last; time = Next(time.Value)) times.Add(time.Value);
        }

        foreach (var time in times)
        {
            foreach (var (text, key, isOther, all) in shown)
            {
                var here = all.Where(act => Begin(act.Day!.Value) == time).ToList();
                if (here.Count > 0 || IsFilled)
                    yield return $"{{\"time\":\"{time:yyyy-MM-dd}T00:00:00.000Z\",\"series\":{Quoted(text)},\"seriesKey\":{Quoted(key)},\"isOther\":{(isOther ? "true" : "false")},"
                        + $"\"accusations\":{here.Count},\"claims\":{PlainCounts.Claims(here)},\"evidence\":{PlainCounts.Evidence(here)}}}";
            }
        }
    }

    private IEnumerable<(string? Text, string? Key)> SeriesOf(PlainNewsAct act)
    {
        var counts = new PlainCounts(News);
        HashSet<(string? Text, string? Key)> all = [.. Series switch
        {
            "ACCUSER" => counts.By(act, RollUp).Select(Named),
            "ACCUSED" => counts.Against(act, RollUp).Select(Named),
            "PAIR" => counts.By(act, RollUp).SelectMany(_ => counts.Against(act, RollUp), (by, against) =>
                ((string?)$"{News.Actors[by].Name} → {News.Actors[against].Name}", (string?)$"{by} → {against}")),
            "ACT" => [(act.Kind, act.Kind)],
            "MATTER_TYPES" => act.MatterTypes.Select(type => ((string?)type, (string?)type)),
            "PUBLISHER" => act.Evidence.Select(evidence => News.Publishers[evidence]).OfType<string>().Select(Named),
            "DATASET" => act.Dataset is null ? [] : [((string?)News.Datasets[act.Dataset], (string?)act.Dataset)],
            _ => [],
        }];
        return all.Count > 0 ? all : [(null, null)];
    }

    private (string?, string?) Named(string actor) => (News.Actors[actor].Name, actor);

    private DateOnly Begin(DateOnly day) => Bucket switch
    {
        "DAY" => day,
        "WEEK" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        "MONTH" => new(day.Year, day.Month, 1),
        "QUARTER" => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        _ => new(day.Year, 1, 1),
    };

    private DateOnly Next(DateOnly begin) => Bucket switch
    {
        "DAY" => begin.AddDays(1),
        "WEEK" => begin.AddDays(7),
        "MONTH" => begin.AddMonths(1),
        "QUARTER" => begin.AddMonths(3),
        _ => begin.AddYears(1),
    };

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";
}

public sealed class SqliteTimelines() : TimelineProperties<SqliteStores>(graphs: 12, questions: 80);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jTimelines() : TimelineProperties<Neo4jStoresOfTheSecond>(graphs: 1, questions: 15);
