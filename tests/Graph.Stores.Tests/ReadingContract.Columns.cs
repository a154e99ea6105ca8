using Graph.Model.Queries;

namespace Graph.Stores.Tests;

public abstract partial class ReadingContract<TStores>
{
    [StoreFact]
    public async Task EveryKindOfValueIsPrintedAsTheApiPrintsIt() => Assert.Equal(
        ["""["f1","Dawn","1950-01-01","1950-01-01T20:00:00.123Z",90,"9007199254740993",7.5,false,"DRAMA",["DRAMA","NOIR"],[1,2.5]]"""],
        await FilmAsync("f1", EveryProperty()));

    [StoreFact]
    public async Task MissingValuesAreNullAndRequiredListsEmpty() =>
        Assert.Equal(["""["f3","dawn again",null,null,null,null,null,null,null,[],null]"""], await FilmAsync("f3", EveryProperty()));

    [StoreFact]
    public async Task TextIsEscapedOnlyWhereJsonDemandsIt() => Assert.Equal(
        ["""["A \"quoted\" \\ title\nover\u0001lines"]""", """["Ünder 🕊 sky"]"""],
        await ReadAsync("Film", Is("Film.id", ComparisonOperator.In, new object[] { "f4", "f5" }), ById("Film"), Select(Get("Film.title"))));

    [StoreFact]
    public async Task FloatsArePrintedAsJavaScriptPrintsThem() => Assert.Equal(
        ["[0.30000000000000004]", "[1]", "[7.5]", "[1e+21]", "[null]"],
        await ReadAsync("Film", null, [Up("Film.rating")], Select(Get("Film.rating"))));

    [StoreFact]
    public async Task ARowWithoutColumnsIsAnEmptyList() =>
        Assert.Equal(["[]", "[]", "[]"], await ReadAsync("Studio", null, ById("Studio"), Select()));

    [StoreFact]
    public async Task AnInterfaceAnswersItsNodesWithTheirTypes() => Assert.Equal(
        [$"""[{Type("Player").Ordinal},"p1"]""", $"""[{Type("Troupe").Ordinal},"t1"]"""],
        await ReadAsync(
            "Artist",
            Is("Artist.id", ComparisonOperator.In, new object[] { "p1", "t1", "f1" }),
            ById("Artist"),
            Select(new TypeColumn(), Get("Artist.id"))));

    [StoreFact]
    public async Task ATypeOfAnInterfaceAnswersItsOwnNodesOnly() =>
        Assert.Equal(
            [$"""["t1",{Type("Troupe").Ordinal}]""", $"""["t2",{Type("Troupe").Ordinal}]"""],
            await ReadAsync("Troupe", null, ById("Troupe"), Select(Get("Troupe.id"), new TypeColumn())));

    [StoreFact]
    public async Task AColumnOfSomeTypesIsNullForTheOthers() => Assert.Equal(
        ["""["p1","1900-05-01",null,["Countess","A.L."]]""", """["t1",null,12,null]"""],
        await ReadAsync(
            "Artist",
            Is("Artist.id", ComparisonOperator.In, new object[] { "p1", "t1" }),
            ById("Artist"),
            Select(Get("Artist.id"), Get("Player.born", "Player"), Get("Troupe.size", "Troupe"), Get("Artist.aliases", "Player"))));

    [StoreFact]
    public async Task ARelatedListOfSomeTypesIsNullForTheOthers() => Assert.Equal(
        ["""["p1",null]""", """["t1",[["f2"]]]"""],
        await ReadAsync(
            "Artist",
            Is("Artist.id", ComparisonOperator.In, new object[] { "p1", "t1" }),
            ById("Artist"),
            Select(
                Get("Artist.id"),
                new RelatedListColumn(Field("Troupe.films"), null, [Up("Film.id")], Whole, Select(Get("Film.id")), [Type("Troupe")]))));

    [StoreFact]
    public async Task ANodeThatSeveralRelationshipsLeadToIsListedOnce() =>
        Assert.Equal(["""[[["p1"],["p2"]]]"""], await FilmAsync("f1", List("Film.artists", ById("Artist"), Select(Get("Artist.id")))));

