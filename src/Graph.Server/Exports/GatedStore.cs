using Graph.Api.Serving;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Server.Exports;

/// <summary>A graph whose statements take turns with those of all others that ask it.</summary>
/// <param name="store">The graph; not closed.</param>
/// <param name="gate">Where they take turns.</param>
/// <param name="cost">What one is taken to cost, in objects.</param>
/// <param name="services">The services of the request, which tell the client.</param>
internal sealed class GatedStore(IGraphStore store, StatementGate gate, double cost, IServiceProvider services) : IGraphStore
{
    public Ontology Ontology => store.Ontology;

    public string Location => store.Location;

    public bool IsEmbedded => store.IsEmbedded;

    public int RecordsPerBatch => store.RecordsPerBatch;

    public ICompiledQuery Compile(PreparedQuery query) => store.Compile(query);

    public ValueTask ReadAsync<TConsumer>(
        ICompiledQuery query,
        IReadOnlyList<object?> parameters,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer =>
        gate.RunAsync(cost, services, token => store.ReadAsync(query, parameters, consumer, token), cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken) => store.FindAsync(type, ids, cancellationToken);

    public ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) => store.OpenWriterAsync(cancellationToken);

    public ValueTask PingAsync(CancellationToken cancellationToken) => store.PingAsync(cancellationToken);

    public ValueTask DisposeAsync() => default;
}
