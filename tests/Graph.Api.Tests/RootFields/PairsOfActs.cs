using Graph.Api.Sdl;
using Graph.Api.Tests.Answers;

namespace Graph.Api.Tests.RootFields;

/// <summary>Acts counted by pairs of actors, as they are asked for.</summary>
public sealed class PairsOfActs
{
    private readonly TestApi api = new();

    [Fact]
    public void AreInTheSchema()
    {
        var text = SchemaText.Of(Domains.Accusations).Text;
        Assert.Contains(
            "  whoAccusedWhom(where: AccusationWhere, acts: [Act!] = [ACCUSE], rollUp: RollUp = NONE, sort: [AccusationPairSort!], limit: Int = 50, offset: Int): [AccusationPair!]!\n",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void HaveNothingThatTheOntologyLeavesOut()
    {
        var text = SchemaText.Of(Domains.Films).Text;
        Assert.Contains(
            "  whoCastWhom(where: CastingWhere, acts: [Outcome!] = [GIVEN], sort: [CastingPairSort!], limit: Int = 50, offset: Int): [CastingPair!]!\n",
            text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("enum RollUp", text, StringComparison.Ordinal);
        var pair = text[text.IndexOf("type CastingPair {", StringComparison.Ordinal)..];
        pair = pair[..pair.IndexOf('}')];
        foreach (var name in new[] { "caster: Maker!", "castMember: Maker!", "castings: Int!", "answered: Int!", "denied: Int!", "first: Date" })
            Assert.Contains($"  {name}\n", pair, StringComparison.Ordinal);
        foreach (var name in new[] { "claims", "evidence" }) Assert.DoesNotContain(name, pair, StringComparison.Ordinal);
    }

    [Fact]
    public void AreReadFromTheTalliesWhereTheseSayAll() => Assert.Equal(
        """
        pairs of Accusation from the tallies
          of the counted kind
          by Acts descending
          first $0
          By
            name
          Against
            id
          Acts
          self
        parameters $0: Int

        """,
        api.Plan("{ whoAccusedWhom { accuser { name } accused { id } accusations isSelf } }"));

    [Theory]
    [InlineData("""where: { id: { eq: "x" } }""", "accusations")]
    [InlineData("acts: null", "accusations")]
    [InlineData("acts: [ACCUSE, DENY]", "accusations")]
    [InlineData("rollUp: PRINCIPAL", "accusations")]
    [InlineData("sort: { claims: ASC }", "accusations")]
    [InlineData("limit: 3", "evidence")]
    public void AreCountedWhereTheTalliesSayNotAll(string arguments, string figure) =>
        Assert.DoesNotContain("from the tallies", api.Plan($"{{ whoAccusedWhom({arguments}) {{ {figure} }} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("where: {}")]
    [InlineData("acts: ACCUSE")]
    [InlineData("acts: [ACCUSE], rollUp: NONE, sort: [{ last: ASC }, { accuser: DESC }]")]
    [InlineData("rollUp: null, sort: [{}, { first: null }]")]
    public void AreReadFromTheTalliesHoweverThatIsSaid(string arguments) =>
        Assert.Contains("from the tallies", api.Plan($"{{ whoAccusedWhom({arguments}) {{ first last }} }}"), StringComparison.Ordinal);

    [Fact]
    public void AreOrderedByEachKeyOnce() => Assert.Contains(
        "  by By descending, Denied\n",
        api.Plan("{ whoAccusedWhom(sort: [{ accuser: DESC }, { denied: ASC }, { accuser: ASC }]) { denied } }"),
        StringComparison.Ordinal);

    [Fact]
    public void KeepTheOrderOfTheSelection() => Assert.Equal(
        """{"data":{"w":[{"n":3,"__typename":"AccusationPair","a":{"__typename":"State","id":"x"},"isSelf":true,"first":null,"b":{"id":"x"}}]}}""",
        api.Answer(
            "{ w: whoAccusedWhom { n: accusations __typename a: accuser { __typename id } ... { isSelf } first b: accuser { id } } }",
            $"""[3,[{Domains.Accusations.FindNodeType("State")!.Ordinal},"x"],true,null,["x"]]"""));

    [Fact]
    public void NameTheActorThatLacksAValue()
    {
        api.Store.Again = ["""[["x",null]]"""];
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Person.name. The node `x` has no value there: give it one in the store.","locations":[{"line":1,"column":30}],"path":["whoAccusedWhom",0,"accuser","name"]}],"data":null}""",
            api.Answer("{ whoAccusedWhom { accuser { name } } }", "[[null]]"));
    }

    [Theory]
    [InlineData("limit: -1", "`limit` of `whoAccusedWhom` is -1: it must be 0 or more.")]
    [InlineData("offset: -1", "`offset` of `whoAccusedWhom` is -1: it must be 0 or more.")]
    [InlineData("acts: [BLAME]", "Value \\\"BLAME\\\" does not exist in \\\"Act\\\" enum.")]
    public void RefuseWhatIsOutOfRange(string arguments, string sentence) =>
        Assert.Contains(sentence, api.Ask($"{{ whoAccusedWhom({arguments}) {{ isSelf }} }}"), StringComparison.Ordinal);

    [Fact]
    public void AreAtMostTenThousandWhereTheLimitIsNull()
    {
        api.Ask("{ whoAccusedWhom(limit: null) { isSelf } }");
        Assert.Equal([10_000], api.Values);
    }

    [Fact]
    public async Task AreCountedInAnotherDomain()
    {
        await using var graph = new ImportedGraph();
        await File.WriteAllTextAsync(graph.File, Castings.Records);
        await graph.ImportAsync(Domains.Films);
        Assert.Equal(
            """{"data":{"whoCastWhom":[{"caster":{"name":"Ann","born":"1950-02-28"},"castMember":{"name":"Bo"},"castings":1,"answered":1,"denied":1,"first":"2001-05-06","last":"2001-05-06","isSelf":false},{"caster":{"name":"Bo","born":null},"castMember":{"name":"Bo"},"castings":1,"answered":0,"denied":0,"first":null,"last":null,"isSelf":true}]}}""",
            graph.Ask("{ whoCastWhom { caster { name ... on Artist { born } } castMember { name } castings answered denied first last isSelf } }"));
    }
}
