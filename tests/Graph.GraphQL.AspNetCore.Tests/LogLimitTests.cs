using System.Net;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class LogLimitTests
{
    private readonly List<string> _lines = [];
    private readonly ManualTime _time = new();
    private readonly LogLimit _limit;

    public LogLimitTests() => _limit = new(new TestServer.Lines(_lines), _time);

    [Fact]
    public void Each_source_has_its_lines_a_minute()
    {
        Assert.Equal(10, Allowed("faults", 1, 100));
        Assert.Equal(10, Allowed("faults", 2, 100));
        Assert.Equal(10, Allowed("others", 1, 100));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(10, Allowed("faults", 1, 100));
    }

    [Fact]
    public void All_sources_together_have_theirs() => Assert.Equal(60, Enumerable.Range(0, 250).Sum(source => Allowed("faults", source, 100)));

    [Fact]
    public void What_was_left_out_is_counted()
    {
        Allowed("faults", 1, 35);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["Warning: 25 more lines about faults were left out in the last minute. "], _lines);
    }

    [Fact]
    public void ATimerThatComesLateDoesNotEndTheNextWindow()
    {
        Allowed("faults", 1, 35);
        _time.Advance(TimeSpan.FromMinutes(1), timers: false);
        Assert.Equal(10, Allowed("faults", 1, 35));
        _time.FireAll();
        Assert.Equal(0, Allowed("faults", 1, 35));
        Assert.Equal(["Warning: 25 more lines about faults were left out in the last minute. "], _lines);
    }

    private int Allowed(string reason, int source, int times) => Enumerable.Range(0, times).Count(_ => _limit.Allows(reason, new IPAddress([10, 0, 0, (byte)source])));

    /// <summary>A clock that goes when it is told to, with its timers.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private readonly List<ManualTimer> _timers = [];
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new ManualTimer(callback, state, _now + dueTime.Ticks);
            _timers.Add(timer);
            return timer;
        }

        /// <summary>Fires the timers that were due before the last window began, as one does that waited for a lock while it was ended.</summary>
        public void FireAll()
        {
            foreach (var timer in _timers.ToList()) timer.FireLate(_now);
        }

        public void Advance(TimeSpan by, bool timers = true)
        {
            _now += by.Ticks;
            if (!timers) return;
            foreach (var timer in _timers.ToList()) timer.FireWhenDue(_now);
        }
    }

    private sealed class ManualTimer(TimerCallback callback, object? state, long due) : ITimer
    {
        private bool _ended;

        public void FireWhenDue(long now)
        {
            if (_ended || now < due) return;
            _ended = true;
            callback(state);
        }

        public void FireLate(long now)
        {
            if (now >= due) callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => _ended = true;

        public ValueTask DisposeAsync()
        {
            _ended = true;
            return default;
        }
    }
}
