using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>Stands for a graph where there is none: nothing is found in it, and nothing can be written.</summary>
internal sealed class NoGraph(Ontology ontology) : IGraphStore
{
    public Ontology Ontology => ontology;

    public string Location => "nowhere";

    public int RecordsPerBatch => 10_000;

    public ICompiledQuery Compile(PreparedQuery query) => new Nothing();

    public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken) => new(new Dictionary<string, NodeType>());

    public ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask PingAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask ReadAsync<TConsumer>(
        ICompiledQuery query,
        IReadOnlyList<object?> parameters,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Nothing : ICompiledQuery
    {
        public string Statement => "";
    }
}
