using System.Text;
using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>What a researcher is told of a dossier that is wrong, word for word.</summary>
public sealed class DossierFaultTests : IDisposable
{
    /// <summary>A sound dossier of two actors and a document with a text; cases add to it.</summary>
    private const string Sound = """
        actors:
          - person: Vladimir Medinsky
            aliases: [Medinsky]
          - state: Ukraine
        documents:
          - id: report
            kind: ARTICLE
            title: A report
            text: report.txt

        """;

    private const string Accusation = """
        accusations:
          - act: ACCUSE
            by: Medinsky
            against: ukraine
            matter: a show

        """;

    private readonly Workspace workspace = new();

    public DossierFaultTests() => workspace.Write("report.txt", "He said “it is a show”. Then he left. Then he left again.\n");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task ASoundDossierIsToldNothing() =>
        Assert.Equal("", await workspace.CheckAsync(Sound + Accusation + "    evidence: [{ document: report, quote: it is a show }]"));

    [Fact]
    public Task NotYaml() => Told(
        "actors:\n  - person: Medinsky: adviser\n",
        "dossier.yaml:2:21: This is not YAML: While scanning a plain scalar value, found invalid mapping. Quote text that holds ': ' or ' #' or begins with one of [ { * & ! | > % @ `.");

    [Fact]
    public Task TabsForIndentation() => Told(
        "actors:\n\t- person: Medinsky\n",
        "dossier.yaml:2:1: This is not YAML: While scanning a mapping, found invalid tab as indentation. Indent with spaces.");

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public Task Empty(string text) => Told(
        text,
        "dossier.yaml: The file holds no dossier; write at least one of actors, offices, places, events, documents, claims, accusations.");

    [Fact]
    public Task AList() => Told("- person: Medinsky\n", "dossier.yaml:1:1: A dossier is a mapping of fields such as 'actors:' and 'accusations:'; this is a list.");

    [Fact]
    public Task SectionOfTheWrongType() => Told(
        "actors:\n  person: Medinsky\n",
        "dossier.yaml:2:3: 'actors' must be a list, each item beginning with '- '; this is a mapping.");

    [Fact]
    public Task ItemOfTheWrongType() => Told(
        "actors:\n  - Medinsky\n",
        "dossier.yaml:2:5: 'actors' must be a list of mappings, each item beginning with '- field: value'; this is 'Medinsky'.");

    [Fact]
    public Task TextOfTheWrongType() => Told(
        "actors:\n  - person: [Medinsky]\n",
        "dossier.yaml:2:13: 'person' must be text; this is a list.");

    [Fact]
    public Task UnknownSection() => Told(Sound + Accusation.Replace("accusations", "acusations"), "dossier.yaml:10:1: 'acusations' is no field of a dossier; did you mean 'accusations'?");

    [Fact]
    public Task UnknownFieldWithNothingNear() => Told(
        "places:\n  - name: Istanbul\n    population: 15000000\n",
        "dossier.yaml:3:5: 'population' is no field of a place; its fields are id, name, latitude, longitude, state.");

    [Fact]
    public Task EveryFaultOfAFileIsToldAtOnce() => Told(
        """
        actors:
          - person: Medinsky
            wikdata: Q1
            born: yesterday
          - organization: TASS
            kind: NEWSPAPER
        """,
        """
        dossier.yaml:3:5: 'wikdata' is no field of an actor; did you mean 'wikidata'?
        dossier.yaml:4:11: 'born' must be a day of the calendar written as 2025-06-02; this is 'yesterday'.
        dossier.yaml:6:11: 'kind' must be one of ALLIANCE, GOVERNMENT_BODY, MEDIA, PARTY, COMPANY, GROUP, OTHER; this is 'NEWSPAPER'.
        """);

    [Fact]
    public Task ActorOfNoType() => Told("actors:\n  - name: Medinsky\n", "dossier.yaml:2:5: An actor needs one of 'person', 'state' or 'organization', with its name.");

