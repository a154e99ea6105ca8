using Graph.Model.Records;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Tests;

public sealed class FilesOfAStore : StoreFolder
{
    [Fact]
    public async Task AStoreSaysWhatItIs()
    {
        await CreateAsync();
        var header = await File.ReadAllBytesAsync(FilePath);
        Assert.Equal("grap"u8.ToArray(), header[68..72]);
        Assert.Equal([0, 0, 0, 9], header[60..64]);
    }

    [Fact]
    public async Task AnyNameOfAFileWillDo()
    {
        var path = Path.Combine(Path.GetDirectoryName(FilePath)!, "ünder ?#%41 'q\".db");
        await (await SqliteStore.OpenAsync(path, Read(Books))).DisposeAsync();
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task ATextFileIsNoStoreAndStaysAsItIs()
    {
        await File.WriteAllTextAsync(FilePath, new string('x', 5000));
        await RefusesAsync(StoreFault.Damaged, "'FILE' is not a graph store; choose another path, so that this file stays as it is.");
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(FilePath));
    }

    [Fact]
    public async Task ADatabaseOfSomethingElseIsNoStore()
    {
        Execute("CREATE TABLE t (x)");
        await RefusesAsync(StoreFault.Damaged, "'FILE' is not a graph store; choose another path, so that this file stays as it is.");
    }

