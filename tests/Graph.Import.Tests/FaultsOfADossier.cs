using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>What a researcher is told of records that are wrong or do not fit together, word for word.</summary>
public sealed class FaultsOfADossier : DossierChecks
{
    [Fact]
    public async Task ASoundDossierIsToldNothing() =>
        Assert.Equal("", await CheckAsync(Sound + Accusation + "    evidence: [{ document: report, quote: it is a show }]"));

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
        dossier.yaml:3:5: 'wikdata' is not a field of an actor; did you mean 'wikidata'?
        dossier.yaml:4:11: 'born' must be a day of the calendar written as 2025-06-02; this is 'yesterday'.
        dossier.yaml:6:11: 'kind' must be one of ALLIANCE, GOVERNMENT_BODY, MEDIA, PARTY, COMPANY, GROUP, OTHER; this is 'NEWSPAPER'.
        """);

    [Fact]
    public Task ActorOfNoType() =>
        Told("actors:\n  - name: Medinsky\n", "dossier.yaml:2:5: An actor needs one of 'person', 'state' or 'organization', with its name.");

    [Fact]
    public Task ActorOfTwoTypes() => Told(
        "actors:\n  - person: Medinsky\n    state: Russia\n",
        "dossier.yaml:2:5: An actor is one of 'person', 'state' or 'organization'; keep one of these fields.");

    [Fact]
    public Task RequiredFieldMissing() => Told("actors:\n  - organization: TASS\n", "dossier.yaml:2:5: An actor needs 'kind'.");

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
        "actors:\n  - person: Sergey Lavrov\n" + Accusation.Replace("Medinsky", "Lavrov").Replace("ukraine", "sergey-lavrov")
            + "    noEvidence: test",
        "dossier.yaml:5:9: No actor has the id or name 'Lavrov'; did you mean 'Sergey Lavrov' or 'sergey-lavrov'? A name that cannot be matched is written { unresolved: \"Lavrov\" }.");

    [Fact]
    public Task ANameOfTwoActors() => Told(
        "actors:\n  - person: A. Ivanov\n    aliases: [Ivanov]\n  - person: B. Ivanov\n    aliases: [Ivanov]\n"
            + Accusation.Replace("Medinsky", "Ivanov").Replace("ukraine", "a-ivanov")
            + "    noEvidence: test",
        "dossier.yaml:8:9: 'Ivanov' may be 'a-ivanov' or 'b-ivanov'; write the id.");

    [Fact]
    public Task AnActorOfTheWrongType() => Told(
        Sound + "offices:\n  - title: Adviser\n    holders: [{ holder: ukraine }]\n",
        "dossier.yaml:12:25: 'ukraine' is a State; what is needed here is a Person.");

    [Fact]
    public Task DuplicateIdWithOtherContent() => Told(
        "actors:\n  - person: Vladimir Medinsky\n  - person: Vladimir Medinsky\n    wikidata: Q1\n",
        "dossier.yaml:3:5: An actor with the id 'vladimir-medinsky' stands on line 2 already, with other content; merge the two, or give this one another id.");

    [Fact]
    public Task DuplicateIdWithTheSameContentIsFine() => Told("actors:\n  - person: Vladimir Medinsky\n  - person: Vladimir Medinsky\n", "");

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
        Write("a.yaml", "actors:\n  - person: Vladimir Medinsky\n    wikidata: Q1\n");
        Write("b.yaml", "actors:\n  - person: Vladimir Medinsky\n    wikidata: Q2\n");
        Assert.Equal(
            "b.yaml:2:5: Two dossiers disagree about actor 'vladimir-medinsky': 'wikidata' is 'Q2' here and 'Q1' in a.yaml:2.",
            await CheckAsync());
    }

    [Fact]
    public Task ACircleOfEvents() => Told(
        "events:\n  - { id: a, name: A, kind: TALKS, partOf: b }\n  - { id: b, name: B, kind: TALKS, partOf: a }\n",
        """
        dossier.yaml:2:5: Event 'a' leads back to itself over PART_OF; break the circle.
        dossier.yaml:3:5: Event 'b' leads back to itself over PART_OF; break the circle.
        """);

    [Fact]
    public Task AnIdWithASpace() => Told(
        "actors:\n  - person: Medinsky\n    id: the adviser\n",
        "dossier.yaml:3:9: The id 'the adviser' holds white space; use letters, digits and hyphens.");

    [Fact]
    public Task AReservedId() => Told(
        "actors:\n  - person: Medinsky\n    id: unknown\n",
        "dossier.yaml:3:9: The id 'unknown' is kept for parties that nobody named or could match; choose another.");

    [Fact]
    public Task TheSameActTwice() => Told(
        Sound + Accusation + "    evidence: [{ document: report, quote: it is a show }]\n" + Accusation[13..] + "    noEvidence: test",
        "dossier.yaml:16:5: This is the same act as the accusation on line 11: same parties, day and matter. Put the evidence there, or tell the two apart by 'matter'.");

    [Fact]
    public Task AnAnswerToNothing() => Told(
        Sound + Accusation + "    key: show\n    noEvidence: test\n    answers: shows\n",
        "dossier.yaml:17:14: No accusation has the key or id 'shows'; did you mean 'show'?");
}
