using Graph.Model.Stores;

namespace Graph.Stores.Tests;

// A writer over several batches, and those who read meanwhile.
public abstract partial class WritingContract<TStores>
{
    [StoreFact]
    public async Task AWriterFindsWhatItsBatchesStoredAndWhatWasStoredBefore()
    {
        await WriteAsync(Few());
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        await writer.WriteAsync(
            new Records(Films).Node("Troupe", ("id", "t1"), ("name", "T")).Batch,
            DateTimeOffset.UnixEpoch,
            CancellationToken.None);
        var found = await writer.FindAsync(Films.FindEntity("Artist")!, ["p1", "t1", "f1", "nobody"], CancellationToken.None);
        Assert.Equal([("p1", "Player"), ("t1", "Troupe")], found.Select(pair => (pair.Key, pair.Value.Name)).Order());
        Assert.Empty(await writer.FindAsync(Films.FindEntity("Player")!, ["t1"], CancellationToken.None));
    }

    [StoreFact]
    public async Task ACancelledBatchLeavesNothing()
    {
        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await writer.WriteAsync(Few().Batch, Stores.Now, new CancellationToken(canceled: true)));
            var result = await writer.WriteAsync(Few().Batch, Stores.Now, CancellationToken.None);
            Assert.Equal(new WriteCounts(4, 0, 0), result.Nodes);
        }

        Assert.Equal("[null,2,null]", await ReadConnectionAsync("Film", null, null, totalCount: true));
    }

    [StoreFact]
    public async Task BatchesOfOneWriterMeetWhatEarlierOnesStored()
    {
        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
        {
            async Task<WriteResult> NextAsync(Records records) => await writer.WriteAsync(records.Batch, Stores.Now, CancellationToken.None);
            Assert.Equal(new WriteCounts(4, 0, 0), (await NextAsync(Few())).Nodes);
            var again = await NextAsync(Few());
            Assert.Equal((new WriteCounts(0, 0, 4), new WriteCounts(0, 0, 3)), (again.Nodes, again.Relationships));
            var more = await NextAsync(new Records(Films)
                .Node("Film", ("id", "f1"), ("title", "Dawn, restored"))
                .Node("Film", ("id", "f3"), ("title", "Noon"))
                .Node("Film", ("id", "f3"), ("title", "Noon again"))
                .Relationship("WORKED_ON", "Player:p1", "Film:f2", ("role", "lead"))
                .Relationship("MADE_BY", "Film:f3", "Studio:s1")
                .Relationship("MADE_BY", "Film:f4", "Studio:s1"));
            Assert.Equal((new WriteCounts(1, 2, 0), new WriteCounts(2, 0, 0)), (more.Nodes, more.Relationships));
            Assert.Equal(RefusalReason.NoStart, Assert.Single(more.Refused).Reason);
            var other = await NextAsync(new Records(Films).Node("Troupe", ("id", "p1"), ("name", "Ada")));
            Assert.Equal(RefusalReason.OtherType, Assert.Single(other.Refused).Reason);
        }

        Assert.Equal(
            ["""["Dawn, restored"]""", """["Dusk"]""", """["Noon again"]"""],
            await ReadAsync("Film", null, [Up("Film.id")], Select(Get("Film.title"))));
    }

    [StoreFact]
    public async Task OneWriterAtATime()
    {
        var first = await Store.OpenWriterAsync(CancellationToken.None);
        var fault = await Assert.ThrowsAsync<StoreException>(async () => await Store.OpenWriterAsync(CancellationToken.None));
        Assert.Equal(StoreFault.Busy, fault.Fault);
        await first.DisposeAsync();
        await (await Store.OpenWriterAsync(CancellationToken.None)).DisposeAsync();
    }

    [StoreFact]
    public async Task ReadersSeeWholeBatchesOnly()
    {
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var seen = 0;
            while (!stop.IsCancellationRequested || seen == 0)
            {
                var reader = new Reader(Store);
                var (films, studios) = await reader.CountsAsync();
                Assert.Equal(films, studios);
                seen++;
            }
        });
        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
        {
            for (var batch = 0; batch < 30; batch++)
            {
                var records = new Records(Films);
                for (var i = 0; i < 20; i++)
                    records.Node("Film", ("id", $"f{batch}-{i}"), ("title", "T")).Node("Studio", ("id", $"s{batch}-{i}"), ("name", "S"))
                        .Relationship("MADE_BY", $"Film:f{batch}-{i}", $"Studio:s{batch}-{i}");
                await writer.WriteAsync(records.Batch, Stores.Now, CancellationToken.None);
            }
        }

        await stop.CancelAsync();
        await reading;
        Assert.Equal("[null,600,null]", await ReadConnectionAsync("Film", null, null, totalCount: true));
    }

    [StoreFact]
    public async Task ARunningReadIsStopped()
    {
        const int people = 40;
        var records = new Records(Films);
        for (var i = 0; i < people; i++) records.Node("Player", ("id", $"p{i}"), ("name", "P"));
        for (var i = 0; i < people * people; i++) records.Relationship("KNOWS", $"Player:p{i / people}", $"Player:p{i % people}");
        await WriteAsync(records);

        // Forty to the seventh rows: only a stop ends it.
        var selection = Select(Get("Artist.id"));
        for (var depth = 0; depth < 6; depth++) selection = Select(List("Artist.knows", [Up("Artist.id")], selection));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await ReadAsync("Artist", null, [Up("Artist.id")], selection, cancellationToken: stop.Token));
        Assert.Equal("[null,40,null]", await ReadConnectionAsync("Player", null, null, totalCount: true));
    }

    /// <summary>Counts films that have a studio, and studios, in one statement.</summary>
    private sealed class Reader(IGraphStore store) : StoreTest
    {
        protected override IGraphStore Store => store;

        public async Task<(int Films, int Studios)> CountsAsync()
        {
            var rows = await ReadAsync(
                "Studio",
                null,
                [Up("Studio.id")],
                Select(List("Studio.films", [Up("Film.id")], Select(Get("Film.id")))));
            return (rows.Count(row => row != "[[]]"), rows.Length);
        }
    }
}
