using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests;

/// <summary>A server that answers but is older than what the queries need.</summary>
public sealed class VersionsOfNeo4j
{
    [Theory]
    [InlineData("Neo4j/4.4.30")]
    [InlineData("Neo4j/5.25.1")]
    [InlineData("Neo4j/5.20.0-aura")]
    public async Task AServerThatIsTooOldIsRefusedWithASentence(string server)
    {
        await using var store = new Neo4jStore(new SomeServer(server), "bolt://db:7687", Ontology.Shipped, new());
        var fault = await Assert.ThrowsAsync<StoreException>(() => store.CheckAsync(CancellationToken.None));
        Assert.Equal(
            (StoreFault.Version, $"The database at bolt://db:7687 is {server}, which lacks what the queries use; upgrade it to Neo4j 5.26 or later."), (fault.Fault, fault.Message));
    }

    [Theory]
    [InlineData("Neo4j/5.26.0")]
    [InlineData("Neo4j/2025.06.0")]
    public async Task ANewerOneIsAskedForItsMigrations(string server)
    {
        await using var store = new Neo4jStore(new SomeServer(server), "bolt://db:7687", Ontology.Shipped, new());
        Assert.Contains("graph migrate --store bolt://db:7687", await store.CheckAsync(CancellationToken.None), StringComparison.Ordinal);
    }

    /// <summary>Says what it is, and has an empty database.</summary>
    private sealed class SomeServer(string name) : IStatementRunner
    {
        public Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default) =>
            Task.FromResult(StatementSummary.Nothing);

        public Task<T> WriteAsync<T>(
            Func<IStatementTransaction, CancellationToken, Task<T>> work,
            TransactionOptions? options = null,
            CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Nothing is written here.");

        public Task<DatabaseHealth> PingAsync(CancellationToken cancellationToken = default) =>
            Task.FromResult(new DatabaseHealth(true, "It answers.", name, TimeSpan.Zero, null));

        public ValueTask DisposeAsync() => default;
    }
}
