namespace Graph.Tests;

/// <summary>A clock that stands still until a test sets it on: whoever waits for a time is woken in the order of these times.</summary>
internal sealed class HandTime : TimeProvider
{
    /// <summary>What it shows at first.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly List<HandTimer> waiting = [];
    private TimeSpan now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (gate) return now.Ticks;
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return Start + now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends when so many wait for just so long: whoever is served goes on for a moment after a client has its answer.</summary>
    public async Task IsAwaitedAsync(TimeSpan time, int byHowMany = 1)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            lock (gate)
                if (waiting.Count(timer => timer.Due == now + time) >= byHowMany) return;
            await Task.Delay(1, late.Token);
        }
    }

    /// <summary>Sets it on, once so many wait for just that.</summary>
    public async Task PassAsync(TimeSpan time, int byHowMany = 1)
    {
        await IsAwaitedAsync(time, byHowMany);
        Advance(time);
    }

    /// <summary>Sets it on.</summary>
    public void Advance(TimeSpan time)
    {
        TimeSpan then;
        lock (gate) then = now + time;
        while (true)
        {
            HandTimer? next;
            lock (gate)
            {
                next = waiting.Where(timer => timer.Due <= then).MinBy(timer => timer.Due);
                now = next?.Due ?? then;
                if (next is null) return;
                waiting.Remove(next);
                if (next.Period > TimeSpan.Zero) next.Wait(now + next.Period);
            }

            next.Fire();
        }
    }

    private sealed class HandTimer(HandTime clock, Action fire) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public void Wait(TimeSpan due)
        {
            Due = due;
            clock.waiting.Add(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.waiting.Remove(this);
                Period = period;
                if (dueTime >= TimeSpan.Zero) Wait(clock.now + dueTime);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
