using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Model.Stores;

/// <summary>How many nodes there are.</summary>
public static class NodeCount
{
    /// <summary>The number of nodes of a type.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="type">The type or interface.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async Task<long> CountAsync(this IGraphStore store, EntityType type, CancellationToken cancellationToken)
    {
        var row = new Row();
        await store.ReadAsync(
            store.Compile(PreparedQuery.Of(new ConnectionQuery(type, null, new(null, TotalCount: true, []), []))),
            [],
            row,
            cancellationToken);
        return row.Count;
    }

    /// <summary>Whether there is no node of any type.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async Task<bool> IsEmptyAsync(this IGraphStore store, CancellationToken cancellationToken)
    {
        foreach (var type in store.Ontology.NodeTypes)
            if (await store.CountAsync(type, cancellationToken) > 0) return false;
        return true;
    }

    private sealed class Row : IRowConsumer
    {
        public long Count { get; private set; }

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            row.Skip(); // The edges, which were not asked for.
            row.MoveNext();
            Count = row.ReadInt64();
            row.LeaveList();
        }
    }
}
