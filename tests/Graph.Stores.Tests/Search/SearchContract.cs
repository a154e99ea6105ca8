using CsCheck;
using Graph.Model.Search;
using Graph.Model.Stores;
using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests.Search;

/// <summary>What a search finds, held against what it means, worked out in plain C#; and what people type to break it.</summary>
public abstract class SearchContract<TStores>(int samples) : IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();

    public Task InitializeAsync() => stores.AreAtHand ? stores.InitializeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => stores.DisposeAsync();

    [StoreFact]
    public Task ASearchFindsWhatItsMeaningSaysInThatOrder() => Gen.Select(Shelves.Nodes, Shelves.Search.Array[25]).SampleAsync(
        async (nodes, asked) =>
        {
            // Some are there before, with other degrees: their words are put in order, and have to leave it.
            await using var store =
                await OpenAsync(Shelves.ToRecords([.. nodes.Where((_, i) => i % 4 > 0)
                    .Select((node, i) => i % 2 == 0 ? node : node with { Degree = 0 })]));
            await WriteAsync(store, Shelves.ToRecords(nodes));
            foreach (var terms in asked)
            {
                var expected = PlainSearch.Find(terms, nodes);
                var found = await FoundHits.OfAsync(store, Shelves.Typed(terms));
                var wanted = expected.ConvertAll(hit => new FoundHit(hit.Grade, hit.Node.Degree, hit.Node.Id, hit.Node.Type));
                Assert.True(
                    wanted.SequenceEqual(found.Hits),
                    $"{Shelves.Typed(terms)}\nexpected {string.Join(' ', wanted)}\nfound    {string.Join(' ', found.Hits)}\n{string.Join('\n', nodes.Select(Print))}");
                Assert.Equal(expected.Count, found.Total);
                Assert.Equal(
                    expected.GroupBy(hit => hit.Node.Type).OrderByDescending(type => type.Count()).ThenBy(type => type.Key)
                        .Select(type => (type.Key, type.Count())),
                    found.Facets);
            }

            var typed = Shelves.Typed(asked[0]);
            var whole = (await FoundHits.OfAsync(store, typed)).Hits;
            var pages = new List<FoundHit>();
            for (var page =
                await FoundHits.OfAsync(store, typed, first: 3); page.Hits.Count > 0; page =
                    await FoundHits.OfAsync(store, typed, first: 3, after: page.Hits[^1]))
                pages.AddRange(page.Hits);
            Assert.Equal(whole, pages);
            Assert.Equal(whole.Where(hit => hit.Type == 2), (await FoundHits.OfAsync(store, typed, types: ["Work"])).Hits);
            Assert.Empty((await FoundHits.OfAsync(store, typed, types: [])).Hits);
        },
        iter: samples,
        threads: 1);

    [StoreFact]
    public async Task ANodeOfABetterGradeIsNotFoundAgainAfterAWorse()
    {
        await using var store = await OpenAsync(new Records(Shelves.Ontology)
            .Node("Author", ("id", "a1"), ("name", "Alba Bator"))
            .Node("Author", ("id", "a2"), ("name", "Alba Lavrov"), ("aliases", new[] { "Alba" })));
        var whole = (await FoundHits.OfAsync(store, "alba")).Hits;
        Assert.Equal("a2 a1", string.Join(' ', whole.Select(hit => hit.Id)));
        Assert.Equal(whole[1..], (await FoundHits.OfAsync(store, "alba", after: whole[0])).Hits);
        Assert.Empty((await FoundHits.OfAsync(store, "alba", after: whole[1])).Hits);
    }

    [StoreFact]
    public async Task HitsAlikeAreInTheOrderOfTheirIdsByCodePoint()
    {
        string[] ids = [.. FarTextsFixture<TStores>.Texts];
        var records = new Records(Shelves.Ontology);
        foreach (var id in ids) records.Node("House", ("id", id), ("name", "Alba"));
        await using var store = await OpenAsync(records);
        var hits = (await FoundHits.OfAsync(store, "alba")).Hits;
        Assert.Equal(ids, hits.Select(hit => hit.Id));
        for (var i = 0; i < hits.Count; i++) Assert.Equal(hits[(i + 1)..], (await FoundHits.OfAsync(store, "alba", after: hits[i])).Hits);
    }

    [StoreFact]
    public async Task NoTextIsAtFault()
    {
        await using var store = await OpenAsync(Sample());
        string[] texts =
        [
            "", "-", "\"", "-\"", "\"\" -\"\"", "* ? ~ ^2 : \\ / && || ! ( ) { } [ ] + - NEAR(a b)", "title:x AND NOT OR", "😀👨‍👩‍👧‍👦 \u200d", "a\u0000b",
            "'; DROP TABLE Work; --", "_a _search __ _", "-Lavrov", "\"unclosed lavrov", new('a', 10_000), new('-', 10_000), new('"', 10_000),
            string.Concat(Enumerable.Repeat("😀", 5_000)), string.Join(' ', Enumerable.Repeat("Григорій Šćžč", SearchText.MaxWords / 2)),
        ];
        foreach (var typed in texts) Assert.Equal(0, (await FoundHits.OfAsync(store, typed)).Total);
        await Assert.ThrowsAsync<QueryRefusedException>(() => FoundHits.OfAsync(store, string.Concat(Enumerable.Repeat("word ", 2_000))));
    }

    [StoreFact]
    public async Task TheApiSaysWhyATextIsRefused()
    {
        await using var store = await OpenAsync(Sample());
        foreach (var asked in new[] { "totalCount", "hits { caption fields { snippet } } suggestions" })
            Assert.Equal(
                "The text of this search has 25 words, and at most 24 are searched for at once: leave the most common ones out.",
                await new GraphApi(store).RefusalAsync(
                    $"query ($text: String!) {{ search(text: $text) {{ {asked} }} }}", new { text = string.Join(' ', Enumerable.Range(0, SearchText.MaxWords + 1)) }));
    }

    [StoreFact]
    public async Task NamesAreFoundInOtherScripts()
    {
        await using var store = await OpenAsync(Sample());
        (string Typed, string Ids)[] searches =
        [
            ("Serghei Lavrov", "y1"), ("Лавров", "y1"), ("习近平", "y2 y3"), ("Xi Jinping", "y3 y2"), ("xijinp", "y2"), ("平近", ""), ("Умеров", "y4"), ("kharki", "y5"),
            ("k", "y5"), ("Хар", "y5"), ("mhmd", "y6"), ("محمد", "y6"), ("Volodymyr Zelensky", "y7"), ("Зеленский", "y7"), ("zelens", "y7"), ("zel", ""),
            ("Sacharowa", "y8"), ("Zacharowa mar", "y8"), ("sacha", "y8"), ("Захарова -Selenskyj", "y8"), ("-Zelensky wolodymyr", ""),
        ];
        foreach (var (typed, ids) in searches)
            Assert.Equal((typed, ids), (typed, string.Join(' ', (await FoundHits.OfAsync(store, typed)).Hits.Select(hit => hit.Id))));
    }

    [StoreFact]
    public async Task WordsAndDegreesFollowWhatChanges()
    {
        await using var store = await OpenAsync(new Records(Shelves.Ontology)
            .Node("Work", ("id", "w1"), ("title", "Dawn")).Node("Work", ("id", "w2"), ("title", "Dawn")).Node("Author", ("id", "a1"), ("name", "Ada"))
            .Relationship("BEFORE", "Work:w1", "Work:w2").Relationship("WROTE", "Author:a1", "Work:w2").Relationship("WROTE", "Author:a1", "Work:w2"));
        Assert.Equal("w2 2, w1 1", await DegreesAsync(store, "dawn"));
        await WriteAsync(store, new Records(Shelves.Ontology)
            .Node("Work", ("id", "w3"), ("title", "Noon")).Node("Work", ("id", "w2"), ("title", "Dusk")).Node("Work", ("id", "w1"), ("title", "Dawn"))
            .Relationship("BEFORE", "Work:w1", "Work:w3").Relationship("BEFORE", "Work:w3", "Work:w3"));
        Assert.Equal("w1 1", await DegreesAsync(store, "dawn"));
        Assert.Equal("w2 1", await DegreesAsync(store, "dusk"));
        Assert.Equal("w3 2", await DegreesAsync(store, "noon"));
    }

    [StoreFact]
    public async Task ASearchThatIsCancelledEnds()
    {
        await using var store = await OpenAsync(Sample());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FoundHits.OfAsync(store, "lavrov", cancellationToken: new(canceled: true)));
    }

    private static async Task<string> DegreesAsync(IGraphStore store, string typed) =>
        string.Join(", ", (await FoundHits.OfAsync(store, typed)).Hits.Select(hit => $"{hit.Id} {hit.Degree}"));

    private static Records Sample() => new Records(Shelves.Ontology)
        .Node("House", ("id", "y1"), ("name", "Сергей Лавров")).Node("House", ("id", "y2"), ("name", "习近平")).Node("House", ("id", "y3"), ("name", "Xi Jinping"))
        .Node("House", ("id", "y4"), ("name", "Umjerov")).Node("House", ("id", "y5"), ("name", "Kharkiv")).Node("House", ("id", "y6"), ("name", "محمد"))
        .Node("House", ("id", "y7"), ("name", "Wolodymyr Se\u00ADlen\u00ADskyj")).Node("Author", ("id", "y8"), ("name", "Maria Zakharova"));

    private async Task<IGraphStore> OpenAsync(Records records)
    {
        var store = await stores.OpenEmptyAsync(Shelves.Ontology);
        await WriteAsync(store, records);
        return store;
    }

    private static async Task WriteAsync(IGraphStore store, Records records)
    {
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        Assert.Empty((await writer.WriteAsync(records.Batch, Stores.Now, CancellationToken.None)).Refused);
        await writer.FinishAsync(CancellationToken.None);
    }

    private static string Print(PlainNode node) =>
        $"{node.Id}: {string.Join(" | ", node.Values.Select(value => $"{value.Role} {string.Join(' ', value.Words.Select(word => word.Spelled))}"))}";
}

public sealed class SqliteSearch() : SearchContract<SqliteStores>(samples: 60);

// A database is emptied and filled for each sample.
[Collection(Neo4jTurns.Second)]
public sealed class Neo4jSearch() : SearchContract<Neo4jStoresOfTheSecond>(samples: 2);
