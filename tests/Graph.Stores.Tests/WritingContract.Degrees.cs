using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Stores.Tests;

public abstract partial class WritingContract<TStores>
{
    [StoreFact]
    public async Task DegreesAreKeptAsTheLastImportLeftThem()
    {
        Assert.Null(await Store.DegreesAsync(CancellationToken.None));
        await WriteAndRefreshAsync(Castings());
        Assert.Equal((new Degrees(3, 1, 3), new Degrees(3, 3, 9)), await DegreesOfAsync("DECIDED_BY"));
        Assert.Equal((new Degrees(4, 3, 10), new Degrees(4, 2, 6)), await DegreesOfAsync("GOT_PART"));

        // A relationship alone, without a node.
        await WriteAndRefreshAsync(new Records(Films).Relationship("DECIDED_BY", "Casting:x3", "Player:p2"));
        Assert.Equal((new Degrees(4, 2, 6), new Degrees(4, 3, 10)), await DegreesOfAsync("DECIDED_BY"));
        Assert.Equal((new Degrees(4, 3, 10), new Degrees(4, 2, 6)), await DegreesOfAsync("GOT_PART"));
    }

    [StoreFact]
    public async Task DegreesThatACrashLeftUncountedAreCountedByTheNextImport()
    {
        await WriteAndRefreshAsync(Castings());
        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
            await writer.WriteAsync(new Records(Films).Relationship("DECIDED_BY", "Casting:x3", "Player:p2").Batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
        Assert.Equal((new Degrees(3, 1, 3), new Degrees(3, 3, 9)), await DegreesOfAsync("DECIDED_BY"));
        await using (var next = await Store.OpenWriterAsync(CancellationToken.None)) await next.FinishAsync(CancellationToken.None);
        Assert.Equal((new Degrees(4, 2, 6), new Degrees(4, 3, 10)), await DegreesOfAsync("DECIDED_BY"));
    }

    private async Task<(Degrees Out, Degrees In)> DegreesOfAsync(string type)
    {
        var degrees = (await Store.DegreesAsync(CancellationToken.None))!;
        var relationship = Films.FindRelationship(type)!;
        return (degrees.Of(relationship, Direction.Out)!.Value, degrees.Of(relationship, Direction.In)!.Value);
    }
}
