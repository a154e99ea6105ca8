using Graph.Api.RootFields;
using Graph.Api.Sdl;
using Graph.Api.Tests.Answers;

namespace Graph.Api.Tests.RootFields;

/// <summary>A kind of root field that only the tests have, of any domain, with nothing else changed for it.</summary>
public sealed class NewRootField
{
    private static readonly GraphApiOptions Options = new() { RootFields = [.. RootFieldList.Kinds, ToyField.Of] };

    private readonly TestApi api = new(options: Options);

    [Fact]
    public void IsInTheSchemaWithItsTypes()
    {
        var text = SchemaText.Of(Domains.Accusations, RootFieldList.Of(Domains.Accusations, Options.RootFields), []).Text;
        Assert.Contains("  accusationsByDay(limit: Int = 2): AccusationsByDay!\n", text, StringComparison.Ordinal);
        Assert.Contains("type AccusationOfADay {\n  id: ID!\n  day: Date!\n}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("claimsByDay", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AsksOnlyForWhatIsSelected()
    {
        Assert.Equal(
            """
            list of Accusation
              where not saidOn missing
              by saidOn descending, id
              first $0
              id
            parameters $0: Int

            """,
            api.Plan("{ accusationsByDay { latest { id } } }"));
        api.Store.Compiled.Clear();
        api.Ask("{ accusationsByDay { undated latest { day } } }");
        Assert.Equal(2, api.Store.Compiled.Count);
    }

    [Fact]
    public void KeepsTheOrderOfTheSelection() => Assert.Equal(
        """{"data":{"a":{"__typename":"AccusationsByDay","rows":[{"d":"2025-01-01","id":"x","__typename":"AccusationOfADay"}]}}}""",
        api.Answer("{ a: accusationsByDay { __typename rows: latest { d: day id __typename } } }", """["2025-01-01","x"]"""));

    [Fact]
    public void NamesTheNodeThatHasNoValue()
    {
        api.Store.Again = ["""["x",null]"""];
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field AccusationOfADay.day. The node `x` has no value there: give it one in the store.","locations":[{"line":1,"column":31}],"path":["accusationsByDay","latest",0,"day"]}],"data":null}""",
            api.Answer("{ accusationsByDay { latest { day } } }", "[null]"));
    }

    [Fact]
    public void RefusesWhatItsArgumentsMayNotBe() => Assert.Contains(
        "`limit` of `accusationsByDay` is -1: it must be 0 or more.",
        api.Ask("{ accusationsByDay(limit: -1) { latest { id } } }"),
        StringComparison.Ordinal);

    [Fact]
    public void IsWeighedBeforeItRuns()
    {
        var limited = new TestApi(options: Options, limits: new() { MaxCost = 1_000 });
        Assert.Contains(
            "The operation may cost 12003: 3 for the objects it asks for and 12000 for finding them; at most 1000 is allowed. Most of it is the counts",
            limited.Ask("{ accusationsByDay { latest { day } undated } }"),
            StringComparison.Ordinal);
        Assert.Empty(limited.Store.Readings);
    }

    [Fact]
    public async Task IsAnsweredByTheStoreOfAnotherDomain()
    {
        await using var graph = new ImportedGraph();
        await File.WriteAllTextAsync(graph.File, """
            {"type":"node","id":"ann","labels":["Artist","Maker"],"properties":{"id":"ann","name":"Ann","born":"1950-02-28"}}
            {"type":"node","id":"bo","labels":["Artist","Maker"],"properties":{"id":"bo","name":"Bo"}}
            {"type":"node","id":"cy","labels":["Artist","Maker"],"properties":{"id":"cy","name":"Cy","born":"1960-01-01"}}
            {"type":"node","id":"di","labels":["Artist","Maker"],"properties":{"id":"di","name":"Di","born":"1940-01-01"}}
            """);
        await graph.ImportAsync(Domains.Films, Options);

        Assert.Equal(
            """{"data":{"artistsByDay":{"latest":[{"id":"cy","day":"1960-01-01"},{"id":"ann","day":"1950-02-28"}],"undated":1}}}""",
            graph.Ask("{ artistsByDay { latest { id day } undated } }"));
        Assert.Equal(
            """{"data":{"artistsByDay":{"undated":1,"latest":[{"id":"cy"}]}}}""",
            graph.Ask("query ($n: Int) { artistsByDay(limit: $n) { undated latest { id } } }", """{ "n": 1 }"""));
    }
}
