using Graph.Import.Text;
using Graph.Model.Text;

namespace Graph.Import.Tests;

/// <summary>Normalization, anchoring of quotes, ids and near names.</summary>
public sealed class NormalizedLines
{
    [Theory]
    [InlineData("e\u0301", "\u00E9")] // composed
    [InlineData("a\u0323\u0307", "\u1EA1\u0307")] // the mark of the lower class first
    [InlineData("a\u0307\u0323", "\u1EA1\u0307")] // reordered
    [InlineData("\u0344", "\u0308\u0301")] // excluded from composition
    [InlineData("\u212B", "\u00C5")] // a singleton
    [InlineData("\u1112\u1161\u11AB", "\uD55C")] // Hangul
    [InlineData("q\u0307\u0323", "q\u0323\u0307")] // no composite
    [InlineData("\u0958", "\u0915\u093C")] // excluded Devanagari
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")] // astral, excluded
    public void FormCIsThatOfUnicode(string text, string expected) => Assert.Equal(expected, NormalizationFormC.Normalize(text));

    [Fact]
    public void LineEndsBecomeLineFeedsAndAByteOrderMarkGoes()
    {
        Assert.Equal("a\nb\nc\n", NormalizedText.Of("\uFEFFa\r\nb\rc\n").Value);
        Assert.Equal("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", NormalizedText.Of("a").Hash);
        Assert.Equal(NormalizedText.Of("Türkiye\n").Hash, NormalizedText.Of("\uFEFFTu\u0308rkiye\r\n").Hash);
    }

    [Fact]
    public void WhatIsNotPartOfTheNormalizationStays()
    {
        const string text = "“thin\u2009space”, no\u00A0break, soft\u00ADhyphen, \u2028, 1\u202F000";
        Assert.Equal(text, NormalizedText.Of(text).Value);
    }

    [Theory]
    [InlineData("he said it", 7, 17)]
    [InlineData("“curly” and\u2009thin", 19, 35)]
    [InlineData("line\nbreak", 38, 48)]
    [InlineData("e\u0301te\u0301", 51, 54)] // written apart here, composed in the text
    [InlineData("x\u0304", 55, 57)] // a mark that composes with nothing
    [InlineData("𝔸", 49, 50)]
    public void OffsetsCountCodePointsOfTheNormalizedText(string quote, int start, int end)
    {
        var text = NormalizedText.Of("😀 🇹🇷 — he said it: “curly” and\u2009thin; \r\nline\r\nbreak 𝔸 e\u0301te\u0301 x\u0304.");
        var found = Assert.IsType<QuoteAnchor.Found>(QuoteAnchor.Find(text, NormalizedText.Normalize(quote), null, null));
        Assert.Equal(NormalizedText.Normalize(quote), Cut(text.Value, found.Start, found.End));
        Assert.Equal((start, end), (found.Start, found.End));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryPassageOfATextIsFoundWhereItLies(int seed)
    {
        var random = new Random(seed);
        string[] alphabet = ["a", "b", " ", "\n", "\r\n", "é", "e\u0301", "“", "”", "\u2009", "😀", "𝔸", "n\u0303", "한", "\u1112\u1161"];
        for (var round = 0; round < 300; round++)
        {
            var text = NormalizedText.Of(string.Concat(Enumerable.Range(0, 60).Select(_ => alphabet[random.Next(alphabet.Length)])));
            var runes = text.Value.EnumerateRunes().ToArray();
            var start = random.Next(runes.Length - 1);
            var end = start + 1 + random.Next(Math.Min(12, runes.Length - start));
            var quote = string.Concat(runes[start..end]);
            var (prefix, suffix) = (string.Concat(runes[..start]), string.Concat(runes[end..]));
            switch (QuoteAnchor.Find(text, quote, null, null))
            {
                case QuoteAnchor.Found found:
                    Assert.Equal((start, end), (found.Start, found.End));
                    break;
                case QuoteAnchor.Ambiguous several:
                    Assert.Equal(Occurrences(text.Value, quote), several.Occurrences);
                    break;
                case var other:
                    Assert.Fail($"{other} for a passage of the text");
                    break;
            }

            // With all that surrounds it, a passage is never ambiguous unless white space is all that tells the places apart.
            if (QuoteAnchor.Find(text, quote, prefix, suffix) is QuoteAnchor.Found exact)
                Assert.Equal(quote, Cut(text.Value, exact.Start, exact.End));
        }
    }

    [Fact]
    public void OverlappingOccurrencesCount() =>
        Assert.Equal(new QuoteAnchor.Ambiguous(2), QuoteAnchor.Find(NormalizedText.Of("aXaXa"), "aXa", null, null));

    [Theory]
    [InlineData("Russia 'undermines' the talks", "Russia “undermines” the talks,")]
    [InlineData("russia undermines  the talk", "Russia “undermines” the talks,")]
    public void TheNearestPassageIsShownAsItStands(string quote, string nearest) =>
        Assert.Equal(
            new QuoteAnchor.Missing(nearest),
            QuoteAnchor.Find(NormalizedText.Of("On Monday, as Lavrov said, Russia “undermines” the talks, while others wait."), quote, null, null));

    [Theory]
    [InlineData("Vladimir Medinsky", "vladimir-medinsky")]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("Çırağan Palace", "ciragan-palace")]
    [InlineData("Łukasz O’Brien", "lukasz-obrien")]
    [InlineData("Умєров", "умєров")]
    [InlineData("teleSUR English", "telesur-english")]
    [InlineData("Online.UA", "online-ua")]
    [InlineData("İstanbul", "istanbul")]
    public void IdsAreReadable(string name, string id) => Assert.Equal(id, ReadableId.FromName(name));

    [Fact]
    public void ALongNameGivesAnIdOfABoundedLengthOfItsOwn()
    {
        var (one, other) = (ReadableId.FromName(new string('a', 300) + " b"), ReadableId.FromName(new string('a', 300) + " c"));
        Assert.NotEqual(one, other);
        Assert.InRange(one.Length, 1, 100);
    }

    [Fact]
    public void HashesTellPartsApart() =>
        Assert.NotEqual(ReadableId.FromHash("x", "a", "bc"), ReadableId.FromHash("x", "ab", "c"));

    [Theory]
    [InlineData("Zelensky", "Zelenskyy")]
    [InlineData("Medinksy", "Medinsky")]
    [InlineData("saidon", "saidOn")]
    [InlineData("Lavrov", "Sergey Lavrov")]
    public void NearNamesAreFound(string wanted, string near) =>
        Assert.Equal(near, NearMatch.Nearest(wanted, ["Zelenskyy", "Medinsky", "saidOn", "Sergey Lavrov", "by"]));

    [Fact]
    public void FarNamesAreNot() => Assert.Null(NearMatch.Nearest("Talleyrand", ["Zelenskyy", "by", "Fidan"]));

    private static string Cut(string text, int start, int end) => string.Concat(text.EnumerateRunes().Skip(start).Take(end - start));

    private static int Occurrences(string text, string quote)
    {
        var count = 0;
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }
}
