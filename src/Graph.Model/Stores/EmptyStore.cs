using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Model.Stores;

/// <summary>
/// Stands for a graph that is not there, where an import is only rehearsed or a file only checked: it holds nothing, and nothing is made.
/// </summary>
/// <param name="location">Where the graph would be; empty where there is to be none.</param>
/// <param name="ontology">Its ontology.</param>
public sealed class EmptyStore(string location, Ontology ontology) : IGraphStore
{
    /// <inheritdoc/>
    public Ontology Ontology => ontology;

    /// <inheritdoc/>
    public string Location => location;

    /// <summary>Bounds the memory of a batch; nothing is written.</summary>
    public int RecordsPerBatch => 10_000;

    /// <inheritdoc/>
    public ICompiledQuery Compile(PreparedQuery query) => new Nothing();

    /// <inheritdoc/>
    public ValueTask ReadAsync<TConsumer>(
        ICompiledQuery query,
        IReadOnlyList<object?> parameters,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyDictionary<string, NodeType>>(new Dictionary<string, NodeType>());

    /// <inheritdoc/>
    public ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) => throw Missing();

    /// <inheritdoc/>
    public ValueTask PingAsync(CancellationToken cancellationToken) => throw Missing();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private StoreException Missing() => new(StoreFault.NotFound, $"There is no graph at {location} yet.");

    private sealed class Nothing : ICompiledQuery
    {
        public string Statement => "";
    }
}
