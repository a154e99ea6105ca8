namespace Graph.Api.Tests.RootFields;

/// <summary>A clock that runs so many times as fast, for what looks again every second.</summary>
internal sealed class QuickTime(int times) : TimeProvider
{
    public override long GetTimestamp() => base.GetTimestamp() * times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Quick(dueTime), Quick(period));

    private TimeSpan Quick(TimeSpan time) => time > TimeSpan.Zero ? time / times : time;
}
