using Graph.Extraction.Drafts;

namespace Graph.Extraction.Tests;

/// <summary>Whom a text means by an office: who held it on the day of the text, as a graph has it.</summary>
public sealed class OfficeHolders
{
    private static readonly ActReader Reader = new(
        [("Sergey Lavrov", "sergey-lavrov", "Sergey Lavrov", "Person", null), ("Russia", "russia", "Russia", "State", "Russia")],
        [
            new("Foreign minister of Russia", "Russia", "Igor Ivanov", "igor-ivanov", new(1998, 9, 11), new(2004, 3, 9)),
            new("Foreign minister of Russia", "Russia", "Sergey Lavrov", "sergey-lavrov", new(2004, 3, 9), null),
            new("President of Peru", "Peru", "Ana Soto", "ana-soto", null, null),
            new("President of Peru", "Peru", "Luis Vega", "luis-vega", null, null),
        ]);

    [Theory]
    [InlineData("The foreign minister of Russia accused Ukraine of stalling.", "sergey-lavrov")]
    [InlineData("Russia’s foreign minister accused Ukraine of stalling.", "sergey-lavrov")]
    [InlineData("The Russian minister of foreign affairs accused Ukraine of stalling.", "sergey-lavrov")]
    [InlineData("Russia’s former foreign minister accused Ukraine of stalling.", null)]
    [InlineData("A Russian foreign minister accused Ukraine of stalling.", null)]
    [InlineData("The defence minister of Russia accused Ukraine of stalling.", null)]
    [InlineData("The president of Peru accused Ukraine of stalling.", null)]
    public void AreThoseOfTheDay(string sentence, string? id) =>
        Assert.Equal(id, Assert.Single(Assert.Single(Reader.Read(sentence, null, new(2025, 6, 2)).Acts).Accusers).Id);

    [Theory]
    [InlineData("2004-03-08", "igor-ivanov")]
    [InlineData("2004-03-09", "sergey-lavrov")]
    [InlineData("1990-01-01", null)]
    [InlineData(null, null)]
    public void AreTheOnesBeforeOnAnEarlierDay(string? day, string? id)
    {
        var read = Reader.Read("The foreign minister of Russia accused Ukraine of stalling.", null, day is null ? null : DateOnly.Parse(day));
        Assert.Equal(id, read.Acts[0].Accusers[0].Id);
    }

    [Fact]
    public void WhoAreNotKnownAreNoPersonsByTheirOffice()
    {
        const string text = "The Peruvian president accused Ukraine of stalling. Russia’s defence minister denied it.";
        var draft = Drafter.Make("x", new(text), Reader.Read(text, null, new(2025, 6, 2)), null);
        var yaml = DossierText.Of(draft, new Dictionary<string, IReadOnlyList<(string, string)>>());
        Assert.DoesNotContain("person:", yaml, StringComparison.Ordinal);
        Assert.Contains("{ unresolved: \"The Peruvian president\" }", yaml, StringComparison.Ordinal);
    }
}
