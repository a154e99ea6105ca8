using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Tests;

public abstract partial class ReadingContract<TStores>
{
    [StoreFact]
    public async Task MissingValuesAreTheGreatest()
    {
        Assert.Equal(["f1", "f4", "f2", "f5", "f3"], await IdsAsync("Film", null, [Up("Film.released"), Up("Film.id")]));
        Assert.Equal(["f3", "f5", "f2", "f1", "f4"], await IdsAsync("Film", null, [Down("Film.released"), Up("Film.id")]));
        Assert.Equal(["f3", "f5", "f2", "f4", "f1"], await IdsAsync("Film", null, [Down("Film.released"), Down("Film.id")]));
        Assert.Equal(["f5", "f3", "f4", "f1", "f2"], await IdsAsync("Film", null, [Down("Film.genre"), Down("Film.id")]));
    }

    [StoreFact]
    public async Task OrderIsBySeveralKeysInTurn()
    {
        Assert.Equal(["f1", "f5", "f2", "f3", "f4"], await IdsAsync("Film", null, [Up("Film.minutes"), Up("Film.colour"), Up("Film.id")]));
        Assert.Equal(["f4", "f3", "f2", "f5", "f1"], await IdsAsync("Film", null, [Down("Film.minutes"), Down("Film.colour"), Down("Film.id")]));
    }

    [StoreFact]
    public async Task NodesAreOrderedByTheNumberOfRelatedNodes()
    {
        Assert.Equal(
            ["f1", "f2", "f4", "f3", "f5"],
            await IdsAsync("Film", null, [new RelatedCountSort(Field("Film.artists"), Descending: true), Up("Film.id")]));
        Assert.Equal(
            ["s3", "s2", "s1"],
            await IdsAsync("Studio", null, [new RelatedCountSort(Field("Studio.films"), Descending: false), Up("Studio.id")]));
    }

    [StoreFact]
    public async Task LimitAndOffsetCutTheOrderedSet()
    {
        Assert.Equal(["f4", "f2"], await IdsAsync("Film", null, [Up("Film.released"), Up("Film.id")], new(Limit: Int(2), Offset: Int(1))));
        Assert.Equal(["f3"], await IdsAsync("Film", null, [Up("Film.released"), Up("Film.id")], new(Offset: Int(4))));
        Assert.Empty(await IdsAsync("Film", null, [Up("Film.id")], new(Limit: Int(0))));
        Assert.Empty(await IdsAsync("Film", null, [Up("Film.id")], new(Limit: Int(3), Offset: Int(5))));
        Assert.Equal(5, (await IdsAsync("Film", null, [Up("Film.id")], new(Limit: Int(1000)))).Length);
    }

    [StoreFact]
    public async Task AProbeAnswersOneRowMoreWhereThereIsOne()
    {
        Assert.Equal(["f1", "f2", "f3"], await IdsAsync("Film", null, [Up("Film.id")], new(Limit: Int(2), Probe: true)));
        Assert.Equal(["f1", "f2", "f3", "f4", "f5"], await IdsAsync("Film", null, [Up("Film.id")], new(Limit: Int(5), Probe: true)));
        Assert.Equal(["f3", "f4", "f5"], await IdsAsync("Film", null, [Up("Film.id")], new(Limit: Int(2), FromEnd: true, Probe: true)));
    }

    [StoreFact]
    public async Task TheLastRowsComeInTheOrderOfTheSort()
    {
        Assert.Equal(["f5", "f3"], await IdsAsync("Film", null, [Up("Film.released"), Up("Film.id")], new(Limit: Int(2), FromEnd: true)));
        Assert.Equal(["f2", "f1", "f4"], await IdsAsync("Film", null, [Down("Film.released"), Up("Film.id")], new(Limit: Int(3), FromEnd: true)));
    }

    [StoreTheory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task EveryPositionDividesTheOrderedSet(bool descending, bool tieDescending)
    {
        SortKey[] sort = [new PropertySort(Property("Film.released"), descending), new PropertySort(Property("Film.id"), tieDescending)];
        var all = await IdsAsync("Film", null, sort);
        for (var i = 0; i < all.Length; i++)
        {
            var position = PositionOf(all[i]);
            Assert.Equal(all[(i + 1)..], await IdsAsync("Film", null, sort, new(After: position)));
            Assert.Equal(all[..i], await IdsAsync("Film", null, sort, new(Before: position)));
            Assert.Equal(all[Math.Max(0, i - 2)..i], await IdsAsync("Film", null, sort, new(Limit: Int(2), Before: position, FromEnd: true)));
        }
    }

    [StoreFact]
    public async Task APositionBetweenTwoOthersKeepsWhatLiesBetween() => Assert.Equal(
        ["f4", "f2"],
        await IdsAsync("Film", null, [Up("Film.released"), Up("Film.id")], new(After: PositionOf("f1"), Before: PositionOf("f5"))));

    [StoreFact]
    public async Task NothingLiesBetweenPositionsThatCross() => Assert.Empty(
        await IdsAsync("Film", null, [Up("Film.released"), Up("Film.id")], new(Limit: Int(2), After: PositionOf("f3"), Before: PositionOf("f1"))));

    [StoreFact]
    public async Task APositionHoldsInAnOrderByRelatedNodes() => Assert.Equal(
        ["f4", "f3", "f5"],
        await IdsAsync(
            "Film",
            null,
            [new RelatedCountSort(Field("Film.artists"), Descending: true), Up("Film.id")],
            new(After: new([Int(2), Value(ScalarKind.Id, "f2")]))));

    [StoreFact]
    public async Task APositionIsObeyedInsideARelatedList() => Assert.Equal(
        ["""[[["f5"]]]"""],
        await FilmAsync("f1", List("Film.remakes", [Up("Film.id")], Select(Get("Film.id")), page: new(After: new([Value(ScalarKind.Id, "f3")])))));

    private Keyset PositionOf(string id)
    {
        DateOnly? released = id switch
        {
            "f1" or "f4" => new(1950, 1, 1),
            "f2" => new(1960, 2, 29),
            "f5" => new(1970, 12, 31),
            _ => null,
        };
        return new([released is null ? null : Value(ScalarKind.Date, released), Value(ScalarKind.Id, id)]);
    }
}
