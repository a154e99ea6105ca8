using Graph.Model.Changes;
using Graph.Model.Stores;

namespace Graph.Api.Streams;

/// <summary>
/// Looks at the end of a graph's journal for all who listen, whoever writes it. What a run changes is told when the run is over: only then has a
/// node all its relationships. A run that was killed is over when the next begins, or has written nothing for long.
/// </summary>
internal sealed class JournalTail : IAsyncDisposable
{
    private readonly IGraphStore store;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource end = new();
    private readonly Lock gate = new();
    private readonly ChunkCache chunks;
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<ChangeChunk> recent = [];
    private List<ChangeChunk> held = [];
    private ChangeCursor seen;
    private long? heldSince;
    private long? failingSince;
    private Exception? broken;
    private Task looking = Task.CompletedTask;

    private JournalTail(IGraphStore store, TimeProvider time, ChangeCursor start)
    {
        (this.store, this.time, seen, End) = (store, time, start, start);
        chunks = new(store);
    }

    /// <summary>The place up to which changes are told.</summary>
    public ChangeCursor End { get; private set; }

    /// <summary>Whether it looks no more, for what it followed is gone.</summary>
    public bool IsBroken
    {
        get
        {
            lock (gate) return broken is not null;
        }
    }

    /// <summary>Begins at the end of what runs that are over have changed.</summary>
    public static async Task<JournalTail> BeginAsync(IGraphStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var tail = new JournalTail(store, time, await StartAsync(store, time, cancellationToken));
        tail.looking = Detached.Run(tail.LookAsync);
        return tail;
    }

    /// <summary>Ends when there is something to tell after a place.</summary>
    /// <exception cref="ChangesLostException">The graph has another history now.</exception>
    /// <exception cref="StoreException">The store has not answered for long.</exception>
    public async Task PastAsync(ChangeCursor place, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (broken is not null) throw broken;
                if (End.Number > place.Number) return;
                next = moved.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Some chunks, without their changes, that are to be told after a place, in their order; none where it is the end.</summary>
    /// <exception cref="ChangesLostException">They are not kept any more.</exception>
    public async ValueTask<IReadOnlyList<ChangeChunk>> HeadsAsync(ChangeCursor place, CancellationToken cancellationToken)
    {
        var (known, last) = Known();
        if (known is not [var first, ..] || first.First > place.Number + 1) known = await ChangeFeed.HeadsAsync(store, place, cancellationToken);
        return [.. known.Where(head => head.Last > place.Number && head.Last <= last.Number)];

        (IReadOnlyList<ChangeChunk> Known, ChangeCursor Last) Known()
        {
            lock (gate) return (recent, End);
        }
    }

    /// <summary>The changes of a chunk that are told; many ask for the same at one time.</summary>
    public ValueTask<IReadOnlyList<ToldChange>> ChangesAsync(ChangeChunk head, CancellationToken cancellationToken) =>
        chunks.FindAsync(head, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await looking;
        end.Dispose();
    }

    // What a run at work has written by now is held until it is over, as if it had been watched from its beginning: whoever goes on from before it
    // would else be told of nodes that have no relationships yet, and the condition that asks for one would never be true.
    private static async ValueTask<ChangeCursor> StartAsync(IGraphStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await store.ChangeHeadsAsync(long.MaxValue, 1, cancellationToken) is not [var end, ..]) return ChangeCursor.Start;
        var isOver = await store.RunsAsync(1, 0, cancellationToken) is not [{ EndedAt: null } latest] || latest.Id > end.Run;
        // One that was killed long ago is no news. The writer's clock may be another: where it is behind, the run is taken for over too early.
        return isOver || time.GetUtcNow() - end.At > Limits.QuietRun
            ? ChangeCursor.Of(end.Last, end)
            : await ChangeFeed.BeforeRunAsync(store, end.Run, end, cancellationToken);
    }

    private async Task LookAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Limits.JournalLook, time, end.Token);
                await LookOnceAsync(end.Token);
                failingSince = null;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException fault)
            {
                failingSince ??= time.GetTimestamp();
                if (time.GetElapsedTime(failingSince.Value) >= Limits.StoreAway) Fail(fault, forGood: false);
            }
            catch (Exception fault)
            {
                Fail(fault, forGood: true);
                return;
            }
        }
    }

    private async ValueTask LookOnceAsync(CancellationToken cancellationToken)
    {
        var heads = await ChangeFeed.HeadsAsync(store, seen, cancellationToken);
        var come = heads.Where(head => head.Last > seen.Number).ToList();
        if (come.Count > 0)
        {
            held.AddRange(come);
            seen = ChangeCursor.Of(come[^1].Last, come[^1]);
            heldSince = time.GetTimestamp();
        }

        if (held.Count == 0) return;
        var latest = (await store.RunsAsync(1, 0, cancellationToken)).FirstOrDefault();
        var isQuiet = heldSince is { } since && time.GetElapsedTime(since) >= Limits.QuietRun;
        var told = isQuiet ? held : [.. held.TakeWhile(IsOver)];
        if (told.Count > 0) Tell(told);

        bool IsOver(ChangeChunk chunk) =>
            chunk.Run == 0 || latest is null || chunk.Run < latest.Id || (chunk.Run == latest.Id && latest.EndedAt is not null);
    }

    private void Tell(List<ChangeChunk> told)
    {
        held = [.. held.Skip(told.Count)];
        TaskCompletionSource woken;
        lock (gate)
        {
            recent = [.. recent.Concat(told).TakeLast(Limits.RecentChunks)];
            End = ChangeCursor.Of(told[^1].Last, told[^1]);
            woken = moved;
            moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        woken.TrySetResult();
    }

    // Those who wait now are told; whoever comes later waits anew.
    private void Fail(Exception fault, bool forGood)
    {
        TaskCompletionSource woken;
        lock (gate)
        {
            if (forGood) broken = fault;
            woken = moved;
            moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        woken.TrySetException(fault);
        _ = woken.Task.Exception; // Nobody may be waiting.
    }
}
