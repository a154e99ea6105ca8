using Graph.GraphQL;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;
using Graph.Model.Stores;

namespace Graph.Api.Streams;

/// <summary>
/// Those who ask the same and have come equally far: each change is looked at and written once for all of them. Who does not keep up is parted
/// from the others, and has a group alone until it has caught up.
/// </summary>
/// <param name="streams">All groups.</param>
/// <param name="tail">The journal.</param>
/// <param name="question">What they ask.</param>
/// <param name="place">How far they have come.</param>
/// <param name="time">The clock.</param>
internal sealed class ChangeGroup(ChangeStreams streams, JournalTail tail, ChangeQuestion question, ChangeCursor place, TimeProvider time)
{
    private readonly CancellationTokenSource end = new();
    private int turn;

    /// <summary>What they ask.</summary>
    public ChangeQuestion Question => question;

    /// <summary>How far they have come.</summary>
    public ChangeCursor Place { get; private set; } = place;

    /// <summary>The journal that it reads.</summary>
    public JournalTail Tail => tail;

    /// <summary>Waits for something to tell; changed only under the lock of <see cref="ChangeStreams"/>.</summary>
    public bool IsIdle { get; set; }

    /// <summary>Who they are; replaced as a whole, under the lock of <see cref="ChangeStreams"/>.</summary>
    public IReadOnlyList<ChangeListener> Listeners { get; set; } = [];

    /// <summary>Begins to tell.</summary>
    public void Begin() => _ = Detached.Run(RunAsync);

    /// <summary>Ends: nobody listens any more.</summary>
    public void End() => end.Cancel();

    private async Task RunAsync()
    {
        try
        {
            long? failing = null;
            while (streams.MayRest(this))
            {
                if (failing is null) await tail.PastAsync(Place, end.Token);
                if (!streams.MayGoOn(this)) return;
                try
                {
                    await ReadOnAsync(end.Token);
                    failing = null;
                }
                catch (StoreException) when (time.GetElapsedTime(failing ??= time.GetTimestamp()) < Limits.StoreAway)
                {
                    await Task.Delay(Limits.StoreRetry, time, end.Token);
                }
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception fault)
        {
            var told = StreamErrors.Of(fault, Place);
            foreach (var listener in streams.Dissolve(this)) listener.End(told);
        }
    }

    private async Task ReadOnAsync(CancellationToken cancellationToken)
    {
        for (var heads = await tail.HeadsAsync(Place, cancellationToken); heads.Count > 0; heads = await tail.HeadsAsync(Place, cancellationToken))
        {
            foreach (var head in heads)
            {
                if (question.Types is not { } types || head.Types.Any(types.Contains)) await TellAsync(head, cancellationToken);
                Place = ChangeCursor.Of(head.Last, head);
            }
        }

        var id = Place.ToString();
        foreach (var listener in Listeners) listener.TellPlace(id);
    }

    private async Task TellAsync(ChangeChunk head, CancellationToken cancellationToken)
    {
        for (var isFirst = true; await tail.NextAsync(head, Place.Number, isFirst, Wants, cancellationToken) is { Count: > 0 } some; isFirst = false)
        {
            var events = await AnswerAsync(some, cancellationToken);
            foreach (var (at, told) in events.Index())
            {
                if (told is { } one) await TellAsync(one, cancellationToken);
                Place = some[at].Cursor;
            }
        }
    }

    private bool Wants(ToldChange change) => question.Types?.Contains(change.Change.Record.Type) != false && question.Wants(change);

    private async Task TellAsync(StreamedEvent told, CancellationToken cancellationToken)
    {
        // A copy: who is parted leaves the list.
        foreach (var listener in Listeners)
        {
            if (listener.TryTell(told)) continue;
            if (streams.Part(this, listener)) continue;
            while (!listener.TryTell(told))
            {
                try
                {
                    await listener.ReadAsync().WaitAsync(Limits.SlowListener, time, cancellationToken);
                }
                catch (TimeoutException)
                {
                    throw StreamErrors.TooSlow(Place);
                }
            }
        }

        StreamMetrics.Told(Listeners.Count);
    }

    /// <summary>Asks the store when it is this question's turn, to the charge of each of those who ask in turn.</summary>
    private async ValueTask<IReadOnlyList<StreamedEvent?>> AnswerAsync(IReadOnlyList<ToldChange> changes, CancellationToken cancellationToken)
    {
        var price = question.Price(changes.Count);
        if (price == 0) return await question.AnswerAsync(changes, cancellationToken);
        while (true)
        {
            var listeners = Listeners;
            if (listeners.Count == 0) throw new OperationCanceledException();
            var payer = listeners[(int)((uint)turn++ % (uint)listeners.Count)].Client;
            try
            {
                return await streams.AskAsync(question, changes, price, payer, cancellationToken);
            }
            catch (GraphQLException refusal) when (StreamErrors.WaitOf(refusal) is { } wait)
            {
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }
}
