namespace Graph.Api.Tests.Schemas;

public sealed class DataDictionaryOfAnOntology
{
    [Fact]
    public void IsTheCommittedDocumentForTheShippedOne() => Approved.Match("/docs/data-dictionary.md", DataDictionary.Of(Domains.Accusations));

    [Fact]
    public void IsWrittenForAnyOtherDomainToo()
    {
        var text = DataDictionary.Of(Domains.Films);

        Assert.Contains("| `grossing` | BigInt |  |  |", text, StringComparison.Ordinal);
        Assert.Contains("| `mood` | [Mood](#mood) |  |  |", text, StringComparison.Ordinal);
        Assert.Contains("| `sequelOf`: one Film or none | –FOLLOWS→ |  |  |", text, StringComparison.Ordinal);
        Assert.Contains("| `makers`: many Maker | ←MADE– | [Part](#part) |  |", text, StringComparison.Ordinal);
    }
}
