using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Sending what is queued, and reading what comes back (Neo4j Bolt manual, "Messages", "Summary message" and "Detail message").</summary>
internal sealed partial class BoltConnection
{
    private const int AllRows = -1;

    /// <summary>
    /// Runs statements of the transaction that is open: all of them travel before the first is answered, so that they wait once. Their rows come
    /// one statement after the other, and all at once: how fast the sinks take them slows the server down as the network does.
    /// </summary>
    public async Task<IReadOnlyList<StatementSummary>> RunAllAsync(IReadOnlyList<AskedStatement> asked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (statement, _) in asked)
        {
            output.Run(statement, scope: null);
            output.Pull(AllRows);
        }

        return await InterruptedByAsync(
            async () =>
            {
                var summaries = new List<StatementSummary>();
                await SendAsync();
                await ReadBeginAsync();
                foreach (var (_, rows) in asked)
                {
                    RowsDelivered = 0;
                    await ReadColumnsAsync(rows);
                    var summary = await ReadRowsAsync(rows);
                    if (summary.HasMore) throw PackStreamReader.Broken("rows were kept back though all were asked for");
                    summaries.Add(summary.ToStatementSummary(RowsDelivered));
                }

                return summaries;
            },
            cancellationToken);
    }

    /// <summary>Sends everything queued, unless the connection was interrupted: nothing may start after a RESET that was meant to end it.</summary>
    private async ValueTask SendAsync()
    {
        await sending.WaitAsync();
        try
        {
            if (Volatile.Read(ref resetRequested) != 0)
                throw new OperationCanceledException();
            Interlocked.Add(ref awaited, output.Messages);
            await transport.Stream.WriteAsync(output.Pending);
        }
        catch (Exception exception) when (BoltTransport.IsLoss(exception))
        {
            throw Lost(exception);
        }
        finally
        {
            output.Clear();
            sending.Release();
        }
    }

    private async Task SendResetAsync()
    {
        await sending.WaitAsync();
        try
        {
            Interlocked.Increment(ref awaited);
            await transport.Stream.WriteAsync(BoltRequests.Reset);
        }
        catch (Exception exception) when (BoltTransport.IsLoss(exception))
        {
            Abort();
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Waits until more bytes have come, for as long as the server may stay silent.</summary>
    private async ValueTask ReceiveAsync()
    {
        if (broken)
            throw Lost(new EndOfStreamException());
        var guarded = allowedSilence != Timeout.InfiniteTimeSpan;
        if (guarded)
        {
            watch.Change(allowedSilence, Timeout.InfiniteTimeSpan);
            if (Volatile.Read(ref resetRequested) != 0)
                watch.Change(settings.ResetTimeout, Timeout.InfiniteTimeSpan);
        }

        try
        {
            await input.FillAsync();
        }
        catch (Exception exception) when (BoltTransport.IsLoss(exception))
        {
            throw Lost(exception);
        }

        if (guarded && Volatile.Read(ref resetRequested) == 0)
            watch.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private async ValueTask ReadBeginAsync()
    {
        if (!beginAwaited) return;
        await ReadSuccessAsync();
        beginAwaited = false;
    }

    /// <summary>Reads one answer of which only success matters.</summary>
    private async ValueTask<BoltSummary> ReadSuccessAsync()
    {
        while (true)
        {
            if (TryTake(out var reader, out var signature))
            {
                if (signature == ResponseSignature.Record)
                    throw PackStreamReader.Broken("a row came where none was asked for");
                return Summary(ref reader, signature);
            }

            await ReceiveAsync();
        }
    }

    private async ValueTask ReadColumnsAsync(IRowSink rows)
    {
        while (true)
        {
            if (TryTake(out var reader, out var signature))
            {
                HandColumns(ref reader, signature, rows);
                return;
            }

            await ReceiveAsync();
        }
    }

    /// <summary>Hands every row to the sink as it comes, and returns what ends them.</summary>
    private async ValueTask<BoltSummary> ReadRowsAsync(IRowSink rows)
    {
        while (true)
        {
            while (TryTake(out var reader, out var signature))
            {
                if (signature != ResponseSignature.Record)
                    return Summary(ref reader, signature);
                if (Volatile.Read(ref resetRequested) != 0)
                    throw new OperationCanceledException();
                RowsDelivered++;
                rows.OnRow(reader);
            }

            await ReceiveAsync();
        }
    }

    /// <summary>Reads on to the end of one answer, whatever it is, and drops its rows.</summary>
    private async ValueTask<byte> ReadAnswerAsync()
    {
        while (true)
        {
            while (TryTake(out _, out var signature))
            {
                if (signature != ResponseSignature.Record)
                    return signature;
            }

            await ReceiveAsync();
        }
    }

    /// <summary>Takes the next message when all of it is there; an answer that ends is counted off.</summary>
    private bool TryTake(out PackStreamReader reader, out byte signature)
    {
        try
        {
            if (!input.TryRead(out var message))
            {
                reader = default;
                signature = 0;
                return false;
            }

            reader = new PackStreamReader(message);
            signature = reader.ReadStructureHeader().Tag;
        }
        catch (DatabaseException)
        {
            Abort();
            throw;
        }

        if (signature is ResponseSignature.Success or ResponseSignature.Failure or ResponseSignature.Ignored)
        {
            Interlocked.Decrement(ref awaited);
        }
        else if (signature != ResponseSignature.Record)
        {
            Abort();
            throw PackStreamReader.Broken($"a message begins with {signature:X2}");
        }

        return true;
    }

    private BoltSummary Summary(ref PackStreamReader reader, byte signature)
    {
        ThrowUnlessSuccess(ref reader, signature);
        return BoltSummary.Read(ref reader);
    }

    private void HandColumns(ref PackStreamReader reader, byte signature, IRowSink rows)
    {
        ThrowUnlessSuccess(ref reader, signature);
        for (var entries = reader.ReadMapHeader(); entries > 0; entries--)
        {
            if (reader.ReadUtf8().SequenceEqual("fields"u8))
            {
                rows.OnColumns(reader);
                return;
            }

            reader.Skip();
        }
    }

    private void ThrowUnlessSuccess(ref PackStreamReader reader, byte signature)
    {
        if (signature == ResponseSignature.Success)
            return;
        failed = true;
        if (signature == ResponseSignature.Failure)
            throw ServerFailure.Read(ref reader).ToException(settings, Authentication.ToString());
        throw Volatile.Read(ref resetRequested) != 0
            ? new OperationCanceledException()
            : PackStreamReader.Broken("a request was ignored without a failure before it");
    }

    private DatabaseException Lost(Exception exception)
    {
        Abort();
        return new DatabaseException(
            DatabaseErrorKind.Unavailable, Sentences.ConnectionLost(settings.Address, BoltTransport.Reason(exception)), exception)
        {
            IsTransient = true
        };
    }
}

/// <summary>The first byte of what a server says.</summary>
internal static class ResponseSignature
{
    public const byte Success = 0x70;
    public const byte Record = 0x71;
    public const byte Ignored = 0x7E;
    public const byte Failure = 0x7F;
}
