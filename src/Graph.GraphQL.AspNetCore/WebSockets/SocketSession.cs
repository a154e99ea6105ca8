using System.Buffers;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore.WebSockets;

/// <summary>A connection that speaks graphql-transport-ws: it is initialised, then answers operations side by side, each told by its id.</summary>
/// <param name="context">The request that became the connection.</param>
/// <param name="socket">The connection.</param>
/// <param name="door">What all connections share.</param>
internal sealed class SocketSession(HttpContext context, WebSocket socket, SocketDoor door) : IDisposable
{
    private readonly SocketWriter writer = new(socket, door.Options.Limits.ReadTimeout, door.Time);
    private readonly Lock gate = new();
    private readonly Dictionary<string, CancellationTokenSource> running = new(StringComparer.Ordinal);
    private readonly HashSet<Task> tasks = [];
    private readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
    private SocketClosing? closing;
    private bool isInitialised;
    private long heard = door.Time.GetTimestamp();
    private long asked = door.Time.GetTimestamp();

    /// <summary>Serves the client until either side closes.</summary>
    public async Task RunAsync()
    {
        var (watching, reading) = (WatchAsync(), ReadAsync());
        await Task.Delay(Timeout.Infinite, end.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        await watching;
        Task[] left;
        lock (gate) left = [.. tasks];
        await Task.WhenAll(left);
        await writer.CloseAsync(closing ?? SocketClosing.Answered);
        try
        {
            // The client answers that it closes too; giving up reading before that would break the connection off.
            await reading.WaitAsync(FixedHttpLimits.ClosingTime, door.Time);
        }
        catch (TimeoutException)
        {
            socket.Abort();
            await reading;
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        end.Dispose();
    }

    private async Task ReadAsync()
    {
        var reader = new SocketReader(socket, door.Options.Limits.MaxBodyBytes);
        try
        {
            try
            {
                while (await reader.NextAsync() is { } json)
                {
                    Interlocked.Exchange(ref heard, door.Time.GetTimestamp());
                    if (!end.IsCancellationRequested) await TakeAsync(SocketMessage.Read(json));
                }
            }
            catch (SocketClosedException broken)
            {
                Close(broken.Closing);
                await reader.PassOverAsync();
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client has gone.
        }

        Close(SocketClosing.Answered);
    }

    private async Task TakeAsync(SocketMessage message)
    {
        switch (message.Type)
        {
            case SocketMessageType.ConnectionInit:
                if (isInitialised) throw new SocketClosedException(SocketClosing.Twice);
                isInitialised = true;
                await writer.SendAsync("connection_ack");
                break;
            case SocketMessageType.Ping:
                await writer.SendAsync("pong", payload: new ReadOnlySequence<byte>(message.Payload));
                break;
            case SocketMessageType.Subscribe:
                if (!isInitialised) throw new SocketClosedException(SocketClosing.NotInitialised);
                Begin(message);
                break;
            case SocketMessageType.Complete:
                Leave(message.Id)?.Cancel();
                break;
        }
    }

    private void Begin(SocketMessage message)
    {
        var left = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        lock (gate)
        {
            const int Most = FixedHttpLimits.MaxOperationsOfConnection;
            if (running.Count >= Most) throw new SocketClosedException(SocketClosing.Invalid(HttpMessages.SocketTooManyOperations(Most)));
            if (!running.TryAdd(message.Id, left)) throw new SocketClosedException(SocketClosing.Duplicate(message.Id));
            tasks.RemoveWhere(task => task.IsCompleted);
            tasks.Add(Task.Run(() => RunAsync(message, left)));
        }
    }

    private async Task RunAsync(SocketMessage message, CancellationTokenSource left)
    {
        try
        {
            var operation = new SocketOperation(context, message.Id, door, writer);
            await operation.RunAsync(message.Payload, () => Leave(message.Id, left), left.Token);
        }
        catch (SocketClosedException broken)
        {
            Close(broken.Closing);
        }
        catch (OperationCanceledException)
        {
            // The client wants no more of it, or has gone.
            if (socket.State == WebSocketState.Aborted) await end.CancelAsync();
        }
        catch (Exception fault)
        {
            door.Log.Crash(fault, context);
            Close(SocketClosing.Broken);
        }
        finally
        {
            Leave(message.Id, left);
            left.Dispose();
        }
    }

    // Who asks under an id that is free again has another operation.
    private CancellationTokenSource? Leave(string id, CancellationTokenSource? only = null)
    {
        lock (gate)
        {
            if (!running.TryGetValue(id, out var left) || (only is not null && only != left)) return null;
            running.Remove(id);
            asked = door.Time.GetTimestamp();
            return left;
        }
    }

    /// <summary>Ends it, for the first reason that there is.</summary>
    private void Close(SocketClosing why)
    {
        Interlocked.CompareExchange(ref closing, why, null);
        end.Cancel();
    }

    private async Task WaitForInitialisationAsync()
    {
        try
        {
            await Task.Delay(FixedHttpLimits.InitialisationTime, door.Time, end.Token);
            if (!isInitialised) Close(SocketClosing.TooLate);
        }
        catch (OperationCanceledException)
        {
            // It ends.
        }
    }

    private async Task WatchAsync()
    {
        using var stopping = door.Stopping.Register(() => Close(SocketClosing.Stopping));
        var initialising = WaitForInitialisationAsync();
        try
        {
            var pause = door.Options.Limits.KeepAliveInterval;
            while (!end.IsCancellationRequested)
            {
                await Task.Delay(pause, door.Time, end.Token);
                if (door.Options.EndsStream?.Invoke(context) is { } ended) Close(SocketClosing.Ended(ended));
                else if (door.Time.GetElapsedTime(Interlocked.Read(ref heard)) > pause * FixedHttpLimits.MissedPongs) socket.Abort();
                else if (IsIdle()) Close(SocketClosing.Idle);
                else await writer.SendAsync("ping");
            }
        }
        catch (OperationCanceledException)
        {
            // It ends.
        }

        await initialising;
    }

    private bool IsIdle()
    {
        lock (gate) return running.Count == 0 && door.Time.GetElapsedTime(asked) > FixedHttpLimits.IdleConnection;
    }
}
