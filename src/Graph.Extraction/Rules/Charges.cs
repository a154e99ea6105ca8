using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>What a clause of speech charges somebody with.</summary>
/// <param name="Verb">Its verb.</param>
/// <param name="Subject">The first token of its subject.</param>
/// <param name="Accused">Whom it charges; empty where it names nobody.</param>
/// <param name="IsDeed">Whether with a deed; else it only judges.</param>
/// <param name="IsHedged">Whether it is put as a possibility.</param>
internal sealed record Charge(int Verb, int Subject, List<Party> Accused, bool IsDeed, bool IsHedged);

/// <summary>Finds what a clause charges somebody with: a deed that is wrong on its face, guilt, or a judgement.</summary>
internal static class Charges
{
    /// <summary>The first verb with a subject between two tokens, or null.</summary>
    public static int? FirstVerb(Reading reading, int from, int until)
    {
        for (var i = from; i < until; i++)
            if (reading.Subjects.IsVerb(i) && VerbGroup.Of(reading.Clause, i) is { IsFinite: true }
                && reading.Subjects.Of(i) is { Count: > 0 } subject && subject[0].First >= from)
                return i;
        return null;
    }

    /// <summary>The charge of the clause between two tokens, or null.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="from">The first token.</param>
    /// <param name="until">The token after the last.</param>
    /// <param name="speakers">Who speaks: nobody charges himself.</param>
    /// <param name="anyDeed">Whether the word that introduces the clause says that it charges, so that any deed will do.</param>
    /// <param name="topic">Of whom it is said, where the sentence tells so: whom its pronouns mean.</param>
    public static Charge? Clause(Reading reading, int from, int until, List<Party> speakers, bool anyDeed, Party? topic = null)
    {
        var clause = reading.Clause;
        until = Math.Min(until, clause.Tokens.Length);
        for (var i = Math.Max(0, from); i < until; i++)
        {
            if (!reading.Subjects.IsVerb(i) || VerbGroup.Of(clause, i) is not { IsFinite: true } group) continue;
            if (Lexicon.Shared.Lemma(clause.Tokens[i].Word!.Lemma!).Is(Asserts))
            {
                // "writes that the ambassador said that …": his words, not the outlet's.
                if (IsOfAnother(reading, i, from, until, speakers)) return null;
                continue;
            }

            if (group.IsNegated && !Lexicon.Shared.Lemma(clause.Tokens[i].Word!.Lemma!).Is(Fails | Intends)
                || group.Modal is not (null or "may" or "might" or "could"))
                continue;
            var subject = reading.Subjects.Of(i);
            if (subject.Count == 0 || subject[0].First < from || subject[0].First >= until) continue;
            if (clause.At(group.First - 1) is { } before && before.Is(Relative) && !IsCleft(clause, subject)
                || clause.At(subject[0].First - 1) is { } opening && opening.Is(Relative) && opening.Lower != "that")
                continue;
            // "we reject the claim that Cambodia laid mines": the charge is another's.
            if (clause.Lower(subject[0].First - 1) == "that" && clause.Ending(subject[0].First - 1) is { } noun && noun.Head.Is(Accusing | Denied))
                continue;
            if (Kind(reading, i, group, until, anyDeed) is not { } kind) continue;
            var accused = topic is not null && IsOfTopic(subject)
                ? [topic]
                : Accused(reading, i, subject, speakers, kind, anyDeed);
            // What was said to charge somebody charges the subject of its first verb, and nobody of a later one.
            if (accused is null && anyDeed && i == FirstVerb(reading, from, until)) return null;
            if (accused is null || kind == 'o' && !AreOpponents(accused, speakers)) continue;
            return new(i, subject[0].First, accused, kind != 'j', group.Modal is not null);
        }

        return null;
    }

    // "He is a crook", "our neighbour lies": of whom it is said the sentence tells.
    private static bool IsOfTopic(List<Mention> subject) =>
        subject is [{ Kind: MentionKind.Pronoun } pronoun] && pronoun.Head.Lower is not ("we" or "i" or "you")
        || subject is [{ HasName: false, Possessor.Head.Lower: "our" or "my" }];

    private static bool IsOfAnother(Reading reading, int verb, int from, int until, List<Party> speakers) =>
        reading.Subjects.Of(verb) is { Count: > 0 } subject && subject[0].First >= from && subject[0].Last <= verb
        && reading.Clause.Lower(verb + 1) is not ("," or "")
        && Enumerable.Range(verb + 1, 8).Any(at => at < until && reading.Clause.Lower(at) == "that")
        && reading.Parties.Of(subject, true) is { Count: > 0 } others && !others.Exists(other => speakers.Exists(other.IsSame));

    // "It was Thailand that attacked", "it is Putin who is stalling".
    private static bool IsCleft(Rules.Clause clause, List<Mention> subject) =>
        clause.Lower(subject[0].First - 1) is "is" or "was" or "'s" && clause.Lower(subject[0].First - 2) == "it";

