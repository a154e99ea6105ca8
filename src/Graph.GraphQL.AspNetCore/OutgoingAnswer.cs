using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <summary>An answer on its way: written piece by piece, each when the client has taken enough of what came before.</summary>
internal sealed class OutgoingAnswer(
    OutgoingAnswers all,
    HttpContext context,
    int bytes,
    TimeSpan patience,
    TimeProvider time,
    RequestLog log) : IDisposable
{
    private long waitingSince;

    /// <summary>Length of the whole answer.</summary>
    public int Bytes => bytes;

    /// <summary>Where the answer is written to.</summary>
    public PipeWriter Writer => context.Response.BodyWriter;

    /// <summary>How long it has waited for its client; zero while it does not.</summary>
    public TimeSpan Waited => Interlocked.Read(ref waitingSince) is > 0 and var since ? time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Writes bytes as they are.</summary>
    /// <exception cref="ClientGoneException">The client has gone, or has been left.</exception>
    public async Task WriteAsync(ReadOnlySequence<byte> body)
    {
        foreach (var (piece, _) in OutgoingAnswers.Pieces(body))
        {
            Writer.Write(piece.Span);
            await FlushAsync();
        }
    }

    /// <summary>Sends what is written, and waits while the client has too much to take.</summary>
    /// <exception cref="ClientGoneException">The client has gone, or has been left.</exception>
    public ValueTask FlushAsync()
    {
        var flushing = Writer.FlushAsync(context.RequestAborted);
        if (!flushing.IsCompletedSuccessfully) return new(WaitAsync(flushing.AsTask()));
        return flushing.Result.IsCompleted ? ValueTask.FromException(new ClientGoneException()) : ValueTask.CompletedTask;
    }

    /// <summary>Ends the connection, and so the answer.</summary>
    public void End(string reason)
    {
        log.Left(context, reason);
        context.Abort();
    }

    public void Dispose() => all.Remove(this);

    /// <summary>Counts the time in which something is sent otherwise as waiting for the client.</summary>
    public async Task WaitForAsync(Task sending)
    {
        Interlocked.Exchange(ref waitingSince, time.GetTimestamp());
        try
        {
            await sending;
        }
        finally
        {
            Interlocked.Exchange(ref waitingSince, 0);
        }
    }

    private async Task WaitAsync(Task<FlushResult> flushing)
    {
        Interlocked.Exchange(ref waitingSince, time.GetTimestamp());
        try
        {
            var result = await flushing.WaitAsync(patience, time);
            if (result.IsCompleted) throw new ClientGoneException();
        }
        catch (TimeoutException)
        {
            End("stood still");
            await ((Task)flushing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new ClientGoneException();
        }
        finally
        {
            Interlocked.Exchange(ref waitingSince, 0);
        }
    }
}

/// <summary>The client has gone, or has been left: there is nobody to answer. The connection may not know it yet.</summary>
internal sealed class ClientGoneException : OperationCanceledException;
