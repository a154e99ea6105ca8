using System.Text;
using Graph.Model.Queries;
using Graph.Model.Stores;
using Graph.Model.Text;

namespace Graph.Stores.Tests;

/// <summary>Films whose titles hold every code point of Unicode, and some names as people write them.</summary>
public sealed class FoldingFixture<TStores>() : LoadedStore<TStores>(All)
    where TStores : Stores, new()
{
    /// <summary>Code points a title holds: few enough for an index to take it.</summary>
    private const int CodePointsATitle = 64;

    public static readonly string[] Names = ["İstanbul", "ISTANBUL", "istanbul", "ıstanbul", "ΟΔΟΣ", "οδος", "οδοσ", "Straße", "STRASSE", "STRAẞE", "Kelvin", "\u212Aelvin", "𐐀b", "𐐨B"];

    /// <summary>All code points but those that no text holds, in their order.</summary>
    public static IReadOnlyList<string> Titles { get; } =
        [.. Enumerable.Range(1, 0x10FFFF).Where(Rune.IsValid).Chunk(CodePointsATitle)
            .Select(points => string.Concat(points.Select(point => new Rune(point).ToString())))];

    private static Records All()
    {
        var records = new Records(StoreTest.Films);
        for (var i = 0; i < Titles.Count; i++) records.Node("Film", ("id", $"f{i}"), ("title", Titles[i]));
        foreach (var name in Names) records.Node("Studio", ("id", name), ("name", name));
        return records;
    }
}

/// <summary>Comparisons without regard to letter case fold as <see cref="CaseFolding"/> does, in every store.</summary>
public abstract class FoldingContract<TStores>(FoldingFixture<TStores> fixture) : StoreTest, IClassFixture<FoldingFixture<TStores>>
    where TStores : Stores, new()
{
    private const int TitlesAQuestion = 500;

    protected override IGraphStore Store => fixture.Store;

    [StoreFact]
    public async Task EveryCodePointFoldsAsTheModelSays()
    {
        foreach (var films in FoldingFixture<TStores>.Titles.Index().Chunk(TitlesAQuestion))
        {
            // A few ids at a time: a list is gone through for every film that is looked at.
            object[] ids = [.. films.Select(film => $"f{film.Index}")];
            object[] folded = [.. films.Select(film => CaseFolding.Fold(film.Item))];
            var found = await IdsAsync("Film", All(
                Is("Film.id", ComparisonOperator.In, ids),
                Is("Film.title", ComparisonOperator.In, folded, caseInsensitive: true)));
            Assert.Equal(ids.Cast<string>().Order(StringComparer.Ordinal), found);
        }
    }

    [StoreTheory]
    [InlineData("istanbul", "ISTANBUL", "istanbul", "İstanbul")]
    [InlineData("İSTANBUL", "ISTANBUL", "istanbul", "İstanbul")]
    [InlineData("ISTANBUL", "ISTANBUL", "istanbul", "İstanbul")]
    [InlineData("ıstanbul", "ıstanbul")]
    [InlineData("ΟΔΟΣ", "ΟΔΟΣ", "οδος", "οδοσ")]
    [InlineData("οδοσ", "ΟΔΟΣ", "οδος", "οδοσ")]
    [InlineData("οδος", "ΟΔΟΣ", "οδος", "οδοσ")]
    [InlineData("straße", "STRAẞE", "Straße")]
    [InlineData("strasse", "STRASSE")]
    [InlineData("kelvin", "Kelvin", "\u212Aelvin")]
    [InlineData("𐐨b", "𐐀b", "𐐨B")]
    public async Task EveryOperatorFoldsBothSides(string asked, params string[] names)
    {
        foreach (var comparison in new[] {
            ComparisonOperator.Equal,
            ComparisonOperator.Contains,
            ComparisonOperator.StartsWith,
            ComparisonOperator.EndsWith })
            Assert.Equal(
                names.Order(StringComparer.Ordinal),
                (await IdsAsync("Studio", Is("Studio.name", comparison, asked, caseInsensitive: true))).Order(StringComparer.Ordinal));
        Assert.Equal(names.Order(StringComparer.Ordinal), (await IdsAsync(
            "Studio",
            Is("Studio.name", ComparisonOperator.In, new object[] { "none", asked }, caseInsensitive: true))).Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task APartIsFoldedAsTheWholeIs()
    {
        Assert.Equal(3, (await IdsAsync("Studio", Is("Studio.name", ComparisonOperator.EndsWith, "Σ", caseInsensitive: true))).Length);
        Assert.Equal(3, (await IdsAsync("Studio", Is("Studio.name", ComparisonOperator.Contains, "δΟς", caseInsensitive: true))).Length);
    }
}
