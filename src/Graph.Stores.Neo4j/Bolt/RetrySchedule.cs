using Graph.Stores.Neo4j.Bolt.Routing;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// How long to wait before the next attempt: exponential backoff from <see cref="BoltSettings.RetryDelay"/>, so that a busy server is not kept
/// busy, up to a ceiling, so that a restarted one is found soon. Each wait is up to a fifth longer or shorter (jitter), so that many callers do
/// not come back at once. Where another server of a cluster can be asked, there is no wait.
/// </summary>
internal sealed class RetrySchedule(TimeSpan firstDelay, TimeSpan limit, TimeProvider time)
{
    private const double Spread = 0.2;

    private static readonly TimeSpan Ceiling = TimeSpan.FromSeconds(2);

    private readonly long started = time.GetTimestamp();
    private TimeSpan next = firstDelay;
    private int failovers;

    /// <summary>Whether there is another attempt, and how long to wait before it.</summary>
    public bool TryNext(Recourse recourse, out TimeSpan delay)
    {
        if (recourse != Recourse.Wait && failovers < RoutingLimits.FailoversOfAStatement)
        {
            failovers++;
            delay = TimeSpan.Zero;
            return recourse == Recourse.ElsewhereHoweverLate || time.GetElapsedTime(started) <= limit;
        }

        delay = next * (1 - Spread + (2 * Spread * Random.Shared.NextDouble()));
        next = next * 2 < Ceiling ? next * 2 : Ceiling;
        return time.GetElapsedTime(started) + delay <= limit;
    }
}
