using System.Runtime.CompilerServices;
using Graph.Api.Serving;
using Graph.GraphQL;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;
using Graph.Model.Stores;

namespace Graph.Api.Streams;

/// <summary>
/// Tells subscribers what changes in a graph: one reader of its journal for all of them, who looks only while somebody listens, and one answer
/// for all who ask the same. One for each graph that is served.
/// </summary>
/// <param name="store">The graph.</param>
/// <param name="gate">Where statements take turns; null: each runs at once.</param>
/// <param name="time">The clock; null: the system's.</param>
/// <param name="most">Most subscribers at a time; null: <see cref="MaxListeners"/>.</param>
public sealed class ChangeStreams(IGraphStore store, StatementGate? gate = null, TimeProvider? time = null, int? most = null) : IAsyncDisposable
{
    /// <summary>Most subscribers at a time: each takes some tens of kilobytes with its connection, more while it is told something.</summary>
    public const int MaxListeners = 4_000;

    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private readonly int total = most ?? MaxListeners;
    private readonly Lock change = new();
    private readonly Dictionary<(object Plan, string Values), ChangeGroup> gathered = [];
    private readonly HashSet<ChangeListener> listeners = [];
    private readonly Dictionary<string, int> ofClients = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim statements = new(Limits.StreamStatements, Limits.StreamStatements);
    private readonly SharedAnswers answers = new(time ?? TimeProvider.System);
    private Task<JournalTail>? tail;

    /// <summary>How many listen.</summary>
    public int Listeners
    {
        get
        {
            lock (change) return listeners.Count;
        }
    }

    /// <summary>How many groups those who listen are told in.</summary>
    internal int Groups
    {
        get
        {
            lock (change) return listeners.Select(listener => listener.Group).Distinct().Count();
        }
    }

    /// <summary>Begins the stream of a subscriber.</summary>
    /// <param name="question">What it asks.</param>
    /// <param name="from">After which place; null: from now on.</param>
    /// <param name="services">The services of the request, of which <see cref="IClientIdentity"/> tells whose it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GraphQLException">There are too many, or what came after the place is not kept.</exception>
    internal async ValueTask<IAsyncEnumerable<StreamedEvent>> OpenAsync(
        ChangeQuestion question, ChangeCursor? from, IServiceProvider? services, CancellationToken cancellationToken)
    {
        var client = (services?.GetService(typeof(IClientIdentity)) as IClientIdentity)?.Key ?? "";
        lock (change) Admit(client);
        try
        {
            if (from is { } place) await ChangeFeed.HeadsAsync(store, place, cancellationToken);
        }
        catch (Exception fault) when (fault is ChangesLostException or StoreException)
        {
            throw StreamErrors.Of(fault, from!.Value);
        }

        return ListenAsync(question, from, client, default);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task<JournalTail>? last;
        List<ChangeListener> left;
        lock (change) (last, tail, left) = (tail, null, [.. listeners]);
        foreach (var listener in left) listener.End(null);
        await DisposeAsync(last);
    }

    /// <summary>The events of some changes; few are asked for at once, so that a thousand subscribers leave room for everybody else.</summary>
    internal ValueTask<IReadOnlyList<StreamedEvent?>> AskAsync(
        ChangeQuestion question, IReadOnlyList<ToldChange> changes, double price, string client, CancellationToken cancellationToken)
    {
        return answers.FindAsync(question, changes, MakeAsync, cancellationToken);

        async Task<IReadOnlyList<StreamedEvent?>> MakeAsync()
        {
            IReadOnlyList<StreamedEvent?> events = [];
            await statements.WaitAsync();
            try
            {
                if (gate is null) await AnswerAsync(CancellationToken.None);
                else await gate.RunAsync(price, new OneClient(client), AnswerAsync, CancellationToken.None);
                return events;
            }
            finally
            {
                statements.Release();
            }

            async ValueTask AnswerAsync(CancellationToken token) => events = await question.AnswerAsync(changes, token);
        }
    }

    /// <summary>
    /// A group has told all that it knows of, or begins: it joins those who ask the same and have come as far; false when nothing is left of it.
    /// </summary>
    internal bool MayRest(ChangeGroup group)
    {
        lock (change)
        {
            if (group.Listeners.Count == 0) return Forget(group);
            if (!gathered.TryGetValue(group.Question.Key, out var others)) gathered[group.Question.Key] = others = group;
            if (others != group && others.IsIdle && others.Place == group.Place && others.Tail == group.Tail)
            {
                foreach (var listener in group.Listeners) listener.Group = others;
                others.Listeners = [.. others.Listeners, .. group.Listeners];
                group.Listeners = [];
                return false;
            }

            return group.IsIdle = true;
        }
    }

