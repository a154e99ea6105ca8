namespace Graph.Server.Tests.Access;

/// <summary>Time that passes when a test says so; the date is today's.</summary>
internal sealed class Clock : TimeProvider
{
    public long Seconds { get; set; }

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Seconds;
}
