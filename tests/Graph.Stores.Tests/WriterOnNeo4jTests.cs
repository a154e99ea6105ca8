using Graph.Model.Stores;
using Graph.Stores.Neo4j;
using Graph.Tests;

namespace Graph.Stores.Tests;

/// <summary>The one writer and a server that is killed under it.</summary>
public sealed class WriterOnNeo4jTests
{
    // Long enough for the first statement on a server that has just started on a busy machine.
    private static readonly Neo4jStoreOptions Impatient = new() { WriterWait = TimeSpan.FromSeconds(5) };

    [OwnNeo4jFact]
    public async Task AWriterKeepsOutOthersAlsoAfterARestart()
    {
        await using var server = await OwnNeo4j.StartAsync();
        await ThrowAwayDatabase.EmptyAsync(server.Uri, StoreTest.Films);
        await using var store = await Neo4jStore.OpenAsync(server.Uri, StoreTest.Films, Impatient);
        await using var first = await store.OpenWriterAsync(CancellationToken.None);
        await WriteAsync(first, "f1");
        await server.KillAsync();
        await server.StartAgainAsync();
        await WriteAsync(first, "f2");
        await RefusedAsync(() => store.OpenWriterAsync(CancellationToken.None).AsTask());
    }

    [OwnNeo4jFact]
    public async Task AWriterWhoseTurnWasTakenMeanwhileStoresNothing()
    {
        await using var server = await OwnNeo4j.StartAsync();
        await ThrowAwayDatabase.EmptyAsync(server.Uri, StoreTest.Films);
        await using var store = await Neo4jStore.OpenAsync(server.Uri, StoreTest.Films, Impatient);
        await using var first = await store.OpenWriterAsync(CancellationToken.None);
        await server.KillAsync();
        await server.StartAgainAsync();
        await using (var second = await store.OpenWriterAsync(CancellationToken.None))
        {
            await WriteAsync(second, "f1");
            await RefusedAsync(() => WriteAsync(first, "f2"));
        }

        await WriteAsync(first, "f3");
        Assert.Equal(["f1", "f3"], (await store.FindAsync(StoreTest.Films.FindNodeType("Film")!, ["f1", "f2", "f3"], CancellationToken.None)).Keys.Order());
    }

    private static async Task WriteAsync(IGraphWriter writer, string id) =>
        await writer.WriteAsync(new Records(StoreTest.Films).Node("Film", ("id", id), ("title", "Dawn")).Batch, Stores.Now, CancellationToken.None);

    private static async Task RefusedAsync(Func<Task> write)
    {
        var fault = await Assert.ThrowsAsync<StoreException>(write);
        Assert.Equal(StoreFault.Busy, fault.Fault);
        Assert.StartsWith("Another import is writing to the database at ", fault.Message, StringComparison.Ordinal);
    }
}
