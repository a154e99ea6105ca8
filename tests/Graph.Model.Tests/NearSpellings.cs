namespace Graph.Model.Tests;

public sealed class NearSpellings
{
    [Theory]
    [InlineData("mater", "matter")]
    [InlineData("aliaess", "aliases")]
    [InlineData("NAME", "name")]
    public void FindsWhatWasProbablyMeant(string written, string meant) =>
        Assert.Equal(meant, Spelling.Nearest(written, ["name", "matter", "aliases", "wikidata"])[0]);

    [Fact]
    public void SaysNothingWhenNothingIsNear() => Assert.Equal(".", Spelling.DidYouMean("zebra", ["name", "matter"], "."));
}
