using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Migrations;

namespace Graph.Stores.Neo4j.Tests.Migrations;

/// <summary>A database that was migrated with another ontology than the one in use.</summary>
public sealed class DatabaseOfAnotherOntology
{
    private static readonly Ontology Films = OntologyReader.Read("type Film @node { id: ID! @unique title: String! }").Ontology!;
    private static readonly Ontology Books = OntologyReader.Read("type Book @node { id: ID! @unique title: String! }").Ontology!;

    [Fact]
    public Task TheShippedOneThere() => Told(
        Ontology.Shipped,
        Films,
        "The database at bolt://db:7687 was migrated with the ontology that ships with this program, and another one is in use: leave out --ontology and GRAPH_ONTOLOGY, or use a database of its own for the other ontology.");

    [Fact]
    public Task TheShippedOneHere() => Told(
        Films,
        Ontology.Shipped,
        "The database at bolt://db:7687 was migrated with another ontology, and the one in use is the one that ships with this program: name the ontology that it was migrated with by --ontology FILE, or use a database of its own for this one.");

    [Fact]
    public Task TwoOthers() => Told(
        Films,
        Books,
        "The database at bolt://db:7687 was migrated with another ontology, and another one is in use: name the ontology that it was migrated with by --ontology FILE, or use a database of its own for this one.");

    private static async Task Told(Ontology there, Ontology here, string expected)
    {
        await using var migrator = new Migrator(new Migrated(Migrator.Of(there)[0]), "bolt://db:7687", Migrator.Of(here));
        var fault = await Assert.ThrowsAsync<StoreException>(() => migrator.CheckAsync(CancellationToken.None));
        Assert.Equal((StoreFault.Ontology, expected), (fault.Fault, fault.Message));
    }

    /// <summary>A database that had this one migration.</summary>
    private sealed class Migrated(Migration migration) : IStatementRunner
    {
        public Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default)
        {
            // A list of two short texts.
            byte[] row = [0x92, .. Packed(migration.Version), .. Packed(migration.Checksum)];
            rows.OnRow(new PackStreamReader(row));
            return Task.FromResult(StatementSummary.Nothing);
        }

        public Task<T> WriteAsync<T>(
            Func<IStatementTransaction, CancellationToken, Task<T>> work,
            TransactionOptions? options = null,
            CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<DatabaseHealth> PingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static byte[] Packed(string text) => [(byte)(0x80 + text.Length), .. Encoding.UTF8.GetBytes(text)];
    }
}
