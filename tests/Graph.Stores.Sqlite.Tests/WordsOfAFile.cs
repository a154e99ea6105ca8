using Graph.Model.Records;
using Graph.Stores.Sqlite.Reading;
using Graph.Stores.Sqlite.Statements;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>The words of searchable properties, as any program that opens the file can ask for them.</summary>
public sealed class WordsOfAFile : StoreFolder
{
    private const string Library = """
        type Book @node { id: ID! @unique title: String! @searchable rank: String @searchable tags: [String!]! @searchable pages: Int }
        type House @node { id: ID! @unique name: String! }
        """;

    [Fact]
    public async Task WordsAreFoundAsTheyAreSpelledAndByTheirKeys()
    {
        await WriteAsync(("b1", "Zoë at Dawn", "first", "[\"Night Train\",\"sea\"]"), ("b2", "Dawn again", null, "[]"));
        Assert.Equal(["b1"], Found("zoë"));
        Assert.Equal(["b1"], Found("_dzoe"));
        Assert.Equal(["b1", "b2"], Found("dawn"));
        Assert.Equal(["b1"], Found("\"night train\""));
        Assert.Equal(["b1"], Found("first"));
        Assert.Empty(Found("nigh"));
        Assert.Equal(["graph_new_words", "graph_words"], Texts("SELECT name FROM pragma_table_list WHERE type = 'virtual' ORDER BY name"));
        AssertSound();
    }

    [Fact]
    public async Task WordsFollowWhatChanges()
    {
        await WriteAsync(("b1", "Dawn", null, "[]"), ("b1", "Dusk", null, "[]"), ("b2", "Noon", null, "[]"));
        Assert.Equal((0, 1), (Found("dawn").Count, Found("dusk").Count));
        await WriteAsync(("b1", "Dusk", null, "[\"late\"]"), ("b2", "Midnight", null, "[]"), ("b3", "Noon again", null, "[]"));
        Assert.Equal(["b1"], Found("late AND dusk"));
        Assert.Equal(["b3"], Found("noon"));
        Assert.Equal(["b2"], Found("midnight"));
        AssertSound();
    }

    [Fact]
    public async Task WordsThatAnotherProgramChangesAreMadeAnewWhenTheFileIsOpened()
    {
        await WriteAsync(("b2", "Midnight", null, "[]"), ("b3", "Noon", null, "[]"));
        Execute("DELETE FROM Book WHERE id = 'b2'; UPDATE Book SET title = 'Morning' WHERE id = 'b3'");
        Assert.Equal((0, 1), (Found("midnight").Count, Found("noon").Count));
        await (await OpenAsync(Library)).DisposeAsync();
        Assert.Equal((0, 0, 1), (Found("midnight").Count, Found("noon").Count, Found("morning").Count));
        Assert.Equal([Words.Made], Texts("SELECT value FROM graph_meta WHERE name = 'search'"));
        AssertSound();
    }

    [Fact]
    public async Task WordsOfAnOlderProgramAreMadeAnewWhenTheFileIsOpened()
    {
        await WriteAsync(("b2", "Midnight", null, "[]"));
        Execute("DELETE FROM graph_new_words; DELETE FROM graph_words; UPDATE graph_meta SET value = '1' WHERE name = 'search'");
        Assert.Empty(Found("midnight"));
        await (await OpenAsync(Library)).DisposeAsync();
        Assert.Equal(["b2"], Found("midnight"));
        Assert.Equal([Words.Made], Texts("SELECT value FROM graph_meta WHERE name = 'search'"));
        AssertSound();
    }

    [Fact]
    public async Task ASearchAsksForTheWordsOfTheStateThatItsTransactionSees()
    {
        await WriteAsync(("b1", "Dawn", null, "[]"));
        using var reader = WordSearch.OpenReader(new(FilePath, TimeSpan.Zero), new(Read(Library)));
        var searches = 0;
        bool IsAsked() => reader.Texts($"SELECT {WordQueries.Function}('[\"dusk\", true, {--searches}]', 1, {WordQueries.Whole})")
            is not [WordQueries.Nothing];
        reader.Execute("BEGIN");
        Assert.False(IsAsked());
        await WriteAsync(("b2", "Dusk", null, "[]"));
        Assert.False(IsAsked());
        reader.Execute("COMMIT");
        Assert.True(IsAsked());
    }

