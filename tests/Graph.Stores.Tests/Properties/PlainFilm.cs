using CsCheck;

namespace Graph.Stores.Tests.Properties;

/// <summary>A film as plain C#, beside what the stores keep of it.</summary>
/// <param name="Id"></param>
/// <param name="Values">Its properties by name; one that is missing is not there.</param>
/// <param name="Parts">What players did in it.</param>
internal sealed record PlainFilm(string Id, Dictionary<string, object> Values, IReadOnlyList<PlainPart> Parts);

/// <summary>What a player did in a film.</summary>
internal sealed record PlainPart(string Player, string Name, string? Role, int? Billing);

/// <summary>A few dozen films and players, with values that are alike, at the ends of their range, or missing.</summary>
internal static class PlainFilms
{
    public static readonly string[] Titles
        = ["Dawn", "dawn", "DAWN again", "", "İstanbul", "istanbul", "ΟΔΟΣ", "οδος", "ß", "a%b_c", "a*b", "🕊", "e\\n'\"", "é"];
    public static readonly int[] Minutes = [0, 1, 90, -5, int.MaxValue, int.MinValue];
    public static readonly long[] Budgets = [0, 9_007_199_254_740_993, 9_007_199_254_740_992, long.MinValue, long.MaxValue];
    public static readonly double[] Ratings = [0, 0.1, 0.1 + 0.2, 0.3, -2.5, 1e308, 5e-324];
    public static readonly DateOnly[] Days = [new(1900, 5, 1), new(1950, 1, 1), new(1960, 2, 29), new(1, 1, 1), new(9999, 12, 31)];
    public static readonly string[] Genres = ["DRAMA", "COMEDY", "NOIR"];
    public static readonly string[] Roles = ["lead", "writer", ""];

    private const int Films = 60;
    private const int Players = 9;
    private const string Seed = "0000KLOHUL1i";

    public static IReadOnlyList<PlainFilm> All { get; } = Make();

    public static string PlayerName(int player) => Titles[player % Titles.Length] + (player % 2 == 0 ? "" : " II");

    /// <summary>The same for a store.</summary>
    public static Records ToRecords()
    {
        var records = new Records(StoreTest.Films);
        for (var player = 0; player < Players; player++) records.Node("Player", ("id", $"p{player}"), ("name", PlayerName(player)));
        foreach (var film in All)
        {
            records.Node("Film", [("id", film.Id), .. film.Values.Select(pair => (pair.Key, (object?)pair.Value))]);
            foreach (var part in film.Parts)
                records.Relationship("WORKED_ON", "Player:" + part.Player, "Film:" + film.Id, ("role", part.Role), ("billing", part.Billing));
        }

        return records;
    }

    private static IReadOnlyList<PlainFilm> Make()
    {
        var part = Gen.Select(
            Gen.Int[0, Players - 1],
            OrNull(Roles),
            OrNullValue(Gen.Int[0, 3]),
            (player, role, billing) => new PlainPart($"p{player}", PlayerName(player), role, billing));
        var values = Gen.Select(
            Gen.OneOf(Titles),
            Gen.Select(OrNullValue(Gen.OneOf(Minutes)), OrNullValue(Gen.OneOf(Budgets)), OrNullValue(Gen.OneOf(Ratings))),
            Gen.Select(OrNullValue(Gen.OneOf(Days)), OrNullValue(Gen.Bool), OrNull(Genres)),
            Gen.OneOf(Genres).Array[0, 3],
            (title, numbers, others, genres) =>
            {
                var found = new Dictionary<string, object>(StringComparer.Ordinal) { ["title"] = title, ["genres"] = genres };
                if (numbers.Item1 is { } minutes) found["minutes"] = minutes;
                if (numbers.Item2 is { } budget) found["budget"] = budget;
                if (numbers.Item3 is { } rating) found["rating"] = rating;
                if (others.Item1 is { } released) found["released"] = released;
                if (others.Item2 is { } colour) found["colour"] = colour;
                if (others.Item3 is { } genre) found["genre"] = genre;
                return found;
            });
        var made = Gen.Select(values, part.Array[0, 4]).Array[Films].Single(_ => true, Seed);
        return [.. made.Select((film, i) => new PlainFilm($"f{i:00}", film.Item1, [.. film.Item2.DistinctBy(one => (one.Player, one.Role))]))];
    }

    private static Gen<string?> OrNull(string[] values) => Gen.OneOf([null, .. values]);

    private static Gen<T?> OrNullValue<T>(Gen<T> gen)
        where T : struct => Gen.Frequency((1, Gen.Const((T?)null)), (4, gen.Select(value => (T?)value)));
}
