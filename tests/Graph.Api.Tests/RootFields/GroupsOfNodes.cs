using Graph.Api.Sdl;
using Graph.Api.Tests.Answers;

namespace Graph.Api.Tests.RootFields;

public sealed class GroupsOfNodes
{
    private readonly TestApi api = new();

    [Fact]
    public void AreOfferedForNodeTypesUnderTheirNames()
    {
        var text = SchemaText.Of(Domains.Films).Text;
        Assert.Contains(
            "  filmGroups(where: FilmWhere, by: [FilmGroupKey!]!, includeMissing: Boolean = true, having: FilmGroupHaving, sort: [FilmGroupSort!], limit: Int = 100, offset: Int): [FilmGroup!]!\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("input FilmGroupKey @oneOf {\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("makerGroups", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AreOneQuery() => Assert.Equal(
        """
        groups of Accusation
          where act Equal $0
          key Month of saidOn
          key Accusation.evidence then Evidence.document then Document.publisher
          without missing keys
          having (count GreaterOrEqual $1 and Max(saidOn) Greater $2 and Average(confidence) Less $3)
          by Average(confidence) descending, key 0, key 1
          first $4 from $5
          Value of key 0
          Value of key 0
          Value of key 1
          Id of key 1
          Type of key 1
          count
          count of Accusation.accusers
          Min(saidOn)
        parameters $0: Enum, $1: Int, $2: Date, $3: Float, $4: Int, $5: Int

        """,
        api.Plan(
            """
            { accusationGroups(
                where: { act: { eq: ACCUSE } }
                by: [{ time: { property: SAID_ON, bucket: MONTH } }, { related: { to: EVIDENCE, then: [DOCUMENT, PUBLISHER] } }]
                includeMissing: false
                having: { count: { gte: 2 }, average: [{ of: CONFIDENCE, is: { lt: 0.5 } }], max: { of: SAID_ON, is: { gt: "2025-01-01" } } }
                sort: [{ average: { of: CONFIDENCE, order: DESC } }, { key: { at: 0 } }]
                limit: 5 offset: 2
              ) { keys { text time id type } count related(of: ACCUSERS) min(of: SAID_ON) } }
            """));

    [Fact]
    public void TakeEverythingFromVariables()
    {
        Assert.Equal(
            """
            groups of Accusation
              key Accusation.evidence then Evidence.document
              key act
              having (count of Accusation.evidence In $0 or not Min(confidence) missing)
              by key 0 where $1 is 0 descending, key 1 where $1 is 1 descending, key 0, key 1
              first $2
              Average(confidence)
            parameters $0: Int list, $1: Int, $2: Int

            """,
            api.Plan(
                """
                query ($by: [AccusationGroupKey!]!, $having: AccusationGroupHaving, $sort: [AccusationGroupSort!], $of: AccusationGroupNumber!, $limit: Int) {
                  accusationGroups(by: $by, having: $having, sort: $sort, limit: $limit) { average(of: $of) } }
                """,
                """
                { "by": [{ "related": { "to": "EVIDENCE", "then": ["DOCUMENT"] } }, { "property": "ACT" }], "of": "CONFIDENCE", "limit": null,
                  "having": { "OR": [{ "related": [{ "of": "EVIDENCE", "is": { "in": [1, 2] } }] }, { "NOT": { "min": [{ "of": "CONFIDENCE", "is": null }] } }] },
                  "sort": [{ "key": { "at": 1, "order": "DESC" } }] }
                """));
        Assert.Equal([1, 10_000], api.Values.OfType<int>());
    }

    [Fact]
    public void WriteKeysAndFiguresAsTheyAreSelected() => Assert.Equal(
        """
        {"data":{"g":[{"n":2,"keys":[{"text":"2025-01-01","t":"2025-01-01T00:00:00.000Z","id":null},{"text":"1","t":null,"id":null}],"k":[{"__typename":"GroupKey"},{"__typename":"GroupKey"}],"least":"2025-01-02","most":null,"__typename":"AccusationGroup"},{"n":1,"keys":[{"text":null,"t":null,"id":null},{"text":null,"t":null,"id":null}],"k":[{"__typename":"GroupKey"},{"__typename":"GroupKey"}],"least":null,"most":0.5,"__typename":"AccusationGroup"}]}}
        """.Trim(),
        api.Answer(
            """
            query { g: accusationGroups(by: [{ time: { property: SAID_ON, bucket: YEAR } }, { property: CONFIDENCE }]) {
              n: count ...F k: keys { __typename } least: min(of: SAID_ON) most: max(of: CONFIDENCE) count @skip(if: true) __typename } }
            fragment F on AccusationGroup { keys { text ... @include(if: true) { t: time } id } }
            """,
            """[2,"2025-01-01","2025-01-01",1,"2025-01-02",null]""",
            """[1,null,null,null,null,0.5]"""));

    [Theory]
    [InlineData("by: []", "`by` of `accusationGroups` has 0 keys: give one to 3.")]
    [InlineData("by: [{ property: ACT }, { property: ACT }, { property: ACT }, { property: ACT }]", "`by` of `accusationGroups` has 4 keys: give one to 3.")]
    [InlineData(
        "by: [{ related: { to: ACCUSERS, then: [DOCUMENT] } }]",
        "`then` of a key of `accusationGroups` goes on along DOCUMENT, which Actor does not have: from there go MADE, SPOKEN_FOR, ACCUSED_IN, ACCUSES, ACCUSED_BY, TOOK_PART_IN, DATASETS.")]
    [InlineData(
        "by: [{ related: { to: ANSWERS, then: [ANSWERS, ANSWERS, ANSWERS] } }]",
        "`then` of a key of `accusationGroups` has 3 steps: give at most 2.")]
    [InlineData("by: [{ property: ACT }], sort: [{ key: { at: 1 } }]", "`at` of `accusationGroups` is 1: it must be 0 or less.")]
    [InlineData("by: [{ property: ACT }], sort: [{ key: { at: -1 } }]", "`at` of `accusationGroups` is -1: it must be 0 or more.")]
    [InlineData(
        "by: [{ property: ACT }], having: { min: [{ of: SAID_ON, is: { gt: 5 } }] }",
        "`having` of `accusationGroups` compares SAID_ON with 5: give a day of the years 1 to 9999.")]
    [InlineData(
        "by: [{ property: ACT }], having: { max: [{ of: CONFIDENCE, is: { in: [0.5, \"high\"] } }] }",
        "`having` of `accusationGroups` compares CONFIDENCE with \\\"high\\\": give a finite number.")]
    public void RefuseWhatCannotBeGrouped(string arguments, string sentence)
    {
        Assert.Contains($"\"message\":\"{sentence}\"", api.Ask($"{{ accusationGroups({arguments}) {{ count }} }}"), StringComparison.Ordinal);
        Assert.Empty(api.Store.Readings);
    }

    [Theory]
    [InlineData("""{ "at": 2 }""", "`at` of `accusationGroups` is 2: it must be 1 or less.")]
    [InlineData("""{ "value": "soon" }""", "`having` of `accusationGroups` compares SAID_ON with \\\"soon\\\": give a day of the years 1 to 9999.")]
    public void RefuseTheSameInVariables(string variables, string sentence) => Assert.Contains(
        $"\"message\":\"{sentence}\"",
        api.Ask(
            """
            query ($at: Int! = 0, $value: Value = "2025-01-01") { accusationGroups(
              by: [{ property: ACT }, { property: METHOD }], sort: { key: { at: $at } }, having: { min: { of: SAID_ON, is: { gt: $value } } }) { count } }
            """,
            variables),
        StringComparison.Ordinal);

    [Fact]
    public void AreWeighedByTheirCombinations()
    {
        var limited = new TestApi(limits: new() { MaxCost = 50_000 });
        Assert.Contains(
            "Most of it is the grouping of accusations: give fewer keys, or keys that lead to fewer nodes, or narrow the nodes down with `where`.",
            limited.Ask("{ accusationGroups(by: [{ related: { to: ACCUSERS } }, { related: { to: ACCUSED } }, { related: { to: EVIDENCE } }]) { count } }"),
            StringComparison.Ordinal);
        Assert.Empty(limited.Store.Readings);
    }

    [Fact]
    public async Task AreAnsweredOfAnotherDomain()
    {
        await using var graph = new ImportedGraph();
        await File.WriteAllTextAsync(graph.File, """
            {"type":"node","id":"ann","labels":["Artist","Maker"],"properties":{"id":"ann","name":"Ann","born":"1950-02-28"}}
            {"type":"node","id":"bo","labels":["Artist","Maker"],"properties":{"id":"bo","name":"Bo"}}
            {"type":"node","id":"cy","labels":["Artist","Maker"],"properties":{"id":"cy","name":"Cy","born":"1950-12-31"}}
            """);
        await graph.ImportAsync(Domains.Films);
        Assert.Equal(
            """{"data":{"artistGroups":[{"keys":[{"text":"1950-01-01"}],"count":2},{"keys":[{"text":null}],"count":1}]}}""",
            graph.Ask("{ artistGroups(by: { time: { property: BORN, bucket: YEAR } }) { keys { text } count } }"));
        Assert.Equal("""{"data":{"artistGroups":[]}}""", graph.Ask("{ artistGroups(by: { property: NAME }, limit: 0) { count } }"));
    }
}
