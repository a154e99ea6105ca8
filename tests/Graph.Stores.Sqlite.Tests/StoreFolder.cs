using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>A folder with a store file, gone after the test.</summary>
public abstract class StoreFolder : IDisposable
{
    protected const string Books = """
        enum Form { NOVEL ESSAY }
        type Book @node { id: ID! @unique title: String! form: Form pages: Int writers: [Writer!]! @relationship(type: "WROTE", direction: IN) }
        type Writer @node { id: ID! @unique name: String! books: [Book!]! @relationship(type: "WROTE", direction: OUT) }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graph-sqlite-");

    protected string FilePath => Path.Combine(folder.FullName, "books.db");

    protected static Ontology Read(string text)
    {
        var result = OntologyReader.Read(text);
        Assert.Empty(result.Faults);
        return result.Ontology!;
    }

    protected async Task<SqliteStore> OpenAsync(string ontology = Books, bool readOnly = false, int fewestUnsettledWords = 100) =>
        await SqliteStore.OpenAsync(
            FilePath,
            Read(ontology),
            new() { ReadOnly = readOnly, WriterWait = TimeSpan.FromMilliseconds(100), FewestUnsettledWords = fewestUnsettledWords });

    /// <summary>Opens and expects a sentence, in which FILE stands for the path.</summary>
    protected async Task RefusesAsync(StoreFault fault, string sentence, string ontology = Books, bool readOnly = false)
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(async () => await OpenAsync(ontology, readOnly));
        Assert.Equal(fault, refusal.Fault);
        Assert.Equal(sentence, refusal.Message.Replace(FilePath, "FILE", StringComparison.Ordinal));
    }

    /// <summary>A store with one book and its writer.</summary>
    protected async Task CreateAsync()
    {
        await using var store = await OpenAsync();
        var batch = new RecordBatch();
        var (book, writer) = (store.Ontology.FindNodeType("Book")!, store.Ontology.FindNodeType("Writer")!);
        batch.AddNode(book, [batch.AddText("b1"), batch.AddText("Dawn"), batch.AddText("NOVEL"), Cell.Of(90)], default);
        batch.AddNode(writer, [batch.AddText("w1"), batch.AddText("Ada")], default);
        batch.AddRelationship(store.Ontology.FindRelationship("WROTE")!, writer, batch.AddText("w1"), book, batch.AddText("b1"), [], default);
        await using var session = await store.OpenWriterAsync(CancellationToken.None);
        Assert.Empty((await session.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None)).Refused);
    }

    /// <summary>Runs SQL on the file, past the store.</summary>
    private protected void Execute(string sql)
    {
        using var connection = Connection.Open(FilePath, OpenMode.Create);
        connection.Execute(sql);
    }

    /// <summary>The first column of SQL on the file.</summary>
    private protected IReadOnlyList<string> Texts(string sql)
    {
        using var connection = Connection.Open(FilePath, OpenMode.Read);
        return connection.Texts(sql);
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
