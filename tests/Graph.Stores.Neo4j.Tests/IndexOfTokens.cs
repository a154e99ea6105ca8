using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j.Tests;

/// <summary>The full-text index during an import, for users who may not change the schema. What happens on a server is tested there.</summary>
public sealed class IndexOfTokens
{
    [Fact]
    public async Task WhoMayWriteButNotChangeTheSchemaImportsWithTheIndex()
    {
        var server = new Server { Refuses = _ => true };
        await server.ImportAsync(wasEmpty: true, batches: 3);
        Assert.Equal(
            ["DROP INDEX search IF EXISTS", "CREATE FULLTEXT INDEX search", "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"],
            server.Asked);
    }

    [Fact]
    public async Task AnIndexThatWasDroppedAndCannotBeMadeIsToldOf()
    {
        var server = new Server { Refuses = text => text.StartsWith("CREATE", StringComparison.Ordinal) };
        var refusal = await Assert.ThrowsAsync<DatabaseException>(() => server.ImportAsync(wasEmpty: true, batches: 2));
        Assert.Equal(DatabaseErrorKind.ReadOnly, refusal.Kind);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task ASmallImportAndOneIntoAGraphKeepIt(bool wasEmpty, int batches)
    {
        var server = new Server();
        await server.ImportAsync(wasEmpty, batches);
        Assert.Equal(["CREATE FULLTEXT INDEX search", "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"], server.Asked);
    }

    [Fact]
    public async Task OneThatWasMadeNowIsWaitedFor()
    {
        var server = new Server();
        await server.ImportAsync(wasEmpty: true, batches: 2);
        Assert.Equal(
            ["DROP INDEX search IF EXISTS", "CREATE FULLTEXT INDEX search", "CALL db.awaitIndex('search', 3600)", "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"],
            server.Asked);
    }

    /// <summary>Notes what it is asked, and refuses changes of the schema as a server refuses those who lack the right.</summary>
    private sealed class Server : IStatementRunner
    {
        private readonly SearchIndex index;

        public Server() => index = new(this, new WriterContext(Ontology.Shipped, new LabelMap(Ontology.Shipped), "bolt://there"));

        public List<string> Asked { get; } = [];

        public Func<string, bool> Refuses { get; init; } = _ => false;

        public async Task ImportAsync(bool wasEmpty, int batches)
        {
            for (var i = 0; i < batches; i++) await index.PrepareAsync(10_000, wasEmpty, CancellationToken.None);
            await index.MakeAsync(CancellationToken.None);
            await index.AwaitAsync(CancellationToken.None);
        }

        public Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default)
        {
            Asked.Add(statement.Text.Split(" IF NOT EXISTS")[0]);
            return statement.Access == AccessMode.Write && Refuses(statement.Text)
                ? throw new DatabaseException(DatabaseErrorKind.ReadOnly, "Permission denied.")
                : Task.FromResult(StatementSummary.Nothing);
        }

        public Task<T> WriteAsync<T>(
            Func<IStatementTransaction, CancellationToken, Task<T>> work,
            TransactionOptions? options = null,
            CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<DatabaseHealth> PingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