    [StoreFact]
    public async Task NothingRelatedIsAnEmptyList() =>
        Assert.Equal(["[[],null]"], await FilmAsync(
            "f5",
            List("Film.artists", ById("Artist"), Select(Get("Artist.id"))),
            new RelatedOneColumn(Field("Film.studio"), Select(Get("Studio.id")))));

    [StoreFact]
    public async Task RelatedListsFilterSortAndCutByThemselves() => Assert.Equal(
        ["""["s1",[["f2"]]]""", """["s2",[["f4"]]]""", """["s3",[]]"""],
        await ReadAsync(
            "Studio",
            null,
            ById("Studio"),
            Select(
                Get("Studio.id"),
                List(
                    "Studio.films",
                    [Down("Film.released"), Up("Film.id")],
                    Select(Get("Film.id")),
                    No(IsMissing("Film.genre")),
                    new(Limit: Int(1))))));

    [StoreFact]
    public async Task RelatedListsNestToAnyDepth() => Assert.Equal(
        ["""["First",[["Dawn",[["Ada",[["Gold",[["Dawn"],["Dusk"]]]]],["Émile",[]]]],["Dusk",[["Ada",[["Gold",[["Dawn"],["Dusk"]]]]],["Blue Troupe",[["Silver",[]]]]]]]]"""],
        await ReadAsync(
            "Studio",
            Is("Studio.id", "s1"),
            ById("Studio"),
            Select(
                Get("Studio.name"),
                List("Studio.films", ById("Film"), Select(
                    Get("Film.title"),
                    List("Film.artists", ById("Artist"), Select(
                        Get("Artist.name"),
                        List("Artist.awards", ById("Award"), Select(
                            Get("Award.name"),
                            List("Award.films", ById("Film"), Select(Get("Film.title"))))))))))));

    [StoreFact]
    public async Task ARelationshipThatStartsInSeveralFamiliesLeadsToTheAskedOne() => Assert.Equal(
        ["""[[["f1"],["f2"]],[["p1"]]]""", """[[],[["t1"]]]"""],
        await ReadAsync(
            "Award",
            null,
            ById("Award"),
            Select(List("Award.films", ById("Film"), Select(Get("Film.id"))), List("Award.artists", ById("Artist"), Select(Get("Artist.id"))))));

    [StoreFact]
    public async Task AOneToOneRelationshipIsARow() => Assert.Equal(
        ["""["f1",["First"],null]""", """["f3",null,["Dawn"]]"""],
        await ReadAsync(
            "Film",
            Is("Film.id", ComparisonOperator.In, new object[] { "f1", "f3" }),
            ById("Film"),
            Select(
                Get("Film.id"),
                new RelatedOneColumn(Field("Film.studio"), Select(Get("Studio.name"))),
                new RelatedOneColumn(Field("Film.remakeOf"), Select(Get("Film.title"))))));

    [StoreFact]
    public async Task ARelatedCountCountsNodesOnce() => Assert.Equal(
        ["[2,2,1]"],
        await FilmAsync(
            "f1",
            new RelatedCountColumn(Field("Film.artists")),
            new RelatedCountColumn(Field("Film.remakes")),
            new RelatedCountColumn(Field("Film.awards"))));

    [StoreFact]
    public async Task ARelatedCountOfOneFamilyLeavesTheOthersOut() =>
        Assert.Equal(["[2,1]", "[0,1]"], await ReadAsync(
            "Award",
            null,
            ById("Award"),
            Select(new RelatedCountColumn(Field("Award.films")), new RelatedCountColumn(Field("Award.artists")))));

    [StoreFact]
    public async Task ManyColumnsAreNoMatter()
    {
        var columns = Enumerable.Repeat(Get("Film.id"), 300).ToArray();
        Assert.Equal([$"[{string.Join(",", Enumerable.Repeat("\"f1\"", 300))}]"], await FilmAsync("f1", columns));
    }

    private Column[] EveryProperty() =>
        [.. new[] { "id", "title", "released", "premiere", "minutes", "budget", "rating", "colour", "genre", "genres", "scores" }.Select(
            name => Get("Film." + name))];
}
