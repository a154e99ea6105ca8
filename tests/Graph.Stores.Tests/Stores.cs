using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Stores.Tests;

/// <summary>Gives stores of one kind to the tests.</summary>
public abstract class Stores : IAsyncLifetime
{
    /// <summary>Stores of this kind can be opened here; otherwise the tests of the contract are skipped.</summary>
    public virtual bool AreAtHand => true;

    /// <summary>Opens an empty store for this ontology.</summary>
    public abstract Task<IGraphStore> OpenEmptyAsync(Ontology ontology);

    /// <summary>Closes a store and opens the same graph for another ontology, brought up to it as its users would.</summary>
    public abstract Task<IGraphStore> ReopenAsync(IGraphStore store, Ontology ontology);

    /// <summary>Changes what is stored past the store, as another program would.</summary>
    /// <param name="store">A store that these stores opened.</param>
    /// <param name="sql">The change of an SQLite file; constraints do not hold.</param>
    /// <param name="cypher">The same in Neo4j.</param>
    public abstract Task DamageAsync(IGraphStore store, string sql, string cypher);

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public abstract Task DisposeAsync();

    /// <summary>The time of import that the tests write with.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 1, 2, 3, 4, 5, 678, 901, TimeSpan.Zero);

    public static async Task<WriteResult> WriteAsync(IGraphStore store, Records records, DateTimeOffset? now = null)
    {
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        return await writer.WriteAsync(records.Batch, now ?? Now, CancellationToken.None);
    }
}
