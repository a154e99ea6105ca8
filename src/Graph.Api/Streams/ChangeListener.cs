using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Graph.GraphQL.Planning;

namespace Graph.Api.Streams;

/// <summary>One subscriber: what it is yet to be told, of which no more waits for it than it may have.</summary>
/// <param name="client">Whose it is, as <see cref="Serving.IClientIdentity"/> tells.</param>
/// <param name="most">Most bytes that may wait; one event always may.</param>
internal sealed class ChangeListener(string client, Func<int> most)
{
    private readonly Channel<StreamedEvent> events = Channel.CreateUnbounded<StreamedEvent>(new() { SingleReader = true });
    private readonly Lock gate = new();
    private TaskCompletionSource? room;
    private int count;
    private int bytes;
    private bool hasLeft;

    /// <summary>Whose it is.</summary>
    public string Client => client;

    /// <summary>Who tells it; changed only under the lock of <see cref="ChangeStreams"/>.</summary>
    public ChangeGroup? Group { get; set; }

    /// <summary>Tells it something, unless too much waits for it already; one that has left has no more to wait for.</summary>
    public bool TryTell(in StreamedEvent told)
    {
        lock (gate)
        {
            if (hasLeft) return true;
            if (count > 0 && (count >= Limits.WaitingChanges || bytes + told.Json.Length > most())) return false;
            count++;
            bytes += told.Json.Length;
        }

        events.Writer.TryWrite(told);
        return true;
    }

    /// <summary>Tells it how far the stream has come, unless it is to be told more than that.</summary>
    public void TellPlace(string id)
    {
        lock (gate)
        {
            if (count > 0) return;
            count++;
        }

        events.Writer.TryWrite(new(default, id));
    }

    /// <summary>Ends when everything is read that waits for it, or it will read no more.</summary>
    public Task ReadAsync()
    {
        lock (gate)
        {
            if (count == 0 || hasLeft) return Task.CompletedTask;
            return (room ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Ends it, after it has read what waits for it.</summary>
    public void End(Exception? fault) => events.Writer.TryComplete(fault);

    /// <summary>What it is told, until it is ended.</summary>
    public async IAsyncEnumerable<StreamedEvent> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var told in events.Reader.ReadAllAsync(cancellationToken))
            {
                Take(told.Json.Length);
                yield return told;
            }
        }
        finally
        {
            End(null);
            lock (gate)
            {
                hasLeft = true;
                room?.TrySetResult();
            }
        }
    }

    private void Take(int length)
    {
        lock (gate)
        {
            count--;
            bytes -= length;
            if (count > 0) return;
            room?.TrySetResult();
            room = null;
        }
    }
}
