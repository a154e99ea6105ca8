using Graph.GraphQL.Execution;
using Microsoft.Extensions.Hosting;

namespace Graph.Server;

/// <summary>
/// Gives memory back to the system after a rush of long answers. The collector would keep it until it next collects, which an
/// idle server gives it no reason for.
/// </summary>
/// <param name="executor">Tells what answers hold and have taken.</param>
/// <param name="collect">Collects, and gives back what is free.</param>
internal sealed class IdleMemory(RequestExecutor executor, Action collect) : BackgroundService
{
    /// <summary>Less than this since the last time is not worth a pause, which is some tens of milliseconds.</summary>
    private const long WorthwhileBytes = 32_000_000;

    /// <summary>A rush is over when no long answer was made for this long, in which people and programs that go on have asked again.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    private long seen;
    private long collected;

    /// <summary>Collects everything, once, and gives back to the system what is free.</summary>
    public static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>Looks whether a rush has ended since the last look.</summary>
    internal void Look()
    {
        var total = executor.TotalAnswerBytes;
        if (total == seen && total - collected >= WorthwhileBytes && executor.AnswerBytes == 0)
        {
            collect();
            collected = total;
        }

        seen = total;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Quiet);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Look();
    }
}
