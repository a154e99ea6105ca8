using Graph.Model.Changes;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Api.Streams;

/// <summary>
/// Looks at the end of a graph's journal for all who listen, whoever writes it. What a run changes is told when the run is over: only then has a
/// node all its relationships. A run that was killed is over when a later one has written, or it has itself written nothing for long.
/// </summary>
/// <remarks>
/// That a later run has begun does not say so: on Neo4j a run may lose its turn with its connection, and go on when the other has changed nothing.
/// Once a later one has written, the store takes no more from it.
/// </remarks>
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

    /// <summary>See <see cref="ChunkCache.NextAsync"/>; many ask for the same at one time.</summary>
    public ValueTask<IReadOnlyList<ToldChange>> NextAsync(
        ChangeChunk head, long after, bool isFirst, Func<ToldChange, bool> wants, CancellationToken cancellationToken) =>
        chunks.NextAsync(head, after, isFirst, wants, cancellationToken);

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
        var end = await LastAsync();
        while (end is not null)
        {
            // One that was killed long ago is no news. The writer's clock may be another: where it is behind, the run is taken for over too early.
            if (time.GetUtcNow() - end.At <= Limits.QuietRun && !await HasEndedAsync(store, end.Run, cancellationToken))
                return await ChangeFeed.BeforeRunAsync(store, end.Run, end, cancellationToken);

            // It may have ended, and written before that, after its end was looked for.
            var last = await LastAsync();
            if (last?.First == end.First) return ChangeCursor.Of(end.Last, end);
            end = last;
        }

        return ChangeCursor.Start;

        async ValueTask<ChangeChunk?> LastAsync() => (await store.ChangeHeadsAsync(long.MaxValue, 1, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Whether a run that has written says that it has ended; one of which nothing is known any more has.</summary>
    private static async ValueTask<bool> HasEndedAsync(IGraphStore store, long run, CancellationToken cancellationToken)
    {
        if (run == 0 || (await store.RunsAsync(1, 0, cancellationToken)).FirstOrDefault() is not { } latest) return true;
        if (latest.Id <= run) return latest.Id == run && latest.EndedAt is not null;
        var since = await store.RunsAsync((int)Math.Min(latest.Id - run + 1, ImportRun.Kept), 0, cancellationToken);
        return since.FirstOrDefault(one => one.Id == run) is not { EndedAt: null };
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
        var isQuiet = heldSince is { } since && time.GetElapsedTime(since) >= Limits.QuietRun;
        var told = isQuiet ? held : await OverAsync(cancellationToken);
        if (told.Count > 0) Tell(told);
    }

    // All that stands before what the latest run has written is over, and so is that where the run says so.
    private async ValueTask<List<ChangeChunk>> OverAsync(CancellationToken cancellationToken)
    {
        var latest = held.FindLast(chunk => chunk.Run != 0)?.Run ?? 0;
        return await HasEndedAsync(store, latest, cancellationToken) ? held : [.. held.TakeWhile(chunk => chunk.Run != latest)];
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
