using Graph.Import.Tests.Support;
using Graph.Model.Text;

namespace Graph.Import.Tests;

/// <summary>Slips whose cause is told, word for word.</summary>
public sealed class SentencesAboutADossier : DossierChecks
{
    [Theory]
    [InlineData(".", "The text '.' is a folder; name a file in it.")]
    [InlineData("texts/", "The text 'texts/' is a folder; name a file in it.")]
    [InlineData("..", "The text '..' lies outside the dossier's folder; put it beside the dossier and give its path from there.")]
    [InlineData("texts\\pots.txt", "The text 'texts\\pots.txt' does not exist; did you mean 'post.txt'? Between folders write '/'.")]
    public Task ATextThatIsNoFile(string path, string told)
    {
        Write("texts/post.txt", "words");
        return Told($"documents:\n  - {{ id: a, kind: ARTICLE, title: a, text: '{path}' }}\n", "dossier.yaml:2:45: " + told);
    }

    [Theory]
    [InlineData("\"broken\" its word", 22)]
    [InlineData("'broken' its word", 22)]
    public Task TextAfterAClosingQuotationMark(string matter, int column) => Told(
        $"accusations:\n  - act: ACCUSE\n    matter: {matter}\n    noEvidence: a\n",
        $"dossier.yaml:3:{column}: This is not YAML: more text follows the closing quotation mark of {matter[..8]}. Put the whole text into quotation marks, of the other sort than those in it.");

    [Theory]
    [InlineData("[sic]", "a list")]
    [InlineData("{ a: b }", "a mapping")]
    public Task BracketsThatYamlReads(string matter, string shape) => Told(
        $"accusations:\n  - act: ACCUSE\n    matter: {matter}\n    noEvidence: a\n",
        $"dossier.yaml:3:13: 'matter' must be text; this is {shape}: put it into quotation marks if it is text.");

    [Theory]
    [InlineData("accusations:\n")]
    [InlineData("actors: []\n")]
    [InlineData("title: words\n")]
    public Task ADossierWithoutARecord(string dossier) => Told(
        dossier, "dossier.yaml: The file holds no dossier; write at least one of actors, offices, places, events, documents, claims, accusations.");

    [Theory]
    [InlineData("a\u200Bb", "a\\u200Bb")]
    [InlineData("a\uDB40\uDC41b", "a\\uDB40\\uDC41b")]
    [InlineData("a\uDB40\uDD00b", "a\uDB40\uDD00b")]
    public void SignsThatShowNothingAreShown(string text, string shown) => Assert.Equal(shown, VisibleSigns.Show(text));
}
