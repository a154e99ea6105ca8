using CsCheck;
using Graph.Model.Queries;

namespace Graph.Stores.Tests.Properties;

/// <summary>Conditions of every kind, as deep as people and programs write them.</summary>
internal static class Conditions
{
    private static readonly ComparisonOperator[] Orders =
        [ComparisonOperator.Equal, ComparisonOperator.Less, ComparisonOperator.LessOrEqual, ComparisonOperator.Greater,
            ComparisonOperator.GreaterOrEqual];

    private static readonly ComparisonOperator[] Likenesses
        = [ComparisonOperator.Equal, ComparisonOperator.Contains, ComparisonOperator.StartsWith, ComparisonOperator.EndsWith];

    private static readonly string[] Words = [.. PlainFilms.Titles, "aw", "D", "%", "_", "*", "n"];

    public static Gen<Condition> OnFilms(int depth) => Nested(depth, OnFilm, inner => Gen.Frequency((3, inner), (1, OnParts(depth))));

    private static Gen<Condition> OnFilm { get; } = Gen.OneOf(
        Text("Film.title", Words),
        Text("Film.id", ["f01", "f30", "f", "x"]),
        Ordered("Film.minutes", PlainFilms.Minutes),
        Ordered("Film.budget", PlainFilms.Budgets),
        Ordered("Film.rating", PlainFilms.Ratings),
        Ordered("Film.released", PlainFilms.Days),
        Equal("Film.colour", [true, false]),
        Equal("Film.genre", PlainFilms.Genres),
        Gen.OneOf(PlainFilms.Genres).Select(genre => (Condition)new Compared("Film.genres", ComparisonOperator.Includes, genre)),
        Gen.OneOf("Film.minutes", "Film.budget", "Film.rating", "Film.released", "Film.colour", "Film.genre", "Film.title")
            .Select(path => (Condition)new Absent(path)));

    private static Gen<Condition> OnPart { get; } = Gen.OneOf(
        Text("Artist.name", Words),
        Text("WORKED_ON.role", [.. PlainFilms.Roles, "e"]),
        Ordered("WORKED_ON.billing", [0, 1, 2, 3]),
        Gen.OneOf("WORKED_ON.role", "WORKED_ON.billing").Select(path => (Condition)new Absent(path)));

    private static Gen<Condition> OnParts(int depth) => Gen.Select(
        Gen.Bool,
        Gen.Frequency((1, Gen.Const((Condition?)null)), (6, Nested(Math.Min(depth, 1), OnPart, inner => inner).Select(one => (Condition?)one))),
        (exactlyOne, inner) => (Condition)new OfParts(inner, exactlyOne));

    private static Gen<Condition> Nested(int depth, Gen<Condition> leaf, Func<Gen<Condition>, Gen<Condition>> widened)
    {
        var one = widened(leaf);
        if (depth == 0) return one;
        var inner = Nested(depth - 1, leaf, widened);
        return Gen.Frequency(
            (2, one),
            (2, inner.Array[0, 3].Select(all => (Condition)new Every(all))),
            (2, inner.Array[0, 3].Select(any => (Condition)new Either(any))),
            (1, inner.Select(no => (Condition)new Negated(no))));
    }

    private static Gen<Condition> Text(string path, string[] values) => Gen.OneOf(
        Gen.Select(Gen.OneOf([.. Orders, .. Likenesses]), Gen.OneOf(values), (comparison, value) => (Condition)new Compared(path, comparison, value)),
        Gen.Select(
            Gen.OneOf(Likenesses),
            Gen.OneOf(values),
            (comparison, value) => (Condition)new Compared(path, comparison, value, CaseInsensitive: true)),
        Listed(path, values));

    private static Gen<Condition> Ordered<T>(string path, T[] values)
        where T : notnull => Gen.OneOf(
        Gen.Select(Gen.OneOf(Orders), Gen.OneOf(values), (comparison, value) => (Condition)new Compared(path, comparison, value)),
        Listed(path, values));

    private static Gen<Condition> Equal<T>(string path, T[] values)
        where T : notnull => Gen.OneOf(
        Gen.OneOf(values).Select(value => (Condition)new Compared(path, ComparisonOperator.Equal, value)),
        Listed(path, values));

    private static Gen<Condition> Listed<T>(string path, T[] values)
        where T : notnull => Gen.OneOf(values).Array[0, 3].Select(items => (Condition)new OneOf(path, [.. items.Cast<object>()]));
}
