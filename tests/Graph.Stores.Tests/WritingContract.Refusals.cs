using Graph.Model.Stores;

namespace Graph.Stores.Tests;

// Records that a store does not write, beside those that it does.
public abstract partial class WritingContract<TStores>
{
    [StoreFact]
    public async Task RelationshipsToNobodyAreRefusedAndTheRestIsWritten()
    {
        var result = await WriteAsync(Few().Relationship("MADE_BY", "Film:f9", "Studio:s1").Relationship("MADE_BY", "Film:f2", "Studio:s9")
            .Relationship("MADE_BY", "Film:f2", "Studio:s1"));
        Assert.Equal([new(IsNode: false, 3, RefusalReason.NoStart, "f9"), new Refusal(IsNode: false, 4, RefusalReason.NoEnd, "s9")], result.Refused);
        Assert.Equal(new WriteCounts(4, 0, 0), result.Relationships);
    }

    [StoreFact]
    public async Task ARelationshipNamesTheTypeOfItsEnds()
    {
        var result = await WriteAsync(Few().Relationship("WORKED_ON", "Troupe:p1", "Film:f1"));
        Assert.Equal([new Refusal(IsNode: false, 3, RefusalReason.NoStart, "p1")], result.Refused);
    }

    [StoreFact]
    public async Task AnIdBelongsToOneTypeOfAFamily()
    {
        await WriteAsync(Few());
        var result = await WriteAsync(
            new Records(Films).Node("Troupe", ("id", "p1"), ("name", "Impostor")).Node("Film", ("id", "p1"), ("title", "Another family")));
        Assert.Equal([new Refusal(IsNode: true, 0, RefusalReason.OtherType, "Player")], result.Refused);
        Assert.Equal(new WriteCounts(1, 0, 0), result.Nodes);
    }

    [StoreFact]
    public async Task AUniqueValueBelongsToOneNode()
    {
        await WriteAsync(new Records(Films).Node("Player", ("id", "p1"), ("name", "A"), ("code", "x")).Node("Player", ("id", "p2"), ("name", "B")));
        var result = await WriteAsync(new Records(Films)
            .Node("Player", ("id", "p3"), ("name", "C"), ("code", "x"))
            .Node("Player", ("id", "p2"), ("name", "B"), ("code", "x"))
            .Node("Player", ("id", "p1"), ("name", "A"), ("code", "x"))
            .Node("Player", ("id", "p4"), ("name", "D"))
            .Relationship("KNOWS", "Player:p4", "Player:p3"));
        Assert.Equal(
            [new(IsNode: true, 0, RefusalReason.NotUnique, "code"), new(IsNode: true, 1, RefusalReason.NotUnique, "code"), new Refusal(
                IsNode: false,
                0,
                RefusalReason.NoEnd,
                "p3")],
            result.Refused);
        Assert.Equal(new WriteCounts(1, 0, 1), result.Nodes);
    }
}
