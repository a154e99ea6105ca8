using Graph.Model.Records;
using Graph.Model.Runs;
using Graph.Model.Stores;
using Graph.Stores.Neo4j;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Tests;

/// <summary>
/// The one writer, a server that is killed under it, and others who write to the database without asking. All have one server, emptied for each:
/// to start one takes longer than most of what is asked of it.
/// </summary>
public sealed class WritingTurnsOnNeo4j(ServerThatIsKilled shared) : IClassFixture<ServerThatIsKilled>
{
    // Long enough for the first statement on a server that has just started on a busy machine.
    private static readonly Neo4jStoreOptions Impatient = new() { WriterWait = TimeSpan.FromSeconds(5) };

    [OwnNeo4jFact]
    public async Task AWriterKeepsOutOthersAlsoAfterARestart()
    {
        var server = await shared.EmptyAsync();
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
        var server = await shared.EmptyAsync();
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
        Assert.Equal(
            ["f1", "f3"],
            (await store.FindAsync(StoreTest.Films.FindNodeType("Film")!, ["f1", "f2", "f3"], CancellationToken.None)).Keys.Order());
    }

    [OwnNeo4jFact]
    public async Task ARunThatALaterOneHasOvertakenGoesOnNoFurther()
    {
        var server = await shared.EmptyAsync();
        await using var store = await Neo4jStore.OpenAsync(server.Uri, StoreTest.Films, Impatient);
        await using var first = await store.OpenWriterAsync(CancellationToken.None);
        var overtaken = await first.KeepAsync(Begun(), CancellationToken.None);
        await WriteAsync(first, "f1");
        await server.KillAsync();
        await server.StartAgainAsync();
        await using (var second = await store.OpenWriterAsync(CancellationToken.None))
        {
            // One that changes nothing overtakes none.
            var idle = await second.KeepAsync(Begun(), CancellationToken.None);
            await second.KeepAsync(idle with { EndedAt = Stores.Now }, CancellationToken.None);
        }

        await WriteAsync(first, "f2");
        await server.KillAsync();
        await server.StartAgainAsync();
        await using (var third = await store.OpenWriterAsync(CancellationToken.None))
        {
            var later = await third.KeepAsync(Begun(), CancellationToken.None);
            await WriteAsync(third, "f3");
            await third.KeepAsync(later with { EndedAt = Stores.Now }, CancellationToken.None);
        }

        var fault = await Assert.ThrowsAsync<StoreException>(() => WriteAsync(first, "f4"));
        Assert.Equal(
            $"Another program has written to the database at {store.Location} while the connection of this one was lost, so this run goes on no further; "
                + "what it wrote stays. Run it again for the rest.",
            fault.Message);
        var heads = await store.ChangeHeadsAsync(0, 10, CancellationToken.None);
        Assert.Equal([overtaken.Id, overtaken.Id, overtaken.Id + 2], heads.Select(head => head.Run));
        Assert.Equal(
            ["f1", "f2", "f3"],
            (await store.FindAsync(StoreTest.Films.FindNodeType("Film")!, ["f1", "f2", "f3", "f4"], CancellationToken.None)).Keys.Order());

        // What it did is told all the same.
        await first.KeepAsync(overtaken with { EndedAt = Stores.Now, Outcome = RunOutcome.Failed }, CancellationToken.None);

        static ImportRun Begun() => new() { Command = "import", StartedAt = Stores.Now };
    }

    [OwnNeo4jFact]
    public async Task WhatOthersStoreAndDeleteBetweenBatchesIsSeen()
    {
        var server = await shared.EmptyAsync();
        await using var store = await Neo4jStore.OpenAsync(server.Uri, StoreTest.Films, Impatient);
        await using var other = new BoltClient(Neo4jStore.SettingsOf(server.Uri));
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        async Task<WriteResult> NextAsync(Records records) => await writer.WriteAsync(records.Batch, Stores.Now, CancellationToken.None);
        Task RunAsync(string statement) =>
            other.RunAsync(new(statement) { Access = AccessMode.Write }, new NumberRows(static (_, _, _) => { }), CancellationToken.None);

        Assert.Equal(2, (await NextAsync(
            new Records(StoreTest.Films).Node("Film", ("id", "f1"), ("title", "Dawn")).Node("Studio", ("id", "s1"), ("name", "First")))).Nodes.Added);
        await RunAsync("CREATE (:Film {id: 'f2', title: 'Dusk', genres: [], importedAt: datetime('2020-01-01T00:00:00Z')})");
        var stored = await NextAsync(
            new Records(StoreTest.Films).Node("Film", ("id", "f2"), ("title", "Dusk, restored")).Node("Film", ("id", "f3"), ("title", "Noon")));
        Assert.Equal(new WriteCounts(1, 1, 0), stored.Nodes);

        await RunAsync("MATCH (n:Film {id: 'f1'}) DETACH DELETE n");
        await RunAsync("UNWIND range(1, 50) AS i CREATE (:Award {id: 'a' + i, name: 'Gold'})");
        var gone = await NextAsync(
            new Records(StoreTest.Films).Relationship("MADE_BY", "Film:f1", "Studio:s1").Relationship("MADE_BY", "Film:f2", "Studio:s1"));
        Assert.Equal(RefusalReason.NoStart, Assert.Single(gone.Refused).Reason);
        Assert.Equal(new WriteCounts(1, 0, 0), gone.Relationships);

        // A node of no type that the ontology knows stands where a film has one studio.
        await RunAsync("MATCH (n:Film {id: 'f3'}) CREATE (n)-[:MADE_BY]->(:Workshop)");
        var replaced = await NextAsync(new Records(StoreTest.Films).Relationship("MADE_BY", "Film:f3", "Studio:s1"));
        Assert.Equal(1, replaced.Relationships.Added + replaced.Relationships.Changed);
    }

