using System.Collections.Concurrent;

namespace Graph.Stores.Neo4j.Tests.Bolt.Routing;

/// <summary>A clock that goes as it does, and can be set forward.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private long ahead;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref ahead);

    public void Jump(TimeSpan by) => Interlocked.Add(ref ahead, (long)(by.TotalSeconds * TimestampFrequency));
}

/// <summary>A clock whose timers can be made to fire at once.</summary>
internal sealed class PushedTime : TimeProvider
{
    private readonly ConcurrentBag<ITimer> timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan)
            timers.Add(timer);
        return timer;
    }

    public void FireAll()
    {
        foreach (var timer in timers)
            timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
