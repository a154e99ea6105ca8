namespace Graph.Api.Tests.RootFields;

/// <summary>A clock that runs a hundred times as fast, for what looks again every second.</summary>
internal sealed class QuickTime : TimeProvider
{
    private const int Times = 100;

    public override long GetTimestamp() => base.GetTimestamp() * Times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Quick(dueTime), Quick(period));

    private static TimeSpan Quick(TimeSpan time) => time > TimeSpan.Zero ? time / Times : time;
}
