using Graph.Api.Streams;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;
using Graph.Model.Changes;

namespace Graph.Api.Tests.RootFields;

/// <summary>Those who go on from long ago, each from another place, and do not read what they are told.</summary>
public sealed class SubscribersWhoReadSlowly : IAsyncDisposable
{
    private const int Chunks = 16;

    /// <summary>What all may take: a chunk of ten thousand changes takes some eight megabytes unpacked.</summary>
    private const long MaxBytes = Chunks * 8L * 1024 * 1024 / 2;

    private readonly RecordingStore store = new(Domains.Accusations);
    private readonly List<IAsyncEnumerator<GraphQLResponse>> open = [];
    private readonly ChangeStreams streams;
    private readonly RequestExecutor executor;
    private int unpacked;

    public SubscribersWhoReadSlowly()
    {
        for (var number = 0; number < Chunks; number++)
        {
            var recorder = new ChangeRecorder(1, DateTimeOffset.UnixEpoch);
            for (var i = 0; i < ChangeChunk.MaxChanges; i++)
                recorder.Removed(new(RecordKind.Node, "Claim", $"c{i}"), new($$"""{"text":"what somebody says of somebody else in claim {{i}} of {{number}}"}""", null));
            store.Changes = [.. store.Changes, recorder.Take().Single() with { First = number * (long)ChangeChunk.MaxChanges + 1 }];
        }

        store.Unpacking = () => Task.FromResult(Interlocked.Increment(ref unpacked));
        streams = new(store, time: TimeProvider.System, most: 4 * Chunks);
        executor = new(GraphSchema.Create(store.Ontology, store, new() { Changes = streams }));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in open) await one.DisposeAsync();
        await streams.DisposeAsync();
    }

    [Fact]
    public async Task KeepNoMoreInMemoryThanWhatIsToldAtOnce()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var head in store.Changes)
        {
            var from = ChangeCursor.Of(head.First, head).ToString();
            var response = await executor.ExecuteAsync(
                GraphQLRequest.Of($$"""subscription { changed(from: "{{from}}") { id values { name from } } }""") with { StreamsAllowed = true });
            var events = response.Events!.GetAsyncEnumerator();
            open.Add(events);
            for (var read = 0; read < 2; read++) Assert.True(await events.MoveNextAsync());
        }

        while (Volatile.Read(ref unpacked) < Chunks) await Task.Delay(10);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, MaxBytes);
    }

    [Fact]
    public async Task AreToldAllOfItOnceAndInOrder()
    {
        var (first, second) = (await ListenAsync(), await ListenAsync());
        var told = new List<string>[] { [], [] };
        var random = new Random(1);
        while (told.Any(one => one.Count < 30_000))
        {
            // One is ahead of the other by more than what is kept unpacked, and then the other way round.
            var at = told[0].Count - told[1].Count > 5_000 ? 1 : told[1].Count - told[0].Count > 5_000 ? 0 : random.Next(2);
            var events = at == 0 ? first : second;
            Assert.True(await events.MoveNextAsync());
            using var response = events.Current;
            if (response.Length > 0) told[at].Add(response.EventId!);
        }

        Assert.All(told, one => Assert.Equal(
            Enumerable.Range(1, 30_000).Select(number => (long)number), one.Take(30_000).Select(id => ChangeCursor.Parse(id)!.Value.Number)));
    }

    private async Task<IAsyncEnumerator<GraphQLResponse>> ListenAsync()
    {
        var response = await executor.ExecuteAsync(
            GraphQLRequest.Of("""subscription { changed(from: "0.00000000") { id } }""") with { StreamsAllowed = true });
        var events = response.Events!.GetAsyncEnumerator();
        open.Add(events);
        Assert.True(await events.MoveNextAsync());
        return events;
    }
}
