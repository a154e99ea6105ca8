using Graph.Model.Records;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Writing;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>What a large import puts off is there when it ends, and after the next where it was broken off.</summary>
public sealed class ManyNodesIntoAnEmptyFile : StoreFolder
{
    private const string Library = """
        type Book @node { id: ID! @unique title: String! @searchable pages: Int @indexed writers: [Writer!]! @relationship(type: "WROTE", direction: IN) }
        type Writer @node { id: ID! @unique name: String! books: [Book!]! @relationship(type: "WROTE", direction: OUT) }
        """;

    private const string Schema = "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name";
    private const string Indexes = "SELECT name FROM sqlite_schema WHERE name IN ('Book.pages', 'rel_WROTE.end', 'Book.__sources') ORDER BY name";
    private const string Degrees = "SELECT id || ' ' || degree FROM graph_degrees ORDER BY id";

    [Fact]
    public async Task IndexesAndDegreesAreMadeAtTheEnd()
    {
        var empty = await SchemaAsync();
        await using (var store = await OpenAsync(Library, fewestUnsettledWords: 3))
        {
            await using var session = await store.OpenWriterAsync(CancellationToken.None);
            await WriteAsync(store, session, 1);
            Assert.Equal(3, Texts(Indexes).Count);
            await WriteAsync(store, session, 2, 3);
            await WriteAsync(store, session, 4, 5, 6);
            Assert.Empty(Texts(Indexes));
            Assert.Equal(["b1 1", "b2 1", "b3 1", "b4 1", "b5 1", "b6 1", "w 3"], Texts(Degrees));
            await session.FinishAsync(CancellationToken.None);
        }

        Assert.Equal(empty, Texts(Schema));
        AssertWhole(6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AlsoAfterTheImportWasBrokenOff(bool removes)
    {
        var empty = await SchemaAsync();
        await using (var store = await OpenAsync(Library, fewestUnsettledWords: 3))
        {
            await using (var session = await store.OpenWriterAsync(CancellationToken.None))
            {
                await WriteAsync(store, session, 1, 2, 3, 4);
                await WriteAsync(store, session, 5, 6);
            }

            Assert.Empty(Texts(Indexes));
            await using var next = await store.OpenWriterAsync(CancellationToken.None);
            if (removes)
            {
                Assert.False((await next.RemoveAsync(store.Ontology.FindNodeType("Book")!, "none", CancellationToken.None)).IsFound);
            }
            else
            {
                await WriteAsync(store, next, 6, 7);
                await next.FinishAsync(CancellationToken.None);
            }
        }

        Assert.Equal(empty, Texts(Schema));
        AssertWhole(removes ? 6 : 7);
    }

    [Fact]
    public async Task AnEndThatFailsLeavesTheWriterItsMemory()
    {
        await using var store = await OpenAsync(Library, fewestUnsettledWords: 3);
        var before = Texts(Schema);
        await using var session = await store.OpenWriterAsync(CancellationToken.None);
        await WriteAsync(store, session, 1, 2, 3, 4);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await session.FinishAsync(new(canceled: true)));
        Assert.Equal(-32_000, ((GraphWriter)session).CachePages);
        await session.FinishAsync(CancellationToken.None);
        Assert.Equal(-32_000, ((GraphWriter)session).CachePages);
        Assert.Equal(before, Texts(Schema));
    }

    [Fact]
    public async Task ANodeThatAnotherProgramRemovesMeanwhileIsNotRememberedAsThere()
    {
        await using var store = await OpenAsync(Library, fewestUnsettledWords: 3);
        await using var session = await store.OpenWriterAsync(CancellationToken.None);
        await WriteAsync(store, session, 1, 2, 3);
        Execute("DELETE FROM rel_WROTE; DELETE FROM Book WHERE id = 'b2'");
        var batch = new RecordBatch();
        Relate(store, batch, 2);
        Assert.Equal(
            RefusalReason.NoEnd,
            Assert.Single((await session.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None)).Refused).Reason);
    }

    private void AssertWhole(int books)
    {
        Assert.Equal([.. Enumerable.Range(1, books).Select(i => $"b{i} 1"), $"w {books}"], Texts(Degrees));
        Assert.Equal([$"{books}"], Texts("SELECT count(*) FROM rel_WROTE INDEXED BY \"rel_WROTE.end\""));
        Assert.Empty(Texts("SELECT 1 FROM graph_meta WHERE name = 'bulk due'"));
        Assert.Equal(["ok"], Texts("PRAGMA integrity_check"));
        Assert.Empty(Texts("PRAGMA foreign_key_check"));
    }

    private async Task<IReadOnlyList<string>> SchemaAsync()
    {
        await (await OpenAsync(Library)).DisposeAsync();
        return Texts(Schema);
    }

    private static async Task WriteAsync(SqliteStore store, IGraphWriter session, params int[] books)
    {
        var batch = new RecordBatch();
        batch.AddNode(store.Ontology.FindNodeType("Writer")!, [batch.AddText("w"), batch.AddText("Ada")], default);
        foreach (var i in books)
        {
            batch.AddNode(store.Ontology.FindNodeType("Book")!, [batch.AddText($"b{i}"), batch.AddText($"Dawn {i}"), Cell.Of(i)], default);
            Relate(store, batch, i);
        }

        Assert.Empty((await session.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None)).Refused);
    }

    private static void Relate(SqliteStore store, RecordBatch batch, int book) => batch.AddRelationship(
        store.Ontology.FindRelationship("WROTE")!,
        store.Ontology.FindNodeType("Writer")!,
        batch.AddText("w"),
        store.Ontology.FindNodeType("Book")!,
        batch.AddText($"b{book}"),
        [],
        default);
}
