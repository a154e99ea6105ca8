using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>What a researcher is told of quotes and evidence, word for word.</summary>
public sealed class QuotesOfADossier : DossierChecks
{
    [Fact]
    public Task AQuoteThatIsNotInItsText() => Told(
        Sound + Accusation + "    evidence: [{ document: report, quote: \"it is 'a show'\" }]",
        "dossier.yaml:15:43: The quote \"it is 'a show'\" is not in the text of document 'report'; the nearest passage is \"“it is a show”.\".");

    [Fact]
    public Task AQuoteOfSomethingElse() => Told(
        Sound + Accusation + "    evidence: [{ document: report, quote: nobody knew anything }]",
        "dossier.yaml:15:43: The quote \"nobody knew anything\" is not in the text of document 'report', nor anything like it.");

    [Fact]
    public Task AnAmbiguousQuote() => Told(
        Sound + Accusation + "    evidence: [{ document: report, quote: Then he left }]",
        "dossier.yaml:15:43: The quote \"Then he left\" is in the text of document 'report' 2 times; give a prefix or suffix that tells which.");

    [Fact]
    public Task APrefixThatFitsNowhere() => Told(
        Sound + Accusation + "    evidence: [{ document: report, quote: Then he left, prefix: Suddenly }]",
        "dossier.yaml:15:43: The quote \"Then he left\" is in the text of document 'report' 2 times, but never with this prefix and suffix.");

    [Theory]
    [InlineData("suffix: again")]
    [InlineData("prefix: \"left. \"")]
    [InlineData("prefix: \"left.\", suffix: \" again.\"")]
    public Task APrefixOrSuffixTellsWhich(string context) =>
        Told(Sound + Accusation + $"    evidence: [{{ document: report, quote: Then he left, {context} }}]", "");

    [Fact]
    public Task NoEvidence() => Told(
        Sound + Accusation,
        "dossier.yaml:11:5: The accusation has no evidence; quote a document under 'evidence', or say under 'noEvidence' why there is none.");

    [Fact]
    public Task NoEvidenceForAReason() => Told(Sound + Accusation + "    noEvidence: heard on the radio", "");

    [Fact]
    public Task EvidenceAndAReasonForNone() => Told(
        Sound + Accusation + "    evidence: [{ document: report, quote: it is a show }]\n    noEvidence: heard on the radio",
        "dossier.yaml:16:17: 'noEvidence' gives a reason for having no evidence, but there is some; remove one of the two.");
}
