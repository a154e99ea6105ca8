using System.Net;
using Microsoft.Extensions.Logging;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// Keeps clients from filling the log: so many lines a minute for each reason and remote address, and for each reason in all. What
/// is left out is counted and told at the end of the minute.
/// </summary>
/// <param name="logger">Is told how many lines were left out.</param>
/// <param name="time">The clock.</param>
public sealed partial class LogLimit(ILogger logger, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Reason, IPAddress? Source), int> bySource = [];
    private readonly Dictionary<string, (int Lines, int LeftOut)> byReason = new(StringComparer.Ordinal);
    private long windowStart = time.GetTimestamp();
    private ITimer? timer;

    /// <summary>Whether a line may be written; the refusal is counted.</summary>
    /// <param name="reason">What the line is about, of a set that clients cannot enlarge.</param>
    /// <param name="source">Who caused it; null where there is no address.</param>
    public bool Allows(string reason, IPAddress? source)
    {
        lock (gate)
        {
            if (time.GetElapsedTime(windowStart) >= FixedHttpLimits.LogWindow) EndWindow();
            var (lines, leftOut) = byReason.GetValueOrDefault(reason);
            // No more sources are remembered than lines are written.
            var ofSource = bySource.GetValueOrDefault((reason, source));
            if (lines < FixedHttpLimits.MaxLinesPerReason && ofSource < FixedHttpLimits.MaxLinesPerSource)
            {
                bySource[(reason, source)] = ofSource + 1;
                byReason[reason] = (lines + 1, leftOut);
                return true;
            }

            byReason[reason] = (lines, leftOut + 1);
            timer ??= time.CreateTimer(
                start => EndLater((long)start!),
                windowStart,
                FixedHttpLimits.LogWindow - time.GetElapsedTime(windowStart),
                Timeout.InfiniteTimeSpan);
            return false;
        }
    }

    /// <summary>Ends the window that began then, unless a line has ended it while the timer waited for the lock.</summary>
    private void EndLater(long start)
    {
        lock (gate)
        {
            if (windowStart == start) EndWindow();
        }
    }

    private void EndWindow()
    {
        timer?.Dispose();
        timer = null;
        foreach (var (reason, (_, leftOut)) in byReason)
            if (leftOut > 0) LeftOut(leftOut, reason);
        byReason.Clear();
        bySource.Clear();
        windowStart = time.GetTimestamp();
    }

    private ILogger Logger => logger;

    [LoggerMessage(6, LogLevel.Warning, "{Count} more lines about {Reason} were left out in the last minute.")]
    private partial void LeftOut(int count, string reason);
}
