using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Tests;

/// <content>Orders by keys of the one related node, and conditions on the number of related nodes.</content>
public abstract partial class ReadingContract<TStores>
{
    [StoreFact]
    public async Task NodesAreOrderedByAPropertyOfTheOneRelatedNode()
    {
        Assert.Equal(["f1", "f2", "f4", "f3", "f5"], await IdsAsync("Film", null, [OfStudio(Up("Studio.name")), Up("Film.id")]));
        Assert.Equal(["f3", "f5", "f4", "f1", "f2"], await IdsAsync("Film", null, [OfStudio(Down("Studio.name")), Up("Film.id")]));
        Assert.Equal(["f5", "f3", "f4", "f2", "f1"], await IdsAsync("Film", null, [OfStudio(Down("Studio.name")), Down("Film.id")]));
    }

    [StoreFact]
    public async Task AKeyOfTheRelatedNodeMayBeACountOrLieFurtherAway()
    {
        var films = new RelatedCountSort(Field("Studio.films"), Descending: true);
        Assert.Equal(["f3", "f5", "f1", "f2", "f4"], await IdsAsync("Film", null, [OfStudio(films), Up("Film.id")]));
        var original = new RelatedSort(Field("Film.remakeOf"), OfStudio(Up("Studio.name")));
        Assert.Equal(["f5", "f3", "f4", "f2", "f1"], await IdsAsync("Film", null, [original, Down("Film.id")]));
        Assert.Equal(["f1", "f2"], await IdsAsync("Film", null, [original, OfStudio(films), Up("Film.id")], new(Limit: Int(2), Offset: Int(2))));
    }

    [StoreTheory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task EveryPositionDividesAnOrderByTheRelatedNode(bool descending, bool tieDescending)
    {
        SortKey[] sort = [OfStudio(new PropertySort(Property("Studio.name"), descending)), new PropertySort(Property("Film.id"), tieDescending)];
        var all = await IdsAsync("Film", null, sort);
        for (var i = 0; i < all.Length; i++)
        {
            var studio = all[i] switch { "f1" or "f2" => "First", "f4" => "Second", _ => null };
            var position = new Keyset([studio is null ? null : Value(ScalarKind.String, studio), Value(ScalarKind.Id, all[i])]);
            Assert.Equal(all[(i + 1)..], await IdsAsync("Film", null, sort, new(After: position)));
            Assert.Equal(all[..i], await IdsAsync("Film", null, sort, new(Before: position)));
            Assert.Equal(all[Math.Max(0, i - 2)..i], await IdsAsync("Film", null, sort, new(Limit: Int(2), Before: position, FromEnd: true)));
        }
    }

    [StoreFact]
    public async Task ACursorsValuesOfTheRelatedNodeAreAnswered() => Assert.Equal(
        ["""["f1","First",2]""", """["f3",null,null]"""],
        await ReadAsync(
            "Film",
            Any(Is("Film.id", "f1"), Is("Film.id", "f3")),
            [Up("Film.id")],
            Select(
                Get("Film.id"),
                new RelatedKeyColumn(OfStudio(Up("Studio.name"))),
                new RelatedKeyColumn(OfStudio(new RelatedCountSort(Field("Studio.films"), Descending: false))))));

    [StoreFact]
    public async Task RelatedListsAndEdgesAreOrderedByTheRelatedNodeToo()
    {
        SortKey[] sort = [OfStudio(Down("Studio.name")), Up("Film.id")];
        var page = new Page(Limit: Int(2));
        Assert.Equal(
            ["""[[["f2"],["f1"]]]"""],
            await ReadAsync(
                "Player",
                Is("Player.id", "p1"),
                [Up("Player.id")],
                Select(List("Player.films", [OfStudio(Up("Studio.name")), Down("Film.id")], Select(Get("Film.id")), page: page))));
        Assert.Equal(
            ["""[[[["f3"],["f5"]],null,null]]"""],
            await ReadAsync(
                "Film",
                Is("Film.id", "f1"),
                [Up("Film.id")],
                Select(Connection("Film.remakes", new(sort, page, Select(Get("Film.id")))))));
    }

    [StoreFact]
    public async Task NodesAreFoundByTheNumberOfDifferentRelatedNodes()
    {
        Assert.Equal(["f1", "f2"], await IdsAsync("Film", Count("Film.artists", ComparisonOperator.GreaterOrEqual, 2)));
        Assert.Equal(["f3", "f5"], await IdsAsync("Film", Count("Film.artists", ComparisonOperator.Equal, 0)));
        Assert.Equal(["a2"], await IdsAsync("Award", All(Count("Award.artists", ComparisonOperator.Equal, 1), Count("Award.films", ComparisonOperator.Equal, 0))));
    }

    private RelatedSort OfStudio(SortKey key) => new(Field("Film.studio"), key);

    private Filter Count(string field, ComparisonOperator comparison, int number) =>
        new AggregateComparison(Field(field), new(AggregateFunction.CountNodes, null), comparison, Int(number));
}
