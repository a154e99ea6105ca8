using System.Net;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class LimitsOfTheLog
{
    private readonly List<string> lines = [];
    private readonly ManualTime time = new();
    private readonly LogLimit limit;

    public LimitsOfTheLog() => limit = new(new TestServer.Lines(lines), time);

    [Fact]
    public void EachSourceHasItsLinesAMinute()
    {
        Assert.Equal(10, Allowed("faults", 1, 100));
        Assert.Equal(10, Allowed("faults", 2, 100));
        Assert.Equal(10, Allowed("others", 1, 100));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(10, Allowed("faults", 1, 100));
    }

    [Fact]
    public void AllSourcesTogetherHaveTheirs() => Assert.Equal(60, Enumerable.Range(0, 250).Sum(source => Allowed("faults", source, 100)));

    [Fact]
    public void WhatWasLeftOutIsCounted()
    {
        Allowed("faults", 1, 35);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["Warning: 25 more lines about faults were left out in the last minute. "], lines);
    }

    [Fact]
    public void ATimerThatComesLateDoesNotEndTheNextWindow()
    {
        Allowed("faults", 1, 35);
        time.Advance(TimeSpan.FromMinutes(1), timers: false);
        Assert.Equal(10, Allowed("faults", 1, 35));
        time.FireAll();
        Assert.Equal(0, Allowed("faults", 1, 35));
        Assert.Equal(["Warning: 25 more lines about faults were left out in the last minute. "], lines);
    }

    private int Allowed(string reason, int source, int times) =>
        Enumerable.Range(0, times).Count(_ => limit.Allows(reason, new IPAddress([10, 0, 0, (byte)source])));

    /// <summary>A clock that goes when it is told to, with its timers.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private readonly List<ManualTimer> timers = [];
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new ManualTimer(callback, state, now + dueTime.Ticks);
            timers.Add(timer);
            return timer;
        }

        /// <summary>Fires the timers that were due before the last window began, as one does that waited for a lock while it was ended.</summary>
        public void FireAll()
        {
            foreach (var timer in timers.ToList()) timer.FireLate(now);
        }

        public void Advance(TimeSpan by, bool timers = true)
        {
            now += by.Ticks;
            if (!timers) return;
            foreach (var timer in this.timers.ToList()) timer.FireWhenDue(now);
        }
    }

    private sealed class ManualTimer(TimerCallback callback, object? state, long due) : ITimer
    {
        private bool ended;

        public void FireWhenDue(long now)
        {
            if (ended || now < due) return;
            ended = true;
            callback(state);
        }

        public void FireLate(long now)
        {
            if (now >= due) callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => ended = true;

        public ValueTask DisposeAsync()
        {
            ended = true;
            return default;
        }
    }
}
