namespace Graph.Stores.Neo4j.Bolt;

/// <summary>How a transaction begins and ends, and what the connection needs after it (Neo4j Bolt manual, "Messages").</summary>
internal sealed partial class BoltConnection
{
    private bool beginAwaited;

    /// <summary>The answer to what has ended a reading transaction is still to come.</summary>
    public bool IsEndAwaited { get; private set; }

    /// <summary>Queues BEGIN; it travels with the first statement of the transaction.</summary>
    public void Begin(TransactionScope scope)
    {
        output.Begin(scope);
        AllowSilence(scope.Timeout);
        inTransaction = true;
        beginAwaited = true;
    }

    /// <summary>
    /// Commits, and returns the server's bookmark. It cannot be cancelled: nobody would know whether it was done. When the connection is lost
    /// before the answer, the exception's <see cref="DatabaseException.CommitUnknown"/> is set.
    /// </summary>
    public async Task<string?> CommitAsync()
    {
        if (beginAwaited)
        {
            // No statement was run, so nothing was sent and nothing is there to commit.
            output.Clear();
            inTransaction = beginAwaited = false;
            return null;
        }

        output.Commit();
        try
        {
            await SendAsync();
            var summary = await ReadSuccessAsync();
            inTransaction = false;
            return summary.Bookmark;
        }
        catch (DatabaseException lost) when (broken)
        {
            throw lost.WithCommitUnknown();
        }
    }

    /// <summary>
    /// Ends a transaction that has only read, whose rows are all there: COMMIT is sent, and its answer is awaited by
    /// <see cref="SettleAsync"/>, since nothing that was read depends on it.
    /// </summary>
    public async Task EndReadingAsync()
    {
        if (beginAwaited)
        {
            await CommitAsync();
            return;
        }

        output.Commit();
        await SendAsync();
        IsEndAwaited = true;
    }

    /// <summary>
    /// Brings the connection back to where a new statement can run, with no transaction left open on the server. False: it is broken.
    /// </summary>
    public ValueTask<bool> SettleAsync()
    {
        if (broken)
            return new(false);
        if (IsEndAwaited)
            return new(SettleAfterEndAsync());
        if (awaited == 0 && !failed && !inTransaction && resetRequested == 0)
        {
            output.Clear();
            input.Shrink();
            return new(true);
        }

        return new(ResetAsync());
    }

    private async Task<bool> SettleAfterEndAsync()
    {
        IsEndAwaited = false;
        try
        {
            await ReadSuccessAsync();
            inTransaction = false;
        }
        catch (Exception exception) when (exception is DatabaseException or OperationCanceledException)
        {
            // Whoever has read has all rows; RESET ends what is left of the transaction.
        }

        return await SettleAsync();
    }
}
