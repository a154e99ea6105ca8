using Graph.Model.Queries;

namespace Graph.Stores.Tests;

/// <content>Lists along relationships of which something is asked.</content>
public abstract partial class ReadingContract<TStores>
{
    [StoreFact]
    public async Task AListFollowsOnlyTheRelationshipsAskedFor()
    {
        Assert.Equal(["f1"], await FilmsOfAda(Is("WORKED_ON.role", "writer")));
        Assert.Equal(["f1", "f2"], await FilmsOfAda(Is("WORKED_ON.role", "lead")));
        Assert.Equal(["f1"], await FilmsOfAda(Is("WORKED_ON.billing", ComparisonOperator.Less, 4)));
        Assert.Equal(["f1"], await FilmsOfAda(IsMissing("WORKED_ON.role")));
        Assert.Equal(["f1"], await FilmsOfAda(All(Is("WORKED_ON.role", "lead"), No(IsMissing("WORKED_ON.since")))));
        Assert.Empty(await FilmsOfAda(Is("WORKED_ON.role", "nobody")));
    }

    [StoreFact]
    public async Task SoDoesAPageOfIt()
    {
        Assert.Equal(["f2"], await FilmsOfAda(Is("WORKED_ON.role", "lead"), new(Limit: Int(1)), Down("Film.released"), Up("Film.id")));
        Assert.Equal(["f1"], await FilmsOfAda(Is("WORKED_ON.role", "lead"), new(Limit: Int(1), FromEnd: true), Down("Film.released"), Up("Film.id")));
        Assert.Equal(["f2"], await FilmsOfAda(Is("WORKED_ON.role", "lead"), new(Limit: Int(1), Offset: Int(1)), Up("Film.released"), Up("Film.id")));
    }

    [StoreFact]
    public async Task ConditionsOnTheNodeHoldBeside() => Assert.Equal(
        ["""[[["f2"]]]"""],
        await ReadAsync(
            "Player",
            Is("Player.id", "p1"),
            [Up("Player.id")],
            Select(new RelatedListColumn(Field("Player.films"), Is("Film.id", "f2"), [Up("Film.id")], Whole, Select(Get("Film.id"))) { Along = Is("WORKED_ON.role", "lead") })));

    private async Task<string[]> FilmsOfAda(Filter along, Page? page = null, params SortKey[] sort)
    {
        var films = new RelatedListColumn(Field("Player.films"), null, sort.Length == 0 ? [Up("Film.id")] : sort, page ?? Whole, Select(Get("Film.id"))) { Along = along };
        var row = Assert.Single(await ReadAsync("Player", Is("Player.id", "p1"), [Up("Player.id")], Select(films)));
        return [.. row.Trim('[', ']').Split("],[", StringSplitOptions.RemoveEmptyEntries).Select(id => id.Trim('"'))];
    }
}
