using Graph.Model.Stores;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>Copies of a store while it is used, and stores whose writer was killed.</summary>
public sealed class BackingUpAFile : StoreFolder
{
    private string Copy => FilePath + ".bak";

    [Fact]
    public async Task ABackupIsAStoreOfWhatWasThereAndReplacesWhatCameSince()
    {
        await CreateAsync();
        await using (var store = await OpenAsync())
        {
            // A writer in the middle of a batch neither waits nor is seen.
            using var writer = Database.Connection.Open(FilePath, Database.OpenMode.Write);
            writer.Execute("BEGIN IMMEDIATE; UPDATE Book SET title = 'Dusk'");
            await store.BackUpAsync(Copy, CancellationToken.None);
            writer.Execute("COMMIT");
            Assert.Equal(["Dusk"], Texts("SELECT title FROM Book"));
        }

        Assert.Equal(["books.db.bak"], FilesBeside("books.db.bak"));
        await SqliteStore.RestoreAsync(Copy, FilePath, CancellationToken.None);
        Assert.Equal(["Dawn"], Texts("SELECT title FROM Book"));
        await using var restored = await OpenAsync();
        Assert.Equal(["Book"], (await restored.FindAsync(restored.Ontology.FindNodeType("Book")!, ["b1"], CancellationToken.None)).Values.Select(type => type.Name));

        File.Delete(FilePath);
        await SqliteStore.RestoreAsync(Copy, FilePath, CancellationToken.None);
        Assert.Equal(["books.db.bak"], FilesBeside("books.db.bak"));
    }

    [Fact]
    public async Task ABackupThatIsDamagedOrNoStoreReplacesNothing()
    {
        await CreateAsync();
        await using (var store = await OpenAsync()) await store.BackUpAsync(Copy, CancellationToken.None);
        Damage(Copy);
        Assert.Equal(StoreFault.Damaged,
            (await Assert.ThrowsAsync<StoreException>(async () => await SqliteStore.RestoreAsync(Copy, FilePath, CancellationToken.None))).Fault);
        await File.WriteAllTextAsync(Copy, new string('x', 5000));
        Assert.Equal(StoreFault.Damaged,
            (await Assert.ThrowsAsync<StoreException>(async () => await SqliteStore.RestoreAsync(Copy, FilePath, CancellationToken.None))).Fault);
        Assert.Equal(["Dawn"], Texts("SELECT title FROM Book"));
    }

    [Fact]
    public async Task AStoppedBackupLeavesNothing()
    {
        await CreateAsync();
        await using var store = await OpenAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.BackUpAsync(Copy, new(canceled: true)));
        Assert.Empty(FilesBeside("books.db."));
    }

    [Fact]
    public async Task AFileWhoseWriterWasKilledIsLookedThroughOnceWhenItIsOpened()
    {
        await CreateAsync();
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        await (await OpenAsync()).DisposeAsync();
        Assert.Equal(0, new FileInfo(FilePath + "-writer").Length);

        // As a killed process leaves it: the lock is free, and says that somebody had it.
        await File.WriteAllTextAsync(FilePath + "-writer", "w");
        await (await OpenAsync()).DisposeAsync();
        Assert.Equal(0, new FileInfo(FilePath + "-writer").Length);

        Damage(FilePath);
        await (await OpenAsync()).DisposeAsync(); // Closed cleanly: not looked through.
        await File.WriteAllTextAsync(FilePath + "-writer", "w");
        for (var time = 0; time < 2; time++)
        {
            var fault = await Assert.ThrowsAsync<StoreException>(async () => await OpenAsync());
            Assert.Equal(StoreFault.Damaged, fault.Fault);
            Assert.StartsWith($"The store '{FilePath}' is damaged (", fault.Message, StringComparison.Ordinal);
            Assert.EndsWith("; put it back with 'graph restore' from a backup, or remove it and import again.", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhileAWriterIsAtWorkTheFileIsNotLookedThrough()
    {
        await CreateAsync();
        await using var store = await OpenAsync();
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        Assert.Equal(1, new FileInfo(FilePath + "-writer").Length);
        await (await OpenAsync()).DisposeAsync();
        Assert.Equal(1, new FileInfo(FilePath + "-writer").Length);
    }

    /// <summary>Spoils the pages of an index of the books, so that everything that opens a store still reads well.</summary>
    private static void Damage(string path)
    {
        using var connection = Database.Connection.Open(path, Database.OpenMode.Read);
        var root = connection.Number("SELECT rootpage FROM sqlite_schema WHERE name = 'rel_WROTE'")!.Value;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Seek((root - 1) * 4096, SeekOrigin.Begin);
        file.Write(Enumerable.Repeat((byte)0x5a, 4096).ToArray());
    }

    private IEnumerable<string?> FilesBeside(string beginning) =>
        Directory.GetFiles(Path.GetDirectoryName(FilePath)!).Select(Path.GetFileName)
            .Where(name => name!.StartsWith(beginning, StringComparison.Ordinal));
}
