using System.Text;
using System.Text.Json;
using CsCheck;
using Graph.Model.Text;
using Graph.Model.Values;

namespace Graph.Model.Tests;

/// <summary>What holds of the forms of values and texts whatever the value is.</summary>
public sealed class ValueFormProperties
{
    // Letters of several scripts, marks that combine, Hangul parts, letters of two code points and signs beyond the first plane.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(code => new Rune(code).ToString()),
        Gen.OneOf("e", "\u0301", "\u0323", "é", "İ", "i", "I", "Σ", "ς", "ß", "ẞ", "\u1100", "\u1161", "\u11A8", "각", "Å", "\u0307", "🕊", " ", "\""))
        .Array[0, 12].Select(string.Concat);

    [Fact]
    public void ADayIsReadBackFromItsText() =>
        Gen.DateOnly.Sample(day => ScalarText.TryDay(Encoding.ASCII.GetBytes(TimeText.Of(day)), out var read) && read == day);

    [Fact]
    public void AnInstantIsReadBackToTheMicrosecond() => Gen.DateTimeOffset.Sample(instant =>
    {
        var text = TimeText.Of(instant);
        Assert.True(ScalarText.TryInstant(Encoding.ASCII.GetBytes(text), out var read), text);
        Assert.Equal(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMicrosecond, read.UtcTicks);
    });

    [Fact]
    public void TheOrderOfInstantsIsTheOrderOfTheirTexts() => Gen.Select(Gen.DateTimeOffset, Gen.DateTimeOffset).Sample((one, other) =>
    {
        var (a, b) = (one.UtcTicks / TimeSpan.TicksPerMicrosecond, other.UtcTicks / TimeSpan.TicksPerMicrosecond);
        return Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(TimeText.Of(one), TimeText.Of(other)));
    });

    [Fact]
    public void AListOfTextsIsReadBackFromItsJson() => Text.Array[0, 5].Sample(texts =>
    {
        var list = new ListJson();
        foreach (var text in texts) list.Text(Encoding.UTF8.GetBytes(text));
        Assert.Equal(texts, JsonSerializer.Deserialize<string[]>(list.Close()));
    });

    [Fact]
    public void AListOfNumbersIsReadBackFromItsJson() => Gen.Double.Where(double.IsFinite).Array[0, 5].Sample(numbers =>
    {
        var list = new ListJson();
        foreach (var number in numbers) list.Number(number);
        Assert.Equal(numbers.Select(number => number + 0.0), JsonSerializer.Deserialize<double[]>(list.Close())!.Select(number => number + 0.0));
    });

    [Fact]
    public void NormalizingAgainChangesNothing() => Text.Sample(text =>
    {
        var once = NormalizationFormC.Normalize(text);
        return NormalizationFormC.Normalize(once) == once;
    });

    [Fact]
    public void BytesAreNormalizedAsTextIs() => Text.Sample(text =>
        Encoding.UTF8.GetString(NormalizationFormC.Normalize(Encoding.UTF8.GetBytes(text))) == NormalizationFormC.Normalize(text));

    [Fact]
    public void EveryWayToWriteATextIsNormalizedAlike() => Text.Sample(text =>
    {
        var decomposed = string.Concat(text.EnumerateRunes().SelectMany(rune =>
            NormalizationFormC.Decompose(rune) is { Length: > 0 } parts
                ? parts.ToArray().Select(part => new Rune(part))
                : [rune]).Select(rune => rune.ToString()));
        Assert.Equal(NormalizationFormC.Normalize(text), NormalizationFormC.Normalize(decomposed));
    });

    [Fact]
    public void FoldingAgainChangesNothing() => Text.Sample(text => CaseFolding.Fold(CaseFolding.Fold(text)) == CaseFolding.Fold(text));

    [Fact]
    public void APartIsFoldedAsTheWholeIs() => Gen.Select(Text, Text).Sample((one, other) =>
        CaseFolding.Fold(one + other) == CaseFolding.Fold(one) + CaseFolding.Fold(other));
}