    [Fact]
    public async Task NoLogIsLeftBesideAFileThatWasReadAndWritten()
    {
        await using (var store = await OpenAsync())
        {
            await using var writer = await store.OpenWriterAsync(CancellationToken.None);
            await store.PingAsync(CancellationToken.None);
        }

        Assert.Equal(["books.db", "books.db-writer"], Directory.EnumerateFiles(Path.GetDirectoryName(FilePath)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AFileOfANewerProgramIsRefused()
    {
        await CreateAsync();
        Execute("PRAGMA user_version = 10");
        await RefusesAsync(StoreFault.Version, "The store 'FILE' has version 10, and this program knows versions up to 9; use a newer program.");
    }

    [Fact]
    public async Task AnEmptyFileBecomesAStore()
    {
        await File.WriteAllBytesAsync(FilePath, []);
        await CreateAsync();
        Assert.Equal(["Dawn"], Texts("SELECT title FROM Book"));
    }

    [Fact]
    public async Task AFileThatIsCutShortIsDamaged()
    {
        await CreateAsync();
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        await using (var file = File.OpenWrite(FilePath))
        {
            file.Seek(4096, SeekOrigin.Begin);
            await file.WriteAsync(Enumerable.Repeat((byte)0x5a, 4096 * 4).ToArray());
        }

        var fault = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = await OpenAsync(Books.Replace("pages", "leaves", StringComparison.Ordinal));
        });
        Assert.Equal(StoreFault.Damaged, fault.Fault);
        Assert.EndsWith("; put it back with 'graph restore' from a backup, or remove it and import again.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingFileIsNotCreatedForReading()
    {
        await RefusesAsync(StoreFault.NotFound, "There is no store at 'FILE'; import something into it first, or check the path.", readOnly: true);
        Assert.False(File.Exists(FilePath));
    }

    [Theory]
    [InlineData("graph_meta")]
    [InlineData("graph_changes")]
    [InlineData("graph_words")]
    [InlineData("Graph_New_Words_data")]
    [InlineData("graph_words_idx")]
    [InlineData("graph_words_content")]
    [InlineData("graph_words_docsize")]
    [InlineData("graph_words_config")]
    [InlineData("graph_words_tokens")]
    public async Task ATypeMayBeNamedAsTablesAre(string name)
    {
        await using var store = await OpenAsync($"type {name} @node {{ id: ID! @unique title: String! @searchable }}");
        var (type, batch) = (store.Ontology.FindNodeType(name)!, new RecordBatch());
        batch.AddNode(type, [batch.AddText("b1"), batch.AddText("Dawn")], default);
        await using (var session = await store.OpenWriterAsync(CancellationToken.None))
        {
            Assert.Empty((await session.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None)).Refused);
            await session.FinishAsync(CancellationToken.None);
        }

        Assert.Equal(["b1"], (await store.FindAsync(type, ["b1"], CancellationToken.None)).Keys);
    }

    [Fact]
    public async Task AMissingFolderIsNamed()
    {
        var folder = Path.Combine(Path.GetDirectoryName(FilePath)!, "none");
        var fault = await Assert.ThrowsAsync<StoreException>(async () => await SqliteStore.OpenAsync(Path.Combine(folder, "x.db"), Read(Books)));
        Assert.Equal((StoreFault.NotFound, $"The store '{folder}/x.db' cannot be created because the folder '{folder}' does not exist; create it, or choose another path."), (fault.Fault, fault.Message));
    }

    [Fact]
    public async Task AFolderIsNoFile()
    {
        Directory.CreateDirectory(FilePath);
        await RefusesAsync(StoreFault.Unavailable, "'FILE' is a folder; name a file inside it.");
    }

    [Fact]
    public async Task AStoreOpenedForReadingTakesNoWriter()
    {
        await CreateAsync();
        await using var store = await OpenAsync(readOnly: true);
        var fault = await Assert.ThrowsAsync<StoreException>(async () => await store.OpenWriterAsync(CancellationToken.None));
        Assert.Equal(
            (StoreFault.ReadOnly, $"The store '{FilePath}' was opened for reading only; open it for writing."),
            (fault.Fault, fault.Message));
    }

    [Fact]
    public async Task AWriterOfAnotherProgramIsWaitedForAndThenNamed()
    {
        await CreateAsync();
        await using var other = await OpenAsync();
        await using var writer = await other.OpenWriterAsync(CancellationToken.None);
        await using var store = await OpenAsync();
        var fault = await Assert.ThrowsAsync<StoreException>(async () => await store.OpenWriterAsync(CancellationToken.None));
        Assert.Equal(
            (StoreFault.Busy, $"Another program is writing to the store '{FilePath}'; wait until it has finished, then try again."),
            (fault.Fault, fault.Message));
    }

    [Fact]
    public async Task ALockOfAnotherProgramIsWaitedForAndThenNamed()
    {
        await CreateAsync();
        await using var store = await OpenAsync();
        using var other = Connection.Open(FilePath, OpenMode.Write);
        other.Execute("BEGIN IMMEDIATE");
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        var fault = await Assert.ThrowsAsync<StoreException>(
            async () => await writer.WriteAsync(new(), DateTimeOffset.UnixEpoch, CancellationToken.None));
        Assert.Equal(StoreFault.Busy, fault.Fault);
    }

    [Fact]
    public async Task AFullDiskIsNamed()
    {
        await CreateAsync();
        using var connection = Connection.Open(FilePath, OpenMode.Write);
        var fault = Assert.Throws<StoreException>(() => connection.Execute(
            "PRAGMA max_page_count = 1; WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO Writer (__key, id, name) SELECT i + 10, 'w' || i, 'somebody' FROM n"));
        Assert.Equal(
            (StoreFault.Full, $"The disk of the store '{FilePath}' is full; free some space and run again: what was written so far is whole."),
            (fault.Fault, fault.Message));
    }

    [Fact]
    public async Task TheDatabaseItselfKeepsItsIntegrity()
    {
        await CreateAsync();
        var refused = new[]
        {
            "INSERT INTO Book (__key, id, title, form) VALUES (9, 'b9', 'T', 'POEM')",
            "INSERT INTO Book (__key, id, title) VALUES (9, 'b9', NULL)",
            "INSERT INTO Book (__key, id, title) VALUES (9, 'b1', 'T')",
            "INSERT INTO Book (__key, id, title, pages) VALUES (9, 'b9', 'T', 'many')",
            "PRAGMA foreign_keys = 1; INSERT INTO rel_WROTE (__start, __end) VALUES (1, 99)",
            "INSERT INTO rel_WROTE SELECT * FROM rel_WROTE",
        };
        Assert.All(refused, sql => Assert.Throws<StoreException>(() => Execute(sql)));
    }

    [Theory]
    [InlineData(8, StoreFault.ReadOnly, "The store 'F' cannot be written; make the file and its folder writable.")]
    [InlineData(8 | (6 << 8), StoreFault.ReadOnly, "The store 'F' cannot be written; make the file and its folder writable.")]
    [InlineData(3, StoreFault.Refused, "Access to the store 'F' is denied; check the permissions of the file and its folder.")]
    [InlineData(14, StoreFault.Unavailable, "The store 'F' cannot be opened; check that the file and its folder exist and may be read and written.")]
    [InlineData(10 | (3 << 8), StoreFault.Unavailable, "The disk of the store 'F' does not answer as it should (words); check the disk.")]
    [InlineData(11, StoreFault.Damaged, "The store 'F' is damaged (words); put it back with 'graph restore' from a backup, or remove it and import again.")]
    [InlineData(1, StoreFault.Other, "The store 'F' failed: words.")]
    public void EveryFaultOfTheDatabaseIsASentence(int result, StoreFault fault, string sentence)
    {
        var exception = Assert.IsType<StoreException>(Faults.Of(result, "words", "F"));
        Assert.Equal((fault, sentence), (exception.Fault, exception.Message));
    }
}
