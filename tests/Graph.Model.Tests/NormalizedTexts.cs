using System.Diagnostics;
using Graph.Model.Text;

namespace Graph.Model.Tests;

public sealed class NormalizedTexts
{
    [Theory]
    [InlineData("a\u0301\u0327", "\u00E1\u0327")]
    [InlineData("q\u0307\u0323b\u0301\u0323", "q\u0323\u0307\u1E05\u0301")]
    [InlineData("\u0301\u0323", "\u0323\u0301")]
    [InlineData("x\u0301\u0300\u0301", "x\u0301\u0300\u0301")]
    public void MarksStandByTheirClassAndThoseOfOneClassAsTheyWere(string text, string normalized) =>
        Assert.Equal(Escaped(normalized), Escaped(NormalizationFormC.Normalize(text)));

    // Whoever may write a filter may write it of marks alone: sorted pair by pair, so many took hours.
    [Fact]
    public void MarksWithoutEndTakeATimeThatGrowsWithTheirNumber()
    {
        const int marks = 250_000;
        var watch = Stopwatch.StartNew();
        var normalized = NormalizationFormC.Normalize("x" + new string('\u0301', marks) + new string('\u0327', marks));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal("x" + new string('\u0327', marks) + new string('\u0301', marks), normalized);
    }

    // Shown by what they are, as composed and decomposed letters look alike.
    private static string Escaped(string text) => string.Join(' ', text.Select(unit => $"{(int)unit:X4}"));
}
