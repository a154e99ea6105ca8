using Graph.Model.Stores;
using Microsoft.Extensions.Logging;

namespace Graph.Server.Views;

/// <summary>
/// The view of one set of sources, made when it is first asked for and anew after the whole graph has changed. Meanwhile the former answers,
/// for as long as <see cref="Limits.ViewAge"/> allows.
/// </summary>
/// <param name="whole">The whole graph.</param>
/// <param name="sources">The names of the sources.</param>
/// <param name="make">Makes the view when its turn has come.</param>
/// <param name="patience">How long a request waits for it.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Is told why one could not be made.</param>
internal sealed partial class KeptView(
    IGraphStore whole,
    IReadOnlyList<string> sources,
    Func<IReadOnlyList<string>, CancellationToken, Task<View>> make,
    TimeSpan patience,
    TimeProvider clock,
    ILogger log)
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource end = new();
    private View? current;
    private Task? looking;
    private string? fault;

    // As the clock counts: when the graph was last looked at, whether it answered or not; when it was last known to be that of which the view
    // is; when a view was last begun, and how long it took.
    private long? lookedAt;
    private long? goodAt;
    private long? begunAt;
    private TimeSpan took;

    /// <summary>When it was last asked for, as the clock counts.</summary>
    public long UsedAt { get; set; } = clock.GetTimestamp();

    /// <summary>The bytes of what answers now.</summary>
    public long Bytes
    {
        get
        {
            lock (gate) return current?.Bytes ?? 0;
        }
    }

    /// <summary>The view, which its user has to let go of; or why there is none now.</summary>
    public async ValueTask<(View? View, string? Fault)> UseAsync(CancellationToken cancellationToken)
    {
        var looked = Look();
        if (!IsGoodEnough) await Task.WhenAny(looked, Task.Delay(patience, clock, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return IsGoodEnough && current!.TryUse() ? (current, null) : (null, fault ?? Messages.ViewIsMade);
        }
    }

    /// <summary>Ends it; whoever uses the view still does until they let go.</summary>
    public async ValueTask EndAsync()
    {
        await end.CancelAsync();
        Task? last;
        lock (gate) last = looking;
        if (last is not null) await last;
        if (Put(null, null) is { } view) await view.LetGoAsync();
    }

    private bool IsGoodEnough
    {
        get
        {
            lock (gate) return current is not null && !IsOver(goodAt, Limits.ViewAge);
        }
    }

    /// <summary>What takes long is not begun again and again while an import goes on, or fails.</summary>
    private TimeSpan Pause => took * Limits.ViewPauses < Limits.ViewAge / 2 ? took * Limits.ViewPauses : Limits.ViewAge / 2;

    /// <summary>Looks whether the graph has changed, unless somebody has just looked.</summary>
    private Task Look()
    {
        lock (gate)
        {
            if (looking is { IsCompleted: false }) return looking;
            if (end.IsCancellationRequested || (lookedAt is not null && !IsOver(lookedAt, Limits.ViewLook))) return Task.CompletedTask;
            return looking = Task.Run(RefreshAsync);
        }
    }

    private async Task RefreshAsync()
    {
        var began = clock.GetTimestamp();
        try
        {
            if (!await IsDueAsync(began)) return;
            var made = await make(sources, end.Token);
            if (Put(made, began) is { } former) await former.LetGoAsync();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Nobody wants it any more.
        }
        catch (Exception failure)
        {
            NotMade(log, failure is StoreException or ViewTooLargeException or IOException ? failure.Message : failure.ToString());
            lock (gate) fault = failure is ViewTooLargeException ? failure.Message : Messages.ViewNotMade;
        }
        finally
        {
            lock (gate)
            {
                lookedAt = clock.GetTimestamp();
                if (begunAt == began) took = clock.GetElapsedTime(began);
            }
        }
    }

    private async ValueTask<bool> IsDueAsync(long now)
    {
        var state = await GraphState.OfAsync(whole, end.Token);
        lock (gate)
        {
            if (current?.State == state)
            {
                (goodAt, fault) = (now, null);
                return false;
            }

            if (begunAt is not null && !IsOver(begunAt, took + Pause)) return false;
            begunAt = now;
            return true;
        }
    }

    private bool IsOver(long? since, TimeSpan time) => since is { } then && clock.GetElapsedTime(then) > time;

    /// <summary>What was made is as old as its beginning: the graph may have changed at any time since.</summary>
    private View? Put(View? made, long? begun)
    {
        lock (gate)
        {
            var former = current;
            (current, goodAt, fault) = (made, begun, null);
            return former;
        }
    }

    [LoggerMessage(30, LogLevel.Warning, "The graph of some datasets could not be made for those who are held to them: {Detail}")]
    private static partial void NotMade(ILogger logger, string detail);
}