    [Fact]
    public async Task ABatchThatIsRolledBackLeavesNoWords()
    {
        await WriteAsync(("b1", "Dawn", null, "[]"));
        await using (var store = await OpenAsync(Library))
        {
            await using var session = await store.OpenWriterAsync(CancellationToken.None);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await session.WriteAsync(Batch(store, ("b2", "Dusk", null, "[]")), DateTimeOffset.UnixEpoch, new(canceled: true)));
        }

        Assert.Empty(Found("dusk"));
        await WriteAsync(("b3", "Dusk", null, "[]"));
        Assert.Equal(["b3"], Found("dusk"));
        AssertSound();
    }

    [Fact]
    public async Task ManyWordsArePutInTheOrderOfTheirNodesRanks()
    {
        await WriteAsync([.. Enumerable.Range(0, 9).Select(i => ($"b{i}", $"Dawn {i}", (string?)null, "[]"))]);
        Assert.Equal(("9", "0"), Places);
        Assert.Equal(["b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"], Texts("SELECT id FROM graph_places JOIN Book ON __key = node ORDER BY place"));
        await WriteAsync(("b3", "Dusk", null, "[]"), ("b9", "Dusk", null, "[]"));
        Assert.Equal(("8", "2"), Places);
        Assert.Equal(["b3", "b9"], Found("dusk"));
        Assert.Equal(8, Found("dawn").Count);
        Execute("DELETE FROM Book WHERE id IN ('b4', 'b9')");
        Assert.Equal((7, 1, ("7", "1")), (Found("dawn").Count, Found("dusk").Count, Places));
        AssertSound();
    }

    [Fact]
    public async Task WordsThatAnImportLeftToItsEndAreFoundAfterTheNextWhenItIsBrokenOff()
    {
        await using (var store = await OpenAsync(Library, fewestUnsettledWords: 3))
        {
            await using var session = await store.OpenWriterAsync(CancellationToken.None);
            foreach (var i in Enumerable.Range(0, 3))
                await session.WriteAsync(Batch(store, ($"b{i}", "Dawn", null, "[]"), ($"c{i}", "Dawn", null, "[]")), DateTimeOffset.UnixEpoch, CancellationToken.None);
            await session.WriteAsync(Batch(store, ("b0", "Dusk", null, "[]")), DateTimeOffset.UnixEpoch, CancellationToken.None);
        }

        Assert.Equal(3, Found("dawn").Count);
        await WriteAsync(("b9", "Noon", null, "[]"));
        Assert.Equal(["b1", "b2", "c0", "c1", "c2"], Found("dawn"));
        Assert.Equal((1, 1, ("7", "0")), (Found("dusk").Count, Found("noon").Count, Places));
        AssertSound();
    }

    private (string Settled, string Others) Places => (Texts("SELECT count(*) FROM graph_places")[0], Texts("SELECT count(*) FROM graph_new_words")[0]);

    [Theory]
    [InlineData("DROP TRIGGER \"Book.words.changed\"; DROP TRIGGER \"Book.ranks.removed\"; DROP TABLE graph_words; DROP TABLE graph_new_words; DROP TABLE graph_places; DROP TABLE graph_degrees; DELETE FROM graph_meta WHERE name = 'search'; PRAGMA user_version = 2; CREATE VIRTUAL TABLE \"Book.words\" USING fts5(title, content='Book', content_rowid='__key')")]
    [InlineData("DROP TABLE graph_degrees; CREATE TABLE graph_ranks (node INTEGER PRIMARY KEY, degree INTEGER NOT NULL, id TEXT NOT NULL) STRICT; INSERT INTO graph_ranks VALUES (1024, 0, 'b1'); PRAGMA user_version = 3")]
    [InlineData("DROP TRIGGER \"Book.ranks.removed\"; DROP TABLE graph_new_words; DROP TABLE graph_places; DROP TABLE graph_degrees; CREATE TABLE \"graph_degrees\" (\"node\" INTEGER PRIMARY KEY, \"type\" INTEGER NOT NULL, \"degree\" INTEGER NOT NULL, \"derived\" INTEGER NOT NULL, \"id\" TEXT NOT NULL) STRICT; INSERT INTO graph_degrees VALUES (1, 0, 0, 0, 'b1'); CREATE TRIGGER \"Book.ranks.removed\" AFTER DELETE ON \"Book\" BEGIN DELETE FROM \"graph_degrees\" WHERE \"node\" = OLD.\"__key\"; END; CREATE TRIGGER \"Book.words.removed\" AFTER DELETE ON \"Book\" BEGIN DELETE FROM \"graph_words\" WHERE rowid = (OLD.\"__key\" << 10 | 0); END; PRAGMA user_version = 5")]
    [InlineData("UPDATE graph_meta SET value = '0' WHERE name = 'search'; INSERT INTO graph_words (graph_words) VALUES ('delete-all')")]
    public async Task AFileOfAnOlderProgramGainsTheWordsOfThisOne(string before)
    {
        await WriteAsync(("b1", "Dawn", null, "[]"), ("b2", "Dusk", null, "[]"));
        Execute(before);
        await (await OpenAsync(Library)).DisposeAsync();
        Assert.Equal(["b2"], Found("dusk"));
        await WriteAsync(("b3", "Dusk again", null, "[]"));
        Assert.Equal(["b2", "b3"], Found("dusk"));
        Assert.Equal(["9"], Texts("PRAGMA user_version"));
        Assert.Equal(["graph_new_words", "graph_words"], Texts("SELECT name FROM pragma_table_list WHERE type = 'virtual' ORDER BY name"));
        Assert.Equal(["graph_degrees"], Texts("SELECT name FROM sqlite_schema WHERE type = 'table' AND (name LIKE 'graph_degrees' OR name LIKE 'graph_ranks')"));
        Assert.Equal(["b1 0", "b2 0", "b3 0"], Texts("SELECT id || ' ' || degree FROM graph_degrees ORDER BY id"));
        AssertSound();
    }

    [Fact]
    public async Task WordsAreMadeAnewForAnotherOntology()
    {
        await WriteAsync(("b1", "Dawn", null, "[]"));
        var wider = Library.Replace("pages: Int", "pages: Int notes: String @searchable", StringComparison.Ordinal)
            .Replace("type Book", "type Attic @node { id: ID! @unique } type Book", StringComparison.Ordinal);
        await (await OpenAsync(wider)).DisposeAsync();
        Assert.Equal(["b1"], Found("dawn"));
        Assert.Equal(["1"], Texts("SELECT DISTINCT rowid & 1023 FROM graph_words"));
        AssertSound();
    }

    [Fact]
    public async Task WhatIsNoLongerSearchableKeepsItsRecords()
    {
        await WriteAsync(("b1", "Dawn", null, "[]"));
        await (await OpenAsync(Library.Replace(" @searchable", "", StringComparison.Ordinal))).DisposeAsync();
        Assert.Equal(["Dawn"], Texts("SELECT title FROM Book"));
        Assert.Empty(Texts("SELECT name FROM sqlite_schema WHERE name LIKE '%words%'"));
    }

    private async Task WriteAsync(params (string Id, string Title, string? Rank, string Tags)[] books)
    {
        await using var store = await OpenAsync(Library, fewestUnsettledWords: 3);
        await using var session = await store.OpenWriterAsync(CancellationToken.None);
        Assert.Empty((await session.WriteAsync(Batch(store, books), DateTimeOffset.UnixEpoch, CancellationToken.None)).Refused);
        await session.FinishAsync(CancellationToken.None);
    }

    private static RecordBatch Batch(SqliteStore store, params (string Id, string Title, string? Rank, string Tags)[] books)
    {
        var batch = new RecordBatch();
        foreach (var (id, title, rank, tags) in books)
        {
            Cell[] cells = [batch.AddText(id), batch.AddText(title), rank is null
                ? Cell.Null
                : batch.AddText(rank), batch.AddText(tags, CellKind.List), Cell.Null];
            batch.AddNode(store.Ontology.FindNodeType("Book")!, cells, default);
        }

        return batch;
    }

    private IReadOnlyList<string> Found(string words) =>
        Texts(
            $"SELECT b.id FROM (SELECT node FROM graph_words ('{words}') AS w JOIN graph_places ON place = w.rowid >> 10"
            + $" UNION ALL SELECT rowid >> 10 FROM graph_new_words ('{words}')) AS found JOIN Book AS b ON b.__key = found.node ORDER BY b.id");

    private void AssertSound()
    {
        Execute("INSERT INTO graph_words (graph_words) VALUES ('integrity-check'); INSERT INTO graph_new_words (graph_new_words) VALUES ('integrity-check')");
        Assert.Equal(Texts("SELECT count(*) FROM Book"), Texts("SELECT count(*) FROM graph_degrees"));
        Assert.Equal(["ok"], Texts("PRAGMA integrity_check"));
    }
}
