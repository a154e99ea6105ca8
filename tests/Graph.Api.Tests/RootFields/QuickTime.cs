namespace Graph.Api.Tests.RootFields;

/// <summary>A clock that runs so many times as fast, for what looks again every second; the time of day stands still where one is given.</summary>
internal sealed class QuickTime(int times, DateTimeOffset? now = null) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now ?? base.GetUtcNow();

    public override long GetTimestamp() => base.GetTimestamp() * times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Quick(dueTime), Quick(period));

    private TimeSpan Quick(TimeSpan time) => time > TimeSpan.Zero ? time / times : time;
}
