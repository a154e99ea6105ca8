using Graph.Import.Text;

namespace Graph.Import.Tests;

/// <summary>A quote that only looks like its text is told the sign, its code and its place.</summary>
public sealed class HiddenDifferences
{
    [Theory]
    [InlineData("so\nhe\u00A0said", "he said", "at line 2, column 3 the text has U+00A0 (no-break space), the quote U+0020 (space)")]
    [InlineData("he said", "he\u00A0said", "at line 1, column 3 the text has U+0020 (space), the quote U+00A0 (no-break space)")]
    [InlineData("co\u00ADoperate", "cooperate", "at line 1, column 3 the text has U+00AD (soft hyphen), the quote nothing")]
    [InlineData("cooperate", "co\u200Boperate", "at line 1, column 3 the text has nothing, the quote U+200B (zero-width space)")]
    [InlineData("😀 a\u200Eb", "ab", "at line 1, column 4 the text has U+200E (left-to-right mark), the quote nothing")]
    [InlineData("Moscow", "Mosc\u043Ew", "at line 1, column 5 the text has U+006F (Latin o), the quote U+043E (Cyrillic \u043E)")]
    [InlineData("\u0391thens", "Athens", "at line 1, column 1 the text has U+0391 (Greek \u0391), the quote U+0041 (Latin A)")]
    [InlineData("a\tb", "a b", "at line 1, column 2 the text has U+0009 (tab), the quote U+0020 (space)")]
    [InlineData("a  b", "a b", "at line 1, column 3 the text has U+0020 (space), the quote nothing")]
    [InlineData("a\nb", "a b", "at line 1, column 2 the text has U+000A (line break), the quote U+0020 (space)")]
    [InlineData("he said “no”", "said \"no\"", "at line 1, column 9 the text has U+201C (left double quotation mark), the quote U+0022 (straight double quotation mark) (and 1 more place differs)")]
    [InlineData("2014\u20132022", "2014-2022", "at line 1, column 5 the text has U+2013 (en dash), the quote U+002D (hyphen-minus)")]
    [InlineData("wait…", "wait...", "at line 1, column 5 the text has U+2026 (ellipsis), the quote U+002E (full stop) (and 2 more places differ)")]
    [InlineData("said it.", "said it\u200B", "at line 1, column 8 the text has nothing, the quote U+200B (zero-width space)")]
    [InlineData("(said it)", " said it", "at line 1, column 2 the text has nothing, the quote U+0020 (space)")]
    [InlineData(
        "(said it)",
        "\uFEFFsaid it",
        "at line 1, column 2 the text has nothing, the quote U+FEFF (zero-width no-break space, or byte-order mark)")]
    public void TheSignIsNamed(string text, string quote, string told)
    {
        var anchor = QuoteAnchor.Find(NormalizedText.Of(text), quote, null, null);
        Assert.Equal(
            $"The quote \"{Graph.Model.Text.VisibleSigns.Show(quote)}\" only looks like what the text of document 'd' has: {told}. Copy the passage from the text.",
            Messages.Unanchored(anchor, quote, "d"));
    }

    [Theory]
    [InlineData("well 👍🏽 done", "👍", "👍🏽", "U+1F44D U+1F3FD")]
    [InlineData("well 👩‍🚀 done", "well 👩", "well 👩‍🚀", "U+0077 U+0065 U+006C U+006C U+0020 U+1F469 U+200D U+1F680")]
    [InlineData("well 👩‍🚀 done", "🚀", "👩‍🚀", "U+1F469 U+200D U+1F680")]
    [InlineData("🇹🇷", "\U0001F1F9", "🇹🇷", "U+1F1F9 U+1F1F7")]
    [InlineData("axx\u0304", "ax", "ax", null)]
    [InlineData("ax\u0304", "ax", "ax\u0304", "U+0061 U+0078 U+0304")]
    public void ASignIsNotCut(string text, string quote, string whole, string? codes)
    {
        var anchor = QuoteAnchor.Find(NormalizedText.Of(text), quote, null, null);
        if (codes is null) Assert.IsType<QuoteAnchor.Found>(anchor);
        else
        {
            Assert.Equal(
                $"The quote \"{quote}\" begins or ends inside a sign of the text of document 'd'; the whole passage is \"{whole}\" ({codes}).",
                Messages.Unanchored(anchor, quote, "d"));
        }
    }

    [Fact]
    public void TheWholeSignElsewhereIsFound() =>
        Assert.Equal(new QuoteAnchor.Found(5, 6), QuoteAnchor.Find(NormalizedText.Of("👍🏽 a 👍"), "👍", null, null));
}