    /// <summary>There is something to tell; false when nobody listens any more.</summary>
    internal bool MayGoOn(ChangeGroup group)
    {
        lock (change)
        {
            group.IsIdle = false;
            return group.Listeners.Count > 0 || Forget(group);
        }
    }

    /// <summary>Parts who does not keep up from the others; false where there are none.</summary>
    internal bool Part(ChangeGroup group, ChangeListener listener)
    {
        ChangeGroup alone;
        lock (change)
        {
            // One that has left meanwhile is nobody to wait for, who would keep those that are still there waiting.
            if (listener.Group != group || !group.Listeners.Contains(listener)) return true;
            if (group.Listeners.Count == 1) return false;
            group.Listeners = [.. group.Listeners.Where(one => one != listener)];
            alone = new(this, group.Tail, group.Question, group.Place, clock) { Listeners = [listener] };
            listener.Group = alone;
        }

        alone.Begin();
        return true;
    }

    /// <summary>Ends a group, and gives those who are left in it.</summary>
    internal IReadOnlyList<ChangeListener> Dissolve(ChangeGroup group)
    {
        lock (change)
        {
            Forget(group);
            var left = group.Listeners;
            group.Listeners = [];
            return left;
        }
    }

    private async IAsyncEnumerable<StreamedEvent> ListenAsync(
        ChangeQuestion question, ChangeCursor? from, string client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listener = new ChangeListener(client, MostWaiting);
        lock (change)
        {
            Admit(client);
            listeners.Add(listener);
            ofClients[client] = ofClients.GetValueOrDefault(client) + 1;
        }

        StreamMetrics.Came();
        try
        {
            await JoinAsync(listener, question, from, cancellationToken);
            await foreach (var told in listener.AllAsync(cancellationToken)) yield return told;
        }
        finally
        {
            StreamMetrics.Left();
            await LeaveAsync(listener);
        }
    }

    private async Task JoinAsync(ChangeListener listener, ChangeQuestion question, ChangeCursor? from, CancellationToken cancellationToken)
    {
        JournalTail journal;
        try
        {
            journal = await TailAsync().WaitAsync(cancellationToken);
        }
        catch (StoreException fault)
        {
            throw StreamErrors.Of(fault, from);
        }

        ChangeGroup? begun = null;
        lock (change)
        {
            var place = from ?? journal.End;
            listener.TellPlace(place.ToString());
            if (gathered.TryGetValue(question.Key, out var group) && group.IsIdle && group.Place == place && group.Tail == journal)
            {
                group.Listeners = [.. group.Listeners, listener];
            }
            else
            {
                group = begun = new(this, journal, question, place, clock) { Listeners = [listener] };
            }

            listener.Group = group;
        }

        begun?.Begin();
    }

    private async ValueTask LeaveAsync(ChangeListener listener)
    {
        Task<JournalTail>? last = null;
        lock (change)
        {
            listeners.Remove(listener);
            if (--ofClients[listener.Client] == 0) ofClients.Remove(listener.Client);
            if (listener.Group is { } group)
            {
                group.Listeners = [.. group.Listeners.Where(one => one != listener)];
                if (group.Listeners.Count == 0)
                {
                    Forget(group);
                    group.End();
                }
            }

            if (listeners.Count == 0) (last, tail) = (tail, null);
        }

        await DisposeAsync(last);
    }

    private Task<JournalTail> TailAsync()
    {
        lock (change)
        {
            if (tail is null or { IsFaulted: true } || (tail.IsCompletedSuccessfully && tail.Result.IsBroken))
                tail = Detached.Run(() => JournalTail.BeginAsync(store, clock, CancellationToken.None));
            return tail;
        }
    }

    private static async ValueTask DisposeAsync(Task<JournalTail>? last)
    {
        if (last is null) return;
        await ((Task)last).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (last.IsCompletedSuccessfully) await (await last).DisposeAsync();
    }

    private void Admit(string client)
    {
        if (listeners.Count >= total)
            throw StatementLane.Refusal(StatementGate.ServerCode, ApiMessages.TooManyListeners(total), Limits.ListenerRetry);
        var ofOne = total / 2;
        if (ofClients.GetValueOrDefault(client) >= ofOne)
            throw StatementLane.Refusal(StatementGate.ClientCode, ApiMessages.TooManyListenersOfClient(ofOne), Limits.ListenerRetry);
    }

    private bool Forget(ChangeGroup group)
    {
        if (gathered.GetValueOrDefault(group.Question.Key) == group) gathered.Remove(group.Question.Key);
        return false;
    }

    private int MostWaiting() => Math.Clamp(Limits.AllWaitingBytes / Math.Max(1, Listeners), Limits.LeastWaitingBytes, Limits.WaitingBytes);

    private sealed class OneClient(string key) : IServiceProvider, IClientIdentity
    {
        public string Key => key;

        public object? GetService(Type serviceType) => serviceType == typeof(IClientIdentity) ? this : null;
    }
}
