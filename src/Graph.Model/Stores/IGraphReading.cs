using Graph.Model.Queries;

namespace Graph.Model.Stores;

/// <summary>Answers compiled queries: a store, each in a transaction of its own, or one transaction of it, which belongs to one task.</summary>
public interface IGraphReading
{
    /// <summary>Runs a compiled query in one round trip and hands its rows to the consumer.</summary>
    /// <param name="query">From <see cref="IGraphStore.Compile"/> of the same store.</param>
    /// <param name="parameters">The value of each parameter by index, in the CLR forms of <see cref="Parameter"/>.</param>
    /// <param name="consumer">Takes the rows; what it throws passes through.</param>
    /// <param name="cancellationToken">Stops the statement in the database.</param>
    ValueTask ReadAsync<TConsumer>(ICompiledQuery query, IReadOnlyList<object?> parameters, TConsumer consumer, CancellationToken cancellationToken)
        where TConsumer : IRowConsumer;

    /// <summary>
    /// Work of which no piece needs what another reads. What the pieces ask travels together where there is a way to travel; only one of them
    /// works at a time, so that they may share what they find. When one fails, the others may be done or not.
    /// </summary>
    /// <param name="works">The pieces; each asks by what it is given, and not otherwise.</param>
    /// <param name="cancellationToken">Stops them.</param>
    async ValueTask SideBySideAsync(IReadOnlyList<Func<IGraphReading, ValueTask>> works, CancellationToken cancellationToken)
    {
        foreach (var work in works) await work(this);
    }
}
