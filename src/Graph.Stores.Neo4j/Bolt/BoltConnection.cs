using Graph.Stores.Neo4j.Bolt.Routing;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// One connection that is open and logged on. One task at a time runs statements on it; only <see cref="Interrupt"/> may come from elsewhere.
/// </summary>
/// <remarks>
/// The server answers every request in order, so the connection counts the answers it still awaits. After a failure, a cancellation or an
/// exception of the sink nobody reads them any more: <see cref="SettleAsync"/> then sends RESET, which also ends what still runs, and reads on
/// until the answer to that RESET has come. A connection that cannot be settled is broken and is never used again.
/// </remarks>
internal sealed partial class BoltConnection
{
    private readonly BoltSettings settings;
    private readonly TimeProvider time;
    private readonly BoltTransport transport;
    private readonly MessageInput input;
    private readonly MessageOutput output = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly ITimer watch;

    private int awaited;
    private int resetRequested;
    private Task resetSent = Task.CompletedTask;
    private bool failed;
    private bool inTransaction;
    private volatile bool broken;
    private TimeSpan promisedSilence = Timeout.InfiniteTimeSpan;
    private TimeSpan allowedSilence = Timeout.InfiniteTimeSpan;

    private BoltConnection(BoltSettings settings, TimeProvider time, BoltTransport transport)
    {
        this.settings = settings;
        this.time = time;
        this.transport = transport;
        input = new MessageInput(transport.Stream);
        watch = time.CreateTimer(static state => ((BoltConnection)state!).Abort(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        OpenedAt = time.GetTimestamp();
        Authentication = BoltAuthentication.None;
    }

    public BoltVersion Version { get; private set; }

    /// <summary>Where the server is.</summary>
    public BoltAddress Address => settings.Address;

    /// <summary>The server's name and version, as it gives them: <c>Neo4j/5.26.28</c>.</summary>
    public string Server { get; private set; } = "Neo4j";

    public BoltAuthentication Authentication { get; private set; }

    /// <summary>When the connection was opened, on the clock of the <see cref="TimeProvider"/>.</summary>
    public long OpenedAt { get; }

    /// <summary>When the server last accepted the credentials.</summary>
    public long LoggedOnAt { get; private set; }

    /// <summary>How many rows the last statement has handed to its sink.</summary>
    public long RowsDelivered { get; private set; }

    public bool IsBroken => broken;

    /// <summary>Whether the peer has closed the connection, or has sent something that nobody asked for. Costs one system call.</summary>
    public bool LooksStale => broken || transport.HasInput || input.HasLeftovers;

    /// <summary>
    /// Runs one statement: RUN and PULL travel together. Inside a transaction <paramref name="scope"/> is null. When this throws, the
    /// connection must be settled before anything else is asked.
    /// </summary>
    public async Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, TransactionScope? scope, CancellationToken cancellationToken)
    {
        RowsDelivered = 0;
        if (scope is { } own)
            AllowSilence(own.Timeout);
        cancellationToken.ThrowIfCancellationRequested();
        output.Run(statement, scope);
        output.Pull(statement.FetchSize);
        return await InterruptedByAsync(() => ExchangeAsync(statement, rows, cancellationToken), cancellationToken);
    }

    private async Task<T> InterruptedByAsync<T>(Func<Task<T>> exchange, CancellationToken cancellationToken)
    {
        try
        {
            using (cancellationToken.UnsafeRegister(static connection => ((BoltConnection)connection!).Interrupt(), this))
                return await exchange();
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is OperationCanceledException or DatabaseException)
        {
            throw new OperationCanceledException("The statement was cancelled.", exception, cancellationToken);
        }
    }

    /// <summary>Asks which servers of the cluster answer for the database, and waits no longer than a greeting may take.</summary>
    public async Task<RoutingTable> RouteAsync()
    {
        allowedSilence = settings.GreetingTimeout;
        output.Route(settings);
        await SendAsync();
        return RoutingTable.Of((await ReadSuccessAsync()).Table);
    }

    /// <summary>Ends what runs on the server: sends RESET, past everything that is queued. Safe from any thread, any number of times.</summary>
    public void Interrupt()
    {
        if (Interlocked.Exchange(ref resetRequested, 1) != 0)
            return;
        watch.Change(settings.ResetTimeout, Timeout.InfiniteTimeSpan);
        resetSent = SendResetAsync();
    }

    /// <summary>Asks the server for a sign of life, within <see cref="BoltSettings.ResetTimeout"/>.</summary>
    public Task<bool> IsAliveAsync() => ResetAsync();

    /// <summary>Changes who asks, without opening a connection anew. False: the connection cannot, or the server refuses.</summary>
    public async Task<bool> TryLogonAgainAsync(BoltAuthentication authentication)
    {
        if (!Version.HasLogon)
            return false;
        output.Logoff();
        output.Logon(authentication);
        try
        {
            await SendAsync();
            await ReadSuccessAsync();
            await ReadSuccessAsync();
            Authentication = authentication;
            LoggedOnAt = time.GetTimestamp();
            return true;
        }
        catch (DatabaseException)
        {
            broken = true;
            return false;
        }
    }

    /// <summary>Closes the connection at once, whatever runs on it; a task that waits for it sees a lost connection.</summary>
    public void Abort()
    {
        broken = true;
        transport.Dispose();
    }

    /// <summary>Says GOODBYE when that is possible without waiting, and closes. Nobody may be using the connection.</summary>
    public async ValueTask CloseAsync()
    {
        await watch.DisposeAsync();
        if (!broken)
        {
            broken = true;
            try
            {
                await transport.Stream.WriteAsync(BoltRequests.Goodbye).AsTask().WaitAsync(settings.ResetTimeout, time);
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException or TimeoutException)
            {
                // The server is gone already, which is what GOODBYE asks for.
            }
        }

        transport.Dispose();
        input.Dispose();
        output.Dispose();
    }

    /// <summary>
    /// Sets how long the server may say nothing: as long as it promised, or as long as it has for the transaction, whichever is
    /// shorter.
    /// </summary>
    private void AllowSilence(TimeSpan? transactionLimit)
    {
        allowedSilence = promisedSilence;
        if (transactionLimit is { } limit && (promisedSilence == Timeout.InfiniteTimeSpan || limit + settings.TimeoutGrace < promisedSilence))
            allowedSilence = limit + settings.TimeoutGrace;
    }

    private async Task<StatementSummary> ExchangeAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken)
    {
        await SendAsync();
        await ReadBeginAsync();
        await ReadColumnsAsync(rows);
        while (true)
        {
            var summary = await ReadRowsAsync(rows);
            if (!summary.HasMore)
                return summary.ToStatementSummary(RowsDelivered);
            await rows.OnFetchedAsync(cancellationToken);
            if (rows.IsSatisfied)
                output.Discard();
            else
                output.Pull(statement.FetchSize);
            await SendAsync();
        }
    }

    private async Task<bool> ResetAsync()
    {
        output.Clear();
        try
        {
            Interrupt();
            await resetSent;
            var acknowledged = false;
            while (Volatile.Read(ref awaited) > 0)
                acknowledged = await ReadAnswerAsync() == ResponseSignature.Success;
            broken |= !acknowledged;
        }
        catch (DatabaseException)
        {
            broken = true;
        }

        watch.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        resetRequested = 0;
        failed = inTransaction = beginAwaited = false;
        return !broken;
    }
}
