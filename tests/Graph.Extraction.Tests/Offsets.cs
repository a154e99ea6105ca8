using System.Text;

namespace Graph.Extraction.Tests;

/// <summary>Places count code points of the normalized text, whatever signs stand in it.</summary>
public sealed class Offsets
{
    private static readonly ActReader Reader = new();

    [Theory]
    [InlineData("Iran accused Israel of sabotage.")]
    [InlineData("🙂🙂 Good morning! Iran accused Israel of sabotage. 🙂 Israel denied the accusation.")]
    [InlineData("I\u00ADran said nothing. “Iran’s army” acc\u00ADused Is\u00ADrael of sabotage.")]
    [InlineData("Iran\u2009accused\u00A0Israel\u202Fof sabotage.")]
    [InlineData("\u200FIran\u200F accused \u2067Israel\u2069 of sabotage.")]
    [InlineData("\uFEFFOn Monday\r\nIran accused Israel of sabotage.\r\n\r\nIsrael denied the accusation.")]
    [InlineData("Cafe\u0301 owners met. Iran accused Israel of sabotage.")]
    public void CutTheTextAsItStands(string text)
    {
        var read = Reader.Read(text);
        Assert.NotEmpty(read.Acts);
        var points = read.Text.EnumerateRunes().ToArray();
        foreach (var act in read.Acts)
        {
            Assert.Equal(act.Quote, Cut(points, act.Start, act.End));
            Assert.Equal(act.Cue.Length, act.Cue.EnumerateRunes().Count());
            Assert.StartsWith(act.Cue[..1], Cut(points, act.CueStart, act.End), StringComparison.Ordinal);
            foreach (var party in act.Accusers.Concat(act.Accused).Concat(act.OnBehalfOf).Where(party => party.Surface.Length > 0))
                Assert.Equal(party.Surface, Cut(points, party.Start, party.End));
        }
    }

    [Fact]
    public void AreOfTheNormalizedText() => Assert.Equal("Café\nIran", Reader.Read("\uFEFFCafe\u0301\r\nIran").Text);

    [Fact]
    public void AreTheSameEachTime()
    {
        const string text = "India and Pakistan accused each other of violating the ceasefire. India denied it. \"They lie,\" said the minister.";
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(Reader.Read(text)), System.Text.Json.JsonSerializer.Serialize(new ActReader().Read(text)));
    }

    private static string Cut(Rune[] points, int start, int end) => string.Concat(points[start..end].Select(point => point.ToString()));
}
