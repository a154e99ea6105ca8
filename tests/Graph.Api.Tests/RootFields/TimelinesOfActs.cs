using Graph.Api.Sdl;
using Graph.Api.Tests.Answers;

namespace Graph.Api.Tests.RootFields;

/// <summary>Acts counted over time, as they are asked for.</summary>
public sealed class TimelinesOfActs
{
    private readonly TestApi api = new();

    [Fact]
    public void AreInTheSchema()
    {
        var text = SchemaText.Of(Domains.Accusations).Text;
        Assert.Contains(
            "  accusationTimeline(where: AccusationWhere, acts: [Act!], bucket: TimeBucket!, from: TimeBound, to: TimeBound, fill: Boolean = true, series: AccusationSeries = NONE, top: Int = 10, rollUp: RollUp = NONE): [TimelineRow!]!\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("  accusationTimelineNotes(where: AccusationWhere, acts: [Act!] = [ACCUSE]): AccusationTimelineNotes!\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void CountEveryKindWhereKindsAreTheSeries()
    {
        Assert.Equal(
            """
            timeline of Accusation
              of the counted kind
              by Month
              first $1
              Acts
            parameters $0: Int, $1: Int

            """,
            api.Plan("{ accusationTimeline(bucket: MONTH) { accusations } }"));
        Assert.DoesNotContain("of the counted kind", api.Plan("{ accusationTimeline(bucket: MONTH, series: ACT) { accusations } }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""from: "2025-06-11", to: "2025-06-30" """, "2025-06-01", "2025-06-30")]
    [InlineData("""from: "2025-06-30T23:59:59Z", to: "2025-07-01T00:00:00Z" """, "2025-06-01", "2025-06-30")]
    [InlineData("""from: "2025-07-01T01:00:00+02:00", to: "2025-07-01T00:00:00.001Z" """, "2025-06-01", "2025-07-31")]
    [InlineData("""from: 1748736000000, to: "1751328000000" """, "2025-06-01", "2025-06-30")]
    [InlineData("""from: 1.748736e12, to: "9999-12-31" """, "2025-06-01", "9999-12-31")]
    public void WidenBoundsToWholeBuckets(string bounds, string first, string last)
    {
        api.Ask($"{{ accusationTimeline(bucket: MONTH, {bounds}) {{ time }} }}");
        Assert.Equal([DateOnly.Parse(first), DateOnly.Parse(last)], api.Values.OfType<DateOnly>());
    }

    [Theory]
    [InlineData("""from: "2025-07-01", to: "2025-06-30" """)]
    [InlineData("""from: "2025-07-01T00:00:00Z", to: "2025-07-01T00:00:00Z" """)]
    [InlineData("""from: "2025-07-01", to: 1751328000000""")]
    public void RefuseBoundsWithNothingBetween(string bounds) => Assert.Contains(
        "`from` of `accusationTimeline` is not before its `to`: give an earlier `from` or a later `to`; a day as `to` is still inside, an instant is not.",
        api.Ask($"{{ accusationTimeline(bucket: YEAR, {bounds}) {{ time }} }}"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("\"2025-02-30\"")]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("1e30")]
    public void RefuseWhatIsNoTime(string bound) => Assert.Contains(
        "Give a day such as \\\"2025-06-02\\\", a time with its offset such as \\\"2025-06-02T10:30:00Z\\\", or milliseconds since 1970.",
        api.Ask($"{{ accusationTimeline(bucket: YEAR, from: {bound}) {{ time }} }}"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("top: 101", "`top` of `accusationTimeline` is 101: it must be 100 or less.")]
    [InlineData("top: -1", "`top` of `accusationTimeline` is -1: it must be 0 or more.")]
    public void RefuseWhatIsOutOfRange(string arguments, string sentence) =>
        Assert.Contains(sentence, api.Ask($"{{ accusationTimeline(bucket: DAY, {arguments}) {{ time }} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("DAY", "take a larger `bucket` than DAY, such as WEEK, or bring `from` and `to` closer together, or name fewer series with `top`.")]
    [InlineData("YEAR", "rows of zeros included: bring `from` and `to` closer together, or name fewer series with `top`.")]
    public void RefuseMoreRowsThanAListMayHave(string bucket, string sentence)
    {
        api.Store.Rows = ["""["1990-01-01",1,"A","a",false]""", .. Enumerable.Range(2, 1200).Select(rank => $"""["9990-01-01",{rank},"B","b",false]""")];
        Assert.Contains(sentence, api.Ask($"{{ accusationTimeline(bucket: {bucket}, series: ACCUSER) {{ time }} }}"), StringComparison.Ordinal);
    }

    [Fact]
    public void FillWhatIsEmpty() => Assert.Equal(
        """{"data":{"accusationTimeline":[{"t":"2025-01-01T00:00:00.000Z","series":"A","k":"a","isOther":false,"n":2,"__typename":"TimelineRow"},{"t":"2025-01-01T00:00:00.000Z","series":"other","k":null,"isOther":true,"n":0,"__typename":"TimelineRow"},{"t":"2025-02-01T00:00:00.000Z","series":"A","k":"a","isOther":false,"n":0,"__typename":"TimelineRow"},{"t":"2025-02-01T00:00:00.000Z","series":"other","k":null,"isOther":true,"n":0,"__typename":"TimelineRow"},{"t":"2025-03-01T00:00:00.000Z","series":"A","k":"a","isOther":false,"n":0,"__typename":"TimelineRow"},{"t":"2025-03-01T00:00:00.000Z","series":"other","k":null,"isOther":true,"n":1,"__typename":"TimelineRow"}]}}""",
        api.Answer(
            "{ accusationTimeline(bucket: MONTH, series: ACCUSER) { t: time series k: seriesKey isOther n: accusations __typename } }",
            """["2025-01-01",1,"A","a",false,2]""",
            """["2025-03-01",2,null,null,true,1]"""));

    [Theory]
    [InlineData("""from: "2025-01-01", to: "2025-02-28" """, """[{"accusations":0},{"accusations":0}]""")]
    [InlineData("""from: "2025-01-01", to: "2025-02-28", series: ACCUSED""", "[]")]
    [InlineData("""from: "2025-01-01" """, "[]")]
    [InlineData("""from: "2025-01-01", to: "2025-02-28", fill: false""", "[]")]
    public void HaveOneSeriesWhereNothingMatches(string arguments, string rows) => Assert.Equal(
        $$$"""{"data":{"accusationTimeline":{{{rows}}}}}""",
        api.Answer($"{{ accusationTimeline(bucket: MONTH, {arguments}) {{ accusations }} }}"));

    [Fact]
    public async Task AreCountedInAnotherDomain()
    {
        await using var graph = new ImportedGraph();
        await File.WriteAllTextAsync(graph.File, Castings.Records);
        await graph.ImportAsync(Domains.Films);
        Assert.Equal(
            """{"data":{"castingTimeline":[{"time":"2001-04-01T00:00:00.000Z","series":"GIVEN","seriesKey":"GIVEN","castings":1},{"time":"2001-04-01T00:00:00.000Z","series":"REFUSED","seriesKey":"REFUSED","castings":1}],"castingTimelineNotes":{"undated":1,"__typename":"CastingTimelineNotes"}}}""",
            graph.Ask("{ castingTimeline(bucket: QUARTER, series: OUTCOME) { time series seriesKey castings } castingTimelineNotes { undated __typename } }"));
    }
}