    [Fact]
    public Task ActorOfTwoTypes() => Told(
        "actors:\n  - person: Medinsky\n    state: Russia\n",
        "dossier.yaml:2:5: An actor is one of 'person', 'state' or 'organization'; keep one of these fields.");

    [Fact]
    public Task RequiredFieldMissing() => Told("actors:\n  - organization: TASS\n", "dossier.yaml:2:5: An actor needs 'kind'.");

    [Fact]
    public Task EmptyField() => Told("actors:\n  - person: '  '\n", "dossier.yaml:2:13: 'person' is empty; leave it out where there is nothing to say.");

    [Fact]
    public Task FieldTwice() => Told(
        "actors:\n  - person: Medinsky\n    wikidata: Q1\n    wikidata: Q2\n",
        "dossier.yaml:4:5: 'wikidata' is written twice, first on line 3; keep one.");

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("2025-6-2")]
    [InlineData("02.06.2025")]
    [InlineData("2025-06")]
    [InlineData("2025-06-02T10:00:00Z")]
    public Task ADateThatIsNoDate(string day) => Told(
        Sound + Accusation + $"    saidOn: {day}\n    noEvidence: test\n",
        $"dossier.yaml:15:13: 'saidOn' must be a day of the calendar written as 2025-06-02; this is '{day}'.");

    [Fact]
    public Task UnknownActorWithNearMatches() => Told(
        Sound + Accusation.Replace("Medinsky", "Medinski") + "    noEvidence: test",
        "dossier.yaml:12:9: No actor has the id or name 'Medinski'; did you mean 'Medinsky'? A name that cannot be matched is written { unresolved: \"Medinski\" }.");

    [Fact]
    public Task UnknownActorLikeNobody() => Told(
        Sound + Accusation.Replace("Medinsky", "Talleyrand") + "    noEvidence: test",
        "dossier.yaml:12:9: No actor has the id or name 'Talleyrand'; list it under 'actors'. A name that cannot be matched is written { unresolved: \"Talleyrand\" }.");

    [Fact]
    public Task ASurnameIsNearTheWholeName() => Told(
        "actors:\n  - person: Sergey Lavrov\n" + Accusation.Replace("Medinsky", "Lavrov").Replace("ukraine", "sergey-lavrov") + "    noEvidence: test",
        "dossier.yaml:5:9: No actor has the id or name 'Lavrov'; did you mean 'Sergey Lavrov' or 'sergey-lavrov'? A name that cannot be matched is written { unresolved: \"Lavrov\" }.");

    [Fact]
    public Task ANameOfTwoActors() => Told(
        "actors:\n  - person: A. Ivanov\n    aliases: [Ivanov]\n  - person: B. Ivanov\n    aliases: [Ivanov]\n" + Accusation.Replace("Medinsky", "Ivanov").Replace("ukraine", "a-ivanov") + "    noEvidence: test",
        "dossier.yaml:8:9: 'Ivanov' may be 'a-ivanov' or 'b-ivanov'; write the id.");

    [Fact]
    public Task AnActorOfTheWrongType() => Told(
        Sound + "offices:\n  - title: Adviser\n    holders: [{ holder: ukraine }]\n",
        "dossier.yaml:12:25: 'ukraine' is a State; here must stand a Person.");

    [Fact]
    public Task DuplicateIdWithOtherContent() => Told(
        "actors:\n  - person: Vladimir Medinsky\n  - person: Vladimir Medinsky\n    wikidata: Q1\n",
        "dossier.yaml:3:5: An actor with the id 'vladimir-medinsky' stands on line 2 already, with other content; make one of the two, or give this one another id.");

    [Fact]
    public Task DuplicateIdWithTheSameContentIsFine() => Told("actors:\n  - person: Vladimir Medinsky\n  - person: Vladimir Medinsky\n", "");

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
    public Task APrefixOrSuffixTellsWhich(string context) => Told(Sound + Accusation + $"    evidence: [{{ document: report, quote: Then he left, {context} }}]", "");

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

    [Fact]
    public Task AnIntervalThatEndsBeforeItStarts() => Told(
        "events:\n  - name: Talks\n    kind: TALKS\n    start: 2025-06-02\n    end: 2025-06-01\n",
        "dossier.yaml:5:10: The interval ends before it starts: 'start' is 2025-06-02 and 'end' is 2025-06-01.");

    [Fact]
    public Task AnEmptyInterval() => Told(
        Sound + "offices:\n  - title: Adviser\n    holders: [{ holder: Medinsky, since: 2020-01, until: 2020-01-01 }]\n",
        "dossier.yaml:12:58: The interval is empty: 'until' is the day after the last, so for a single day write 2020-01-02 or leave it out.");

    [Fact]
    public async Task TwoDossiersThatDisagreeAboutOneActor()
    {
        workspace.Write("a.yaml", "actors:\n  - person: Vladimir Medinsky\n    wikidata: Q1\n");
        workspace.Write("b.yaml", "actors:\n  - person: Vladimir Medinsky\n    wikidata: Q2\n");
        Assert.Equal("b.yaml:2:5: Two dossiers disagree about actor 'vladimir-medinsky': 'wikidata' is 'Q2' here and 'Q1' in a.yaml:2.", await workspace.CheckAsync());
    }

    [Fact]
    public Task Latin1() => Told(
        Encoding.Latin1.GetBytes("actors:\n  - person: Türkiye\n"),
        "dossier.yaml:2:14: The file is not UTF-8: byte 0xFC does not belong here. It looks like Latin-1 or Windows-1252; save it as UTF-8.");

    [Fact]
    public Task Utf16() => Told(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("actors: []")).ToArray(), "dossier.yaml:1:1: The file is UTF-16; save it as UTF-8.");

    [Fact]
    public Task AByteOrderMarkIsFine() => Told("\uFEFF" + Sound, "");

    [Fact]
    public Task Huge() => Told(
        Encoding.UTF8.GetBytes(new string('#', Sources.TextFile.MaxBytes + 1)),
        "dossier.yaml: The file has 16,777,217 bytes, more than the 16,777,216 that are read whole; split it into several files of one folder.");

    [Fact]
    public Task AMissingText() => Told(Sound.Replace("report.txt", "reports.txt"), "dossier.yaml:9:11: The text 'reports.txt' does not exist; did you mean 'report.txt'?");

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("../report.txt")]
    [InlineData("texts/../../report.txt")]
    [InlineData("..\\report.txt")]
    [InlineData("C:\\texts\\report.txt")]
    [InlineData("\\\\server\\report.txt")]
    public Task APathOutOfTheFolder(string path) => Told(
        Sound.Replace("report.txt", path),
        $"dossier.yaml:9:11: The text '{path}' lies outside the dossier's folder; put it beside the dossier and give its path from there.");

    [Fact]
    public Task ALinkOutOfTheFolder()
    {
        File.CreateSymbolicLink(Path.Combine(workspace.Root, "link.txt"), "/etc/hostname");
        return Told(
            Sound.Replace("report.txt", "link.txt"),
            "dossier.yaml:9:11: The text 'link.txt' lies outside the dossier's folder; put it beside the dossier and give its path from there.");
    }

    [Fact]
    public Task AFolderLinkedOutOfTheFolder()
    {
        Directory.CreateSymbolicLink(Path.Combine(workspace.Root, "texts"), "/etc");
        return Told(
            Sound.Replace("report.txt", "texts/hostname"),
            "dossier.yaml:9:11: The text 'texts/hostname' lies outside the dossier's folder; put it beside the dossier and give its path from there.");
    }

    [Fact]
    public Task ATextInLatin1()
    {
        workspace.Write("latin.txt", Encoding.Latin1.GetBytes("In\nTürkiye"));
        return Told(
            Sound.Replace("report.txt", "latin.txt"),
            "dossier.yaml:9:11: The text 'latin.txt' cannot be used, at its line 2, column 2: The file is not UTF-8: byte 0xFC does not belong here. It looks like Latin-1 or Windows-1252; save it as UTF-8.");
    }

    [Fact]
    public Task AnAlias() => Told(
        "actors:\n  - &m { person: Medinsky }\n  - *m\n",
        "dossier.yaml:3:5: '*m' refers to an anchor, which a dossier may not do; write the value out, or quote it if it is text.");

    [Fact]
    public Task ABombOfAliasesStaysSmall()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++) bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat("*a" + (i - 1), 10))}]\n");
        return ToldFirst(bomb.ToString(), "dossier.yaml:1:1: 'a0' is no field of a dossier; its fields are title, dataset, actors, offices, places, events, documents, claims, accusations.");
    }

    [Fact]
    public Task DeepNesting() => Told(
        new string('[', 100_000),
        "dossier.yaml:1:65: This is nested more than 64 levels deep; a dossier needs eight.");

    [Fact]
    public Task ACircleOfEvents() => Told(
        "events:\n  - { id: a, name: A, kind: TALKS, partOf: b }\n  - { id: b, name: B, kind: TALKS, partOf: a }\n",
        """
        dossier.yaml:2:5: Event 'a' leads back to itself over PART_OF; break the circle.
        dossier.yaml:3:5: Event 'b' leads back to itself over PART_OF; break the circle.
        """);

    [Fact]
    public Task ACharacterThatNoTextMayHold() => Told(
        "actors:\n  - person: \"Med\\0insky\"\n",
        "dossier.yaml:2:13: 'person' holds the character U+0000, which no text may hold; remove it.");

    [Fact]
    public Task AnIdWithASpace() => Told("actors:\n  - person: Medinsky\n    id: the adviser\n", "dossier.yaml:3:9: The id 'the adviser' holds white space; use letters, digits and hyphens.");

    [Fact]
    public Task AReservedId() => Told(
        "actors:\n  - person: Medinsky\n    id: unknown\n",
        "dossier.yaml:3:9: The id 'unknown' is kept for parties that nobody named or could match; choose another.");

    [Fact]
    public Task ASecondDocument() => Told("title: one\n---\ntitle: two\n", "dossier.yaml:2:1: A second YAML document begins here; put it into a file of its own.");

    [Fact]
    public Task TheSameActTwice() => Told(
        Sound + Accusation + "    evidence: [{ document: report, quote: it is a show }]\n" + Accusation[13..] + "    noEvidence: test",
        "dossier.yaml:16:5: This is the same act as the accusation on line 11: same parties, day and matter. Put the evidence there, or tell the two apart by 'matter'.");

    [Fact]
    public Task AnAnswerToNothing() => Told(
        Sound + Accusation + "    key: show\n    noEvidence: test\n    answers: shows\n",
        "dossier.yaml:17:14: No accusation has the key or id 'shows'; did you mean 'show'?");

    [Fact]
    public Task ATextThatChanged() => Told(
        Sound + "    textHash: 0123\n",
        "dossier.yaml:10:15: The text 'report.txt' is not the one that 'textHash' names: its hash is d6af96c51f72b2cd659e527173bc0bd1eb2cbb0cd405e015e3ee83c16db59046. Check the quotes, then write the new hash or leave it out.");

    [Fact]
    public Task ABackslashSeparatesFolders()
    {
        workspace.Write("texts/report.txt", "He said “it is a show”.\n");
        return Told(Sound.Replace("report.txt", "texts\\report.txt") + Accusation + "    evidence: [{ document: report, quote: it is a show }]", "");
    }

    private Task Told(string dossier, string expected) => Told(Encoding.UTF8.GetBytes(dossier), expected);

    private async Task Told(byte[] dossier, string expected)
    {
        workspace.Write("dossier.yaml", dossier);
        Assert.Equal(expected, await workspace.CheckAsync());
    }

    private async Task ToldFirst(string dossier, string expected) => Assert.Equal(expected, (await workspace.CheckAsync(dossier)).Split('\n')[0]);
}
