using System.Globalization;
using Graph.Model.Text;

namespace Graph.Model.Tests;

public sealed class PassagesOfAText
{
    private const string Family = "👨‍👩‍👧";

    [Theory]
    [InlineData("one two three four", 4, 7, 4, true, "one two thr", 0)]
    [InlineData("one two three four", 4, 7, 100, true, "one two three four", 0)]
    [InlineData("one two three four", 4, 7, 0, true, "two", 4)]
    [InlineData("one two three four", 4, 7, 100, false, "ne two th", 1)]
    [InlineData("words", 0, 5, 9, false, "words", 0)]
    [InlineData("a👍b👍c", 2, 3, 1, true, "👍b👍", 1)]
    [InlineData("ab", 2, 2, 1, true, "b", 1)]
    [InlineData("", 0, 0, 9, true, "", 0)]
    [InlineData("قال إن السلام بعيد", 7, 13, 3, true, "إن السلام بع", 4)]
    public void WordsStandInTheirContext(string text, int start, int end, int characters, bool mayBeWhole, string expected, int at)
    {
        var passage = Passage.Around(text, start, end, characters, mayBeWhole)!;
        Assert.Equal((expected, at, at + Points(expected), Points(text)), (passage.Text, passage.Start, passage.End, passage.Length));
    }

    [Theory]
    [InlineData("x" + Family + "word" + Family + "y", 6, 10, 3, "word")]
    [InlineData("x" + Family + "word" + Family + "y", 6, 10, 5, Family + "word" + Family)]
    [InlineData("e\u0301word e\u0301", 2, 6, 1, "word ")]
    [InlineData("\r\nword\r\n", 2, 6, 1, "word")]
    [InlineData("ก\u0e34wordก\u0e34", 2, 6, 1, "word")]
    public void ASignIsNeverCut(string text, int start, int end, int characters, string expected) =>
        Assert.Equal(expected, Passage.Around(text, start, end, characters, mayBeWhole: true)!.Text);

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    [InlineData(0, 6)]
    [InlineData(0, long.MaxValue)]
    public void AWrongPlaceHasNoPassage(long start, long end) => Assert.Null(Passage.Around("words", start, end, 10, mayBeWhole: true));

    [Fact]
    public void WhatMayNotBeToldWholeNeverIs()
    {
        for (var length = 1; length < 200; length++)
        {
            var text = string.Concat(Enumerable.Repeat("a" + Family, length))[..length].TrimEnd('\u200d');
            var points = Points(text);
            for (var start = 0; start < points; start += 7)
            {
                var passage = Passage.Around(text, start, Math.Min(points, start + 3), int.MaxValue, mayBeWhole: false)!;
                Assert.True(passage.End - passage.Start <= 3 + (points - 3) / 2 || points <= 3, $"{passage} of {length}");
            }
        }
    }

    [Fact]
    public void TheWholeIsItself() => Assert.Equal(new Passage("a👍", 0, 2, 2), Passage.Whole("a👍"));

    private static int Points(string text) => new StringInfo(text).String.EnumerateRunes().Count();
}
