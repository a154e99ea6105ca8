using System.Text;
using Graph.Model.Text;

namespace Graph.Model.Tests;

public sealed class FoldingOfCase
{
    [Theory]
    [InlineData("istanbul", "İSTANBUL")]
    [InlineData("istanbul", "ISTANBUL")]
    [InlineData("Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ")]
    [InlineData("straße", "STRAẞE")]
    [InlineData("ДОНЕЦК", "донецк")]
    [InlineData("K", "\u212A")]
    [InlineData("ᏣᎳᎩ", "ꮳꮃꭹ")]
    [InlineData("𐐀", "𐐨")]
    [InlineData("µ", "μ")]
    [InlineData("ſ", "S")]
    public void VariantsOfOneTextFoldAlike(string one, string other) => Assert.Equal(CaseFolding.Fold(one), CaseFolding.Fold(other));

    [Theory]
    [InlineData("kıl", "kil")]
    [InlineData("ß", "ss")]
    [InlineData("é", "e")]
    public void WhatUnicodeTellsApartStaysApart(string one, string other) => Assert.NotEqual(CaseFolding.Fold(one), CaseFolding.Fold(other));

    [Fact]
    public void EveryCodePointFoldsOnceForAllAndLikeItsOtherCases()
    {
        foreach (var rune in CodePoints())
        {
            var folded = CaseFolding.Fold(rune);
            Assert.Equal(folded, CaseFolding.Fold(folded));
            Assert.Equal(folded.ToString(), CaseFolding.Fold(rune.ToString()));
            Assert.Equal(rune.Utf16SequenceLength, folded.Utf16SequenceLength);
            if (folded != rune) Assert.Contains(rune, CaseFolding.VariantsOf(folded));
            // Only ı has another upper case than it folds with.
            if (rune.Value == 'ı') continue;
            Assert.Equal(folded, CaseFolding.Fold(Rune.ToUpperInvariant(rune)));
            Assert.Equal(folded, CaseFolding.Fold(Rune.ToLowerInvariant(rune)));
        }
    }

    [Fact]
    public void HalfOfASurrogatePairStaysAsItIs() => Assert.Equal("a\uD801é", CaseFolding.Fold("A\uD801É"));

    private static IEnumerable<Rune> CodePoints() => Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(point => new Rune(point));
}
