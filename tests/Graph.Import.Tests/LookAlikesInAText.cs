using Graph.Import.Text;

namespace Graph.Import.Tests;

/// <summary>Signs that nobody sees, or that look like others, put anywhere into a text or its quote, are named with their code and place.</summary>
public sealed class LookAlikesInAText
{
    private const int Rounds = 3000;

    private static readonly string[] Unseen =
    [
        "\u00AD", "\u034F", "\u061C", "\u115F", "\u180B", "\u200B", "\u200E", "\u202E", "\u2060", "\u2066", "\u3164", "\uFE0F", "\uFEFF", "\uFFA0",
        "\U000E0001", "\U000E0041", "\U000E007F", "\U000E0100", "\U0001D173",
    ];

    private static readonly string[] Texts =
    [
        "He said it is a show and that nobody came to see it",
        "On 7 June the talks in Istanbul ended without a date for others",
        "\U0001F600 Moscow\nand Kyiv \U0001F1F9\U0001F1F7 blame one another\nover the bodies",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnUnseenSignInTheTextIsNamed(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var quote = Texts[random.Next(Texts.Length)];
            var (at, sign) = (Boundary(random, quote), Unseen[random.Next(Unseen.Length)]);
            var before = string.Concat(Enumerable.Repeat("\n\u00AB\u2026\u00BB ", random.Next(4))) + "so: ";
            var difference = HiddenDifference.Find(NormalizedText.Of(before + quote[..at] + sign + quote[at..] + "."), quote);
            Assert.Equal(new(sign, "", Line(before + quote[..at]), Column(before + quote[..at]), 0), difference);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnUnseenSignInTheQuoteIsNamed(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var text = Texts[random.Next(Texts.Length)];
            var (at, sign) = (Boundary(random, text), Unseen[random.Next(Unseen.Length)]);
            var difference = HiddenDifference.Find(NormalizedText.Of("(" + text + ")"), text[..at] + sign + text[at..]);
            Assert.Equal(new("", sign, Line(text[..at]), Column("(" + text[..at]), 0), difference);
        }
    }

    [Theory]
    [InlineData("a", "\u0430\u03B1\uFF41\U0001D41A\U0001D44E\U0001D482\U0001D4B6\U0001D4EA\U0001D51E\U0001D552\U0001D586\U0001D5BA\U0001D5EE\U0001D622\U0001D656\U0001D68A\U0001D6C2")]
    [InlineData("H", "\u041D\u0397\uFF28\u210B\u210C\u210D\U0001D407\U0001D43B\U0001D5A7\U0001D6AE\U0001D796")]
    [InlineData("h", "\u04BB\u210E\U0001D421\U0001D489")]
    [InlineData("7", "\uFF17\U0001D7D5\U0001D7DF\U0001D7E9\U0001D7F3\U0001D7FD")]
    [InlineData("Z", "\u0396\u2124\u2128\U0001D419\U0001D6AD")]
    [InlineData("\u03A3", "\U0001D6BA\U0001D6F4")]
    [InlineData("\u03F4", "\U0001D6B9\U0001D72D")]
    [InlineData("\u03C9", "\U0001D6DA\U0001D7C2")]
    public void ALookAlikeIsNamed(string plain, string lookAlikes)
    {
        foreach (var sign in lookAlikes.EnumerateRunes().Select(rune => rune.ToString()))
        {
            Assert.Equal(new(sign, plain, 2, 3, 0), HiddenDifference.Find(NormalizedText.Of($"x\n1 {sign} 2"), $"1 {plain} 2"));
            Assert.Equal(new(plain, sign, 1, 1, 0), HiddenDifference.Find(NormalizedText.Of(plain + "."), sign));
        }
    }

    [Fact]
    public void ALigatureIsNamed() =>
        Assert.Equal(new("\uFB01", "f", 1, 5, 1), HiddenDifference.Find(NormalizedText.Of("the \uFB01rst"), "the first"));

    [Fact]
    public void TagsThatDifferAreNamedWhole() =>
        Assert.Equal(new("\U000E0041", "\U000E0042", 1, 2, 0), HiddenDifference.Find(NormalizedText.Of("a\U000E0041b"), "a\U000E0042b"));

    [Theory]
    [InlineData("(\u200Bsaid\u00A0it)", "\u200Bsaid it", "\u00A0", " ", 7)]
    [InlineData("said\u00A0it ", "said it ", "\u00A0", " ", 5)]
    [InlineData("he\u00A0said", " said", "\u00A0", " ", 3)]
    [InlineData("said\u00A0it", "said ", "\u00A0", " ", 5)]
    [InlineData("(\u0430\u200B)", "a", "\u0430", "a", 2)]
    public void WhatTextAndQuoteShareAtTheEndsIsNoDifference(string text, string quote, string inText, string inQuote, int column) =>
        Assert.Equal(new(inText, inQuote, 1, column, 0), HiddenDifference.Find(NormalizedText.Of(text), quote));

    [Fact]
    public void EveryCharacterKnowsItsPart()
    {
        var random = new Random(7);
        string[] signs = ["a", " ", "\n", "\u00A0", "\u2026", "\uFB03", "\u200B", "\U000E0041", "\U0001D41A", "\U0001F600", "\u0430"];
        for (var round = 0; round < Rounds; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => signs[random.Next(signs.Length)]));
            var folded = new FoldedText(text);
            var end = folded.Value.Length == 0 ? text.Length : folded[0].Start;
            Assert.True(text[..end].EnumerateRunes().All(LookAlikes.IsInvisible));
            for (var i = 0; i < folded.Value.Length; i++)
            {
                Assert.Equal(end, folded[i].Start);
                end = folded[i].End;
            }

            Assert.Equal(text.Length, end);
        }
    }

    [Fact]
    public void AFoldedTextIsSmallAndMadeOnce()
    {
        var text = NormalizedText.Of(string.Concat(Enumerable.Repeat("one more word of a long text, ", 100_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++) Assert.Null(HiddenDifference.Find(text, "not to be found"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * text.Value.Length + 100_000);
    }

    /// <summary>A place between two signs, not within a flag or after the last sign.</summary>
    private static int Boundary(Random random, string text)
    {
        while (true)
        {
            var at = random.Next(1, text.Length);
            if (char.IsAscii(text[at]) && char.IsAscii(text[at - 1])) return at;
        }
    }

    private static int Line(string before) => before.Count(unit => unit == '\n') + 1;

    private static int Column(string before) => before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1;
}
