using Graph.Model.Stores;

namespace Graph.Stores.Tests;

/// <summary>A store of films, loaded once and only read.</summary>
public abstract class LoadedStore<TStores>(Func<Records> records) : IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();

    public IGraphStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!stores.AreAtHand) return;
        await stores.InitializeAsync();
        Store = await stores.OpenEmptyAsync(StoreTest.Films);
        var result = await Stores.WriteAsync(Store, records());
        Assert.Empty(result.Refused);
    }

    public Task DisposeAsync() => stores.DisposeAsync();
}

/// <summary>A few films with every kind of value.</summary>
public sealed class FilmFixture<TStores>() : LoadedStore<TStores>(All)
    where TStores : Stores, new()
{
    private static Records All() => new Records(StoreTest.Films)
        .Node("Player", ("id", "p1"), ("name", "Ada"), ("aliases", new[] { "Countess", "A.L." }), ("code", "c1"), ("born", new DateOnly(1900, 5, 1)))
        .Node("Player", ("id", "p2"), ("name", "Émile"))
        .Node("Player", ("id", "p3"), ("name", "ada"), ("aliases", new[] { "say \"so\"", "one, two" }), ("born", new DateOnly(1950, 1, 1)))
        .Node("Player", ("id", "p4"), ("name", "Zoë 🕊"), ("code", "c4"), ("born", new DateOnly(1900, 5, 1)))
        .Node("Troupe", ("id", "t1"), ("name", "Blue Troupe"), ("code", "c9"), ("size", 12))
        .Node("Troupe", ("id", "t2"), ("name", "Ångström"))
        .Node(
            "Film",
            ("id", "f1"), ("title", "Dawn"), ("released", new DateOnly(1950, 1, 1)), ("premiere", new DateTimeOffset(
                1950,
                1,
                1,
                21,
                0,
                0,
                123,
                456,
                TimeSpan.FromHours(1))),
            ("minutes", 90), ("budget", 9_007_199_254_740_993), ("rating", 7.5), ("colour", false), ("genre", "DRAMA"),
            ("genres", new[] { "DRAMA", "NOIR" }), ("scores", new[] {
                1,
                2.5 }), ("importedAt", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)))
        .Node(
            "Film",
            ("id", "f2"),
            ("title", "Dusk"),
            ("released", new DateOnly(1960, 2, 29)),
            ("minutes", 100),
            ("budget", -5L),
            ("rating", 0.1 + 0.2),
            ("colour", true),
            ("genre", "COMEDY"),
            ("genres", new[] { "COMEDY" }),
            ("scores", Array.Empty<double>()))
        .Node("Film", ("id", "f3"), ("title", "dawn again"))
        .Node(
            "Film",
            ("id", "f4"),
            ("title", "A \"quoted\" \\ title\nover\u0001lines"),
            ("released", new DateOnly(1950, 1, 1)),
            ("premiere", new DateTimeOffset(1950, 1, 1, 20, 0, 0, TimeSpan.Zero)),
            ("rating", 1e21),
            ("genre", "NOIR"),
            ("genres", new[] { "NOIR", "DRAMA" }))
        .Node(
            "Film",
            ("id", "f5"),
            ("title", "Ünder 🕊 sky"),
            ("released", new DateOnly(1970, 12, 31)),
            ("minutes", 90),
            ("rating", 1.0),
            ("colour", true))
        .Node("Studio", ("id", "s1"), ("name", "First"))
        .Node("Studio", ("id", "s2"), ("name", "Second"))
        .Node("Studio", ("id", "s3"), ("name", "Idle"))
        .Node("Award", ("id", "a1"), ("name", "Gold"))
        .Node("Award", ("id", "a2"), ("name", "Silver"))
        .Relationship("WORKED_ON", "Player:p1", "Film:f1", ("role", "lead"), ("billing", 1), ("since", new DateOnly(1949, 3, 1)))
        .Relationship("WORKED_ON", "Player:p1", "Film:f1", ("role", "writer"), ("billing", 3))
        .Relationship("WORKED_ON", "Player:p1", "Film:f1")
        .Relationship("WORKED_ON", "Player:p2", "Film:f1", ("role", "lead"), ("billing", 2))
        .Relationship("WORKED_ON", "Player:p1", "Film:f2", ("role", "lead"), ("billing", 5))
        .Relationship("WORKED_ON", "Troupe:t1", "Film:f2")
        .Relationship("WORKED_ON", "Player:p3", "Film:f4", ("role", ""))
        .Relationship("MADE_BY", "Film:f1", "Studio:s1")
        .Relationship("MADE_BY", "Film:f2", "Studio:s1")
        .Relationship("MADE_BY", "Film:f4", "Studio:s2")
        .Relationship("REMAKE_OF", "Film:f3", "Film:f1")
        .Relationship("REMAKE_OF", "Film:f5", "Film:f1")
        .Relationship("KNOWS", "Player:p1", "Player:p2")
        .Relationship("KNOWS", "Player:p1", "Troupe:t1")
        .Relationship("KNOWS", "Player:p2", "Player:p1")
        .Relationship("WON", "Film:f1", "Award:a1")
        .Relationship("WON", "Film:f2", "Award:a1")
        .Relationship("WON", "Player:p1", "Award:a1")
        .Relationship("WON", "Troupe:t1", "Award:a2");
}
