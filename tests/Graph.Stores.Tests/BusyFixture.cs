namespace Graph.Stores.Tests;

/// <summary>
/// Films by the thousand, so that some nodes have more relationships than a store collects gladly. A player who is in every
/// third film, now and then twice; one who was in the oldest only; one who was in few; a studio that made most.
/// </summary>
public sealed class BusyFixture<TStores>() : LoadedStore<TStores>(All)
    where TStores : Stores, new()
{
    public const int Films = 4000;

    /// <summary>Seven films a day, one in forty without a day.</summary>
    public static DateOnly? Released(int film) => film % 40 == 11 ? null : new DateOnly(1950, 1, 1).AddDays(film * 13 % Films / 7);

    /// <summary>In the same order as the days, with a value for every film.</summary>
    public static double Rating(int film) => film * 13 % Films / 7 / 2.0;

    public static string Title(int film) => $"Film {film * 17 % Films / 3:0000}";

    public static string Id(int film) => $"f{film:0000}";

    public static bool IsEverywhere(int film) => film % 3 == 0;

    public static bool IsTwice(int film) => film % 30 == 0;

    public static bool IsOld(int film) => Released(film) < new DateOnly(1950, 7, 20);

    public static bool IsRare(int film) => film % 500 == 7;

    public static bool IsOfTheStudio(int film) => film % 5 != 0;

    private static Records All()
    {
        var records = new Records(StoreTest.Films)
            .Node("Player", ("id", "everywhere"), ("name", "Ada"))
            .Node("Player", ("id", "old"), ("name", "Bo"))
            .Node("Player", ("id", "rare"), ("name", "Cy"))
            .Node("Studio", ("id", "s"), ("name", "Mill"));
        for (var film = 0; film < Films; film++)
        {
            var released = Released(film);
            records.Node(
                "Film",
                ("id", Id(film)),
                ("title", Title(film)),
                ("released", released is { } day ? day : null),
                ("rating", Rating(film)),
                ("minutes", film % 90));
            var end = $"Film:{Id(film)}";
            if (IsEverywhere(film))
                records.Relationship(
                    "WORKED_ON",
                    "Player:everywhere",
                    end,
                    ("role", "lead"),
                    ("billing", film % 4),
                    ("since", new DateOnly(1949, 1, 1)));
            if (IsTwice(film)) records.Relationship("WORKED_ON", "Player:everywhere", end, ("billing", 9));
            if (IsOld(film)) records.Relationship("WORKED_ON", "Player:old", end, ("role", "lead"), ("billing", 1));
            if (IsRare(film)) records.Relationship("WORKED_ON", "Player:rare", end, ("role", "lead"), ("billing", 1));
            if (IsOfTheStudio(film)) records.Relationship("MADE_BY", end, "Studio:s");
        }

        return records;
    }
}
