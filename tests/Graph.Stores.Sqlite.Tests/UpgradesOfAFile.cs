using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Stores.Sqlite.Tests;

public sealed class UpgradesOfAFile : StoreFolder
{
    [Fact]
    public async Task WhatAnOntologyGainsIsAddedAndRecordsStay()
    {
        await CreateAsync();
        await using var store = await OpenAsync("""
            enum Form { POEM NOVEL ESSAY }
            type Book @node {
              id: ID! @unique
              isbn: ID @unique
              title: String! @indexed
              form: Form
              pages: Int
              tags: [String!]!
              published: Date @indexed
              writers: [Writer!]! @relationship(type: "WROTE", direction: IN, properties: "Part")
              house: House @relationship(type: "ISSUED_BY", direction: OUT)
            }
            type Writer @node { id: ID! @unique name: String! born: Date books: [Book!]! @relationship(type: "WROTE", direction: OUT, properties: "Part") }
            type House @node { id: ID! @unique name: String! books: [Book!]! @relationship(type: "ISSUED_BY", direction: IN) }
            type Part @relationshipProperties { chapter: Int }
            """);
        Assert.Equal(
            ["b1 Dawn NOVEL 90 []"],
            Texts("SELECT id || ' ' || title || ' ' || form || ' ' || pages || ' ' || tags FROM Book WHERE published IS NULL AND isbn IS NULL"));
        Assert.Equal(
            ["w1"],
            Texts("SELECT w.id FROM rel_WROTE r JOIN Writer w ON w.__key = r.__start JOIN Book b ON b.__key = r.__end WHERE chapter IS NULL"));
        Assert.Equal(
            ["Book.__sources", "Book.isbn.unique", "Book.published", "Book.title"],
            Texts("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'Book' AND sql IS NOT NULL ORDER BY name"));
        Assert.Empty(Texts("SELECT \"table\" FROM pragma_foreign_key_check"));
        Assert.Equal(["ok"], Texts("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task AfterwardsTheFileIsThatOfAFreshStore()
    {
        const string wider = "type Book @node { id: ID! @unique title: String! @indexed form: Form pages: Int notes: String writers: [Writer!]! @relationship(type: \"WROTE\", direction: IN) }";
        var text = Books.Replace(Books.Split('\n')[1], wider, StringComparison.Ordinal);
        await (await OpenAsync(text)).DisposeAsync();
        var fresh = Texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(FilePath)!)) File.Delete(file);
        await CreateAsync();
        await (await OpenAsync(text)).DisposeAsync();
        Assert.Equal(fresh, Texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"));
    }

    [Fact]
    public async Task AFileOfTheLastVersionGainsTheIndexesOfThisOne()
    {
        await (await SqliteStore.OpenAsync(FilePath, Ontology.Shipped)).DisposeAsync();
        var fresh = Texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
        Execute("DROP INDEX \"Accusation.act.saidOn\"; DROP INDEX \"Accusation.importedAt\"; DROP INDEX \"rel_ACCUSED.accusations\"; PRAGMA user_version = 3");
        await (await SqliteStore.OpenAsync(FilePath, Ontology.Shipped)).DisposeAsync();
        Assert.Equal(fresh, Texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"));
        Assert.Equal(["9"], Texts("PRAGMA user_version"));
    }

    [Fact]
    public async Task WhatAnEarlierVersionStoredIsKeptAndNobodys()
    {
        await CreateAsync();
        foreach (var table in (string[])["Book", "Writer", "rel_WROTE"])
            Execute($"DROP INDEX \"{table}.__sources\"; ALTER TABLE {table} DROP COLUMN __sources");
        Execute("DROP TABLE graph_sources; PRAGMA user_version = 3");

        // A source lists the book, and later no more: the book was there before.
        await WriteAsync("later", lists: true);
        Assert.Equal(["""[[0,{"title":"Dawn","form":"NOVEL","pages":90}],[1,{"title":"Dawn","pages":90}]]"""], Texts("SELECT __sources FROM Book"));
        await WriteAsync("later", lists: false);
        Assert.Equal(["b1 Dawn NOVEL"], Texts("SELECT id || ' ' || title || ' ' || form FROM Book WHERE __sources IS NULL"));
        Assert.Equal(["w1"], Texts("SELECT w.id FROM rel_WROTE r JOIN Writer w ON w.__key = r.__start"));
    }

    [Fact]
    public async Task WhatAnEarlierVersionKeptOfChangesIsKept()
    {
        var runs = new List<long>();
        foreach (var pages in (int[])[90, 91])
        {
            await using var store = await OpenAsync();
            await using var writer = await store.OpenWriterAsync(CancellationToken.None);
            var run = await writer.KeepAsync(new() { Command = "import", StartedAt = DateTimeOffset.UnixEpoch }, CancellationToken.None);
            var batch = new RecordBatch();
            batch.AddNode(store.Ontology.FindNodeType("Book")!, [batch.AddText("b1"), batch.AddText("Dawn"), Cell.Null, Cell.Of(pages)], default);
            await writer.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
            await writer.KeepAsync(run with { EndedAt = DateTimeOffset.UnixEpoch, Outcome = RunOutcome.Complete, Added = 1 }, CancellationToken.None);
            runs.Add(run.Id);
        }

        Execute("DROP INDEX \"Book.__sources\"; PRAGMA user_version = 8");
        await using var later = await OpenAsync(Books.Replace("pages: Int", "pages: Int @indexed notes: String", StringComparison.Ordinal));
        Assert.Equal(["9"], Texts("PRAGMA user_version"));
        Assert.Equal([2L, 1L], (await later.RunsAsync(10, 0, CancellationToken.None)).Select(run => run.Id));
        var told = (await ChangeFeed.ReadAsync(later, since: null, types: null, first: 10, CancellationToken.None)).Changes;
        Assert.Equal([(1L, "Book b1", null), (2L, "Book b1", "pages 90 91")],
            told.Select(one => (one.Run, one.Change.Record.ToString(), one.Values?.Select(value => $"{value.Name} {value.From} {value.To}").Single())));
        await using var again = await later.OpenWriterAsync(CancellationToken.None);
        Assert.Equal(1, (await again.UndoAsync(runs[1], CancellationToken.None)).Changed);
        Assert.Equal(["90"], Texts("SELECT pages FROM Book"));
    }

    private async Task WriteAsync(string source, bool lists)
    {
        await using var store = await OpenAsync();
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        var batch = new RecordBatch();
        batch.Attribute(batch.AddFile("file"), source);
        if (lists) batch.AddNode(store.Ontology.FindNodeType("Book")!, [batch.AddText("b1"), batch.AddText("Dawn"), Cell.Null, Cell.Of(90)], default);
        await writer.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
        await writer.WithdrawUnlistedAsync([source], DateTimeOffset.UnixEpoch, CancellationToken.None);
    }

    [Fact]
    public async Task ATypeMayJoinAnInterfaceThatExists()
    {
        const string one = """
            interface Being { id: ID! @unique name: String! }
            type Human implements Being @node(labels: ["Human", "Being"]) { id: ID! @unique name: String! }
            """;
        await (await OpenAsync(one)).DisposeAsync();
        Execute("INSERT INTO Being (__key, __type, id, name) VALUES (1, 'Human', 'h', 'Somebody')");
        await (await OpenAsync(
            one + "type Robot implements Being @node(labels: [\"Robot\", \"Being\"]) { id: ID! @unique name: String! maker: String! }")).DisposeAsync();
        Execute("INSERT INTO Being (__key, __type, id, name, maker) VALUES (2, 'Robot', 'r', 'Somebot', 'Acme')");
        Assert.Equal(["h", "r"], Texts("SELECT id FROM Being ORDER BY id"));
    }

    [Fact]
    public async Task AnotherOrderOrOtherWordsChangeNoTable()
    {
        await CreateAsync();
        await (await OpenAsync("# Books.\n" + Books)).DisposeAsync();
        await (await OpenAsync(Books, readOnly: true)).DisposeAsync();
        Assert.Equal(["Dawn"], Texts("SELECT title FROM Book"));
    }

    [Fact]
    public async Task AStoreForReadingIsNotChanged()
    {
        await CreateAsync();
        await RefusesAsync(
            StoreFault.Ontology,
            "The store 'FILE' was made with another ontology; open it once for writing to bring it up to date.",
            Books.Replace("pages: Int", "pages: Int notes: String", StringComparison.Ordinal),
            readOnly: true);
    }

    [Fact]
    public async Task ARequiredPropertyCannotBeMadeUp()
    {
        await CreateAsync();
        await RefusesAsync(
            StoreFault.Ontology,
            "The store 'FILE' cannot be brought up to date: the ontology now requires Writer.born, and stored records have none; make the property optional, or import into a new file.",
            Books.Replace("name: String!", "name: String! born: Date!", StringComparison.Ordinal));
        await using var store = await OpenAsync();
        Assert.Equal(["Ada"], Texts("SELECT name FROM Writer"));
    }

    [Fact]
    public async Task APropertyThatHoldsValuesDoesNotGo()
    {
        await CreateAsync();
        await RefusesAsync(
            StoreFault.Ontology,
            "The store 'FILE' cannot be brought up to date: the ontology no longer has Book.pages, and stored records use it; put it back, or import into a new file.",
            Books.Replace("pages: Int", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnEmptyPropertyGoes()
    {
        await CreateAsync();
        Execute("UPDATE Book SET pages = NULL");
        await (await OpenAsync(Books.Replace("pages: Int", "", StringComparison.Ordinal))).DisposeAsync();
        Assert.DoesNotContain("pages", Texts("SELECT name FROM pragma_table_info('Book')"));
    }

    [Fact]
    public async Task ATypeThatHasNodesDoesNotGo()
    {
        await CreateAsync();
        await RefusesAsync(
            StoreFault.Ontology,
            "The store 'FILE' cannot be brought up to date: the ontology no longer has Writer, and stored records use it; put it back, or import into a new file.",
            "enum Form { NOVEL ESSAY } type Book @node { id: ID! @unique title: String! form: Form pages: Int }");
    }

    [Fact]
    public async Task AnEnumKeepsTheNamesThatAreUsed()
    {
        await CreateAsync();
        await RefusesAsync(
            StoreFault.Ontology,
            "The store 'FILE' cannot be brought up to date: stored records of Book do not fit the ontology (CHECK constraint failed: form); mend the ontology, or import into a new file.",
            Books.Replace("NOVEL ESSAY", "ESSAY", StringComparison.Ordinal));
        Assert.Equal(["Dawn"], Texts("SELECT title FROM Book"));
    }

    [Fact]
    public async Task ValuesThatAreNotUniqueCannotBecomeSo()
    {
        await CreateAsync();
        Execute("INSERT INTO Writer (__key, id, name) VALUES (7, 'w7', 'Ada')");
        await RefusesAsync(
            StoreFault.Ontology,
            "The store 'FILE' cannot be brought up to date: stored records of Writer do not fit the ontology (UNIQUE constraint failed: Writer.name); mend the ontology, or import into a new file.",
            Books.Replace("name: String!", "name: String! @unique", StringComparison.Ordinal));
    }
}
