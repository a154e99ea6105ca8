using Graph.Api.Serving;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Server.Exports;

/// <summary>A graph whose statements take turns with those of all others that ask it.</summary>
/// <param name="store">The graph; not closed.</param>
/// <param name="gate">Where they take turns.</param>
/// <param name="cost">What one is taken to cost, in objects.</param>
/// <param name="services">The services of the request, which tell the client.</param>
/// <param name="record">Is told of each statement.</param>
/// <param name="time">The clock.</param>
internal sealed class GatedStore(
    IGraphStore store, StatementGate gate, double cost, IServiceProvider services, OperationRecord record, TimeProvider time) : IGraphStore
{
    public Ontology Ontology => store.Ontology;

    public string Location => store.Location;

    public bool IsEmbedded => store.IsEmbedded;

    public int RecordsPerBatch => store.RecordsPerBatch;

    public ICompiledQuery Compile(PreparedQuery query) => store.Compile(query);

    public async ValueTask ReadAsync<TConsumer>(
        ICompiledQuery query,
        IReadOnlyList<object?> parameters,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer
    {
        var (counted, came) = (new CountedRows<TConsumer>(consumer), time.GetTimestamp());
        long? began = null;
        try
        {
            await gate.RunAsync(cost, services, AskAsync, cancellationToken);
        }
        finally
        {
            if (began is { } since)
                record.Add(new(query.Statement, time.GetElapsedTime(came, since), time.GetElapsedTime(since), counted.Count));
        }

        ValueTask AskAsync(CancellationToken token)
        {
            began = time.GetTimestamp();
            return store.ReadAsync(query, parameters, counted, token);
        }
    }

    public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken) => store.FindAsync(type, ids, cancellationToken);

    public ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) => store.OpenWriterAsync(cancellationToken);

    public ValueTask PingAsync(CancellationToken cancellationToken) => store.PingAsync(cancellationToken);

    public ValueTask DisposeAsync() => default;
}
