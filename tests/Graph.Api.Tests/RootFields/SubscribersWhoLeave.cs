using Graph.Api.Streams;
using Graph.GraphQL.Planning;

namespace Graph.Api.Tests.RootFields;

/// <summary>Somebody who leaves while more waits for them than they may have: nobody waits for them any longer.</summary>
public sealed class SubscribersWhoLeave
{
    private static readonly StreamedEvent Told = new(new byte[10], "1");

    private readonly ChangeListener listener = new("", () => Limits.WaitingBytes);

    [Fact]
    public async Task AreToldAllThatComes()
    {
        await using (var events = listener.AllAsync(CancellationToken.None).GetAsyncEnumerator())
        {
            Assert.True(listener.TryTell(Told));
            Assert.True(await events.MoveNextAsync());
            while (listener.TryTell(Told)) continue;
            Assert.False(listener.ReadAsync().IsCompleted);
        }

        // Not told, they would be waited for without end, and without a pause.
        Assert.True(listener.TryTell(Told));
        Assert.True(listener.ReadAsync().IsCompleted);
    }
}