    // f: somebody's fault; d: a deed of the subject; o: one that is wrong of an opponent; a: a deed of an agent; j: a judgement; null: nothing.
    private static char? Kind(Reading reading, int verb, VerbGroup group, int until, bool anyDeed)
    {
        var clause = reading.Clause;
        var token = clause.Tokens[verb];
        var lemma = Lexicon.Shared.Lemma(token.Word!.Lemma!);
        // "the arson was ordered by": a wrong thing that somebody did.
        if (group.IsPassive)
            return anyDeed || lemma.Is(WrongDeeds | WrongAlways)
                || lemma.Is(Carries) && reading.Subjects.Of(verb) is [{ } thing] && thing.Head.Is(WrongThings)
                ? 'a'
                : null;
        if (Blamed(reading, verb, until) is not null) return 'f';
        if (lemma.Text is "be" or "behave" or "act" or "look" or "sound")
        {
            var predicate = Predicate(reading, verb + 1, until);
            if (predicate is not null) return predicate;
            if (lemma.Text != "be" && Deeds.IsWrong(reading, verb, group, until)) return 'd';
            if (Deeds.IsWrongOfOpponents(reading, verb, group, until)) return 'o';
            return anyDeed && clause.At(verb + 1) is not null ? 'd' : null;
        }

        return anyDeed || Deeds.IsWrong(reading, verb, group, until) ? 'd'
            : Deeds.IsWrongOfOpponents(reading, verb, group, until) ? 'o'
            : null;
    }

    // What somebody is said to be: behind it, guilty, an aggressor, reckless.
    private static char? Predicate(Reading reading, int from, int until)
    {
        var clause = reading.Clause;
        for (var i = from; i < until && i < from + 9; i++)
        {
            var token = clause.Tokens[i];
            if (token.Text is ";" or ":" || token.Text == "," && !(i > from && clause.Lower(i + 1) == "but")) return null;
            if (token.Lower is "behind" or "guilty" or "complicit" or "culpable" || token.Lower == "responsible" && clause.Lower(i + 1) == "for"
                || token.Lower == "blame" && clause.Lower(i - 1) == "to")
                return 'd';
            if (token.Is(Negation) && clause.Lower(i + 1) != "only" && clause.Lower(i + 1) != "just") return null;
            if (token.Is(Culprit)) return 'd';
            if (token.Is(Judged)) return 'j';
            if (token.Is(VerbForm.Gerund) && token.Word!.Lemma is not null && clause.Covering(i) is null)
            {
                if (Deeds.IsWrong(reading, i, VerbGroup.Of(clause, i), until)) return 'd';
                if (Deeds.IsWrongOfOpponents(reading, i, VerbGroup.Of(clause, i), until)) return 'o';
            }

            if (token.Is(Preposition) && i > from + 1 && token.Lower is not ("of" or "to")) return null;
        }

        return null;
    }

    // "The blackout is the fault of the ministry", "the responsibility lies with the army": who is named after it.
    private static Mention? Blamed(Reading reading, int verb, int until)
    {
        var clause = reading.Clause;
        var lemma = clause.Tokens[verb].Word!.Lemma;
        if (lemma is "lie" or "rest" && clause.Lower(verb + 1) == "with" && reading.Subjects.Of(verb) is [{ } guilt]
            && guilt.Head.Lower is "responsibility" or "blame" or "fault" or "guilt")
            return clause.Starting(verb + 2);
        if (lemma != "be") return null;
        for (var i = verb + 1; i < until && i < verb + 5; i++)
            if (clause.Lower(i) == "fault")
                return clause.Covering(i)?.Possessor ?? (clause.Lower(i + 1) == "of" ? clause.Covering(i)?.Of ?? clause.Starting(i + 2) : null);
        return null;
    }

    private static List<Party>? Accused(Reading reading, int verb, List<Mention> subject, List<Party> speakers, char kind, bool anyDeed)
    {
        if (kind == 'f')
            return Blamed(reading, verb, reading.Clause.Tokens.Length) is { } blamed && Parties.IsParty(blamed)
                ? Others(reading.Parties.Of(blamed, false, speakers), speakers)
                : null;
        if (kind == 'a')
        {
            var agents = reading.Objects.Agents(verb, reading.Subjects, out _);
            if (agents.Count > 0) return Others(reading.Parties.Of(agents, false, speakers), speakers);
            var lemma = Lexicon.Shared.Lemma(reading.Clause.Tokens[verb].Word!.Lemma!);
            return anyDeed || lemma.Is(WrongAlways) && reading.Clause.Tokens.Any(token => token.Word?.Lemma is "suggest" or "claim") ? [] : null;
        }

        var parties = subject.SelectMany(mention => reading.Parties.Responsible(mention, speakers)).ToList();
        // "alleging the supermarkets misled shoppers": a noun that is not known, of several who did something.
        if (parties.Count == 0 && anyDeed && subject is [{ Kind: MentionKind.Thing, Head.Word: null, Possessor: null } unknown]
            && (unknown.IsPlural || unknown.Head.Lower.EndsWith("er", StringComparison.Ordinal)
                || unknown.Head.Lower.EndsWith("or", StringComparison.Ordinal)))
            parties = reading.Parties.Of(subject, true);
        if (parties.Exists(party => party.IsUnresolved)) return null;
        return parties.Count == 0 ? null : Others(parties, speakers);
    }

    // Parties that are named, or bodies of a state; not analysts and a company.
    private static bool AreOpponents(List<Party> accused, List<Party> speakers) =>
        accused.Concat(speakers).All(party => party.State is not null || IsOutlaw(party)
            || !party.IsDescribed && party.Kind is not (NameKind.Other or NameKind.Media));

    private static bool IsOutlaw(Party party) => Lexicon.Shared.Find(party.Surface.Split(' ')[^1].ToLowerInvariant()) is { } word && word.Is(Outlaws);

    // Nobody charges his own side.
    private static List<Party>? Others(List<Party> parties, List<Party> speakers) =>
        parties.Exists(party => speakers.Exists(party.IsSideOf) || party.Surface is "I" or "we" or "We" or "you") ? null : parties;
}
