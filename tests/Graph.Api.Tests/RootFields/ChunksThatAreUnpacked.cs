using Graph.Api.Streams;
using Graph.Model.Changes;

namespace Graph.Api.Tests.RootFields;

/// <summary>Whoever goes on from long ago has the whole journal unpacked, though perhaps nothing of it is told.</summary>
public sealed class ChunksThatAreUnpacked
{
    private readonly RecordingStore store = new(Domains.Accusations);
    private readonly TaskCompletionSource mayGoOn = new();
    private int atWork;
    private int most;

    public ChunksThatAreUnpacked()
    {
        for (var number = 1; number <= 10; number++)
        {
            var recorder = new ChangeRecorder(1, default);
            recorder.Changed(new(RecordKind.Node, "Claim", $"c{number}"), new("""{"text":"one"}""", null), new("""{"text":"two"}""", null));
            store.Changes = [.. store.Changes, recorder.Take().Single() with { First = number }];
        }

        store.Unpacking = async () =>
        {
            lock (store) most = Math.Max(most, ++atWork);
            await mayGoOn.Task;
            lock (store) atWork--;
        };
    }

    [Fact]
    public async Task AreFewAtATimeHoweverManyAskForOthers()
    {
        var chunks = new ChunkCache(store);
        var found = store.Changes.Select(head => chunks.FindAsync(head, CancellationToken.None).AsTask()).ToList();
        await Task.Delay(300);
        mayGoOn.SetResult();
        foreach (var changes in await Task.WhenAll(found)) Assert.Single(changes);
        Assert.Equal(Limits.UnpackedAtOnce, most);
    }
}
