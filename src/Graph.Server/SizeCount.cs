using Graph.Api.Serving;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Microsoft.Extensions.Hosting;

namespace Graph.Server;

/// <summary>
/// Counts the graph when serving begins and from time to time, for the cost of queries. While the store is away the last
/// count holds.
/// </summary>
internal sealed class SizeCount(IGraphStore store, GraphSizes sizes, TimeProvider time) : BackgroundService
{
    /// <summary>Imports rarely change the size of a graph by much, and what has doubled since costs twice as much, not ten times.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Serving need not wait for the count.
        await Task.Yield();
        using var timer = new PeriodicTimer(Interval, time);
        do await CountAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<NodeType, long>();
        try
        {
            foreach (var type in store.Ontology.NodeTypes) numbers.Add(type, await store.CountAsync(type, cancellationToken));
        }
        catch (StoreException)
        {
            return;
        }

        sizes.Set(numbers);
    }
}