    [OwnNeo4jFact]
    public async Task ALargeFirstImportMakesTheIndexOfWordsAtItsEnd()
    {
        var server = await shared.EmptyAsync();
        await using var store = await Neo4jStore.OpenAsync(server.Uri, StoreTest.Films, Impatient);
        await using var migrator = Migrator.For(server.Uri, StoreTest.Films);
        await using var other = new BoltClient(Neo4jStore.SettingsOf(server.Uri));
        await other.RunAsync(new("MATCH (n:!__Neo4jMigration) DELETE n") { Access = AccessMode.Write }, NoRows.Instance);
        async Task<IReadOnlyList<string>> LackingAsync() =>
            await migrator.LackingAsync(await migrator.CheckAsync(CancellationToken.None), CancellationToken.None);
        async Task<long> FoundAsync(string word)
        {
            var found = 0L;
            var statement = new Statement(
                "CALL db.index.fulltext.queryNodes('search', $word) YIELD node RETURN count(*)",
                StatementParameters.Of(("word", word)));
            await other.RunAsync(statement, new NumberRows((count, _, _) => found = count));
            return found;
        }

        await using (var writer = await store.OpenWriterAsync(CancellationToken.None))
        {
            await writer.WriteAsync(Many("a", "Dawn"), Stores.Now, CancellationToken.None);
            Assert.Empty(await LackingAsync());
            await writer.WriteAsync(Many("b", "Dusk"), Stores.Now, CancellationToken.None);
            Assert.Equal(["search"], await LackingAsync());
        }

        // That import was broken off. The next one makes the index, whatever it writes itself.
        await using (var writer = await store.OpenWriterAsync(CancellationToken.None))
        {
            await WriteAsync(writer, "c");
            await writer.FinishAsync(CancellationToken.None);
            Assert.Empty(await LackingAsync());
            Assert.Equal((10_001, 10_000), (await FoundAsync("dawn"), await FoundAsync("dusk")));
        }

        // A database that holds something keeps its index.
        await using (var writer = await store.OpenWriterAsync(CancellationToken.None))
        {
            await writer.WriteAsync(Many("d", "Noon"), Stores.Now, CancellationToken.None);
            await writer.WriteAsync(Many("e", "Noon"), Stores.Now, CancellationToken.None);
            Assert.Empty(await LackingAsync());
            await writer.FinishAsync(CancellationToken.None);
            Assert.Equal(20_000, await FoundAsync("noon"));
        }

        await other.RunAsync(new("DROP INDEX search") { Access = AccessMode.Write }, NoRows.Instance);
        Assert.Equal(["search"], (await migrator.ApplyAsync(CancellationToken.None)).Restored);
        Assert.Equal(10_000, await FoundAsync("dusk"));
        Assert.Empty((await migrator.ApplyAsync(CancellationToken.None)).Restored);
    }

    private static RecordBatch Many(string prefix, string title)
    {
        var records = new Records(StoreTest.Films);
        for (var i = 0; i < 10_000; i++) records.Node("Film", ("id", $"{prefix}{i}"), ("title", title));
        return records.Batch;
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

/// <summary>A server of which the processes are killed; started at first use, so that tests that are skipped start nothing.</summary>
public sealed class ServerThatIsKilled : IAsyncLifetime
{
    private OwnNeo4j? server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    /// <summary>Goes on with an empty database.</summary>
    internal async Task<OwnNeo4j> EmptyAsync()
    {
        if (server is null)
        {
            server = await OwnNeo4j.StartAsync();
            await MigrateTogetherAsync(server.Uri);
        }

        await ThrowAwayDatabase.MarkAsync(server.Uri);
        await ThrowAwayDatabase.EmptyAsync(server.Uri, StoreTest.Films);
        return server;
    }

    /// <summary>An empty database that several programs bring up at once has each migration once.</summary>
    private static async Task MigrateTogetherAsync(string location)
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var migrator = Migrator.For(location, StoreTest.Films);
            await migrator.ApplyAsync(CancellationToken.None);
        }));
        await using var runner = new BoltClient(Neo4jStore.SettingsOf(location));
        var (migrations, others) = (0L, 0L);
        await runner.RunAsync(
            new($"RETURN COUNT {{ MATCH (:{Migrator.Label})-[:MIGRATED_TO]->(:{Migrator.Label}) }}, COUNT {{ MATCH (n:_Graph {{id: 'migrations'}}) }}"),
            new NumberRows((all, rest, _) => (migrations, others) = (all, rest)));
        Assert.Equal((Migrator.Of(StoreTest.Films).Count, 0), (migrations, others));
    }
}
