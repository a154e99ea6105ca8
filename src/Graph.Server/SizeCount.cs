using Graph.Api.Serving;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Microsoft.Extensions.Hosting;

namespace Graph.Server;

/// <summary>
/// Counts the graph when serving begins and from time to time, for the cost of queries; how many relationships nodes have is
/// looked up, as the last import left it. While the store is away the last count holds.
/// </summary>
internal sealed class SizeCount(IGraphStore store, GraphSizes sizes, TimeProvider time) : BackgroundService
{
    /// <summary>
    /// The numbers are kept and take some milliseconds; a graph that was empty when serving began is soon known to be large.
    /// </summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Serving need not wait for the count.
        await Task.Yield();
        using var timer = new PeriodicTimer(Interval, time);
        do await CountAsync(store, sizes, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Counts a graph once.</summary>
    public static async Task CountAsync(IGraphStore store, GraphSizes sizes, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<NodeType, long>();
        try
        {
            foreach (var type in store.Ontology.NodeTypes) numbers.Add(type, await store.CountAsync(type, cancellationToken));
            sizes.Set(numbers, await store.DegreesAsync(cancellationToken));
        }
        catch (StoreException)
        {
            // The last count holds.
        }
    }
}
