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

            if (group.IsNegated && !Lexicon.Shared.Lemma(clause.Tokens[i].Word!.Lemma!).Is(Fails)
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
            if (accused is null) continue;
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

    // d: a deed of the subject; a: a deed of an agent; j: a judgement; null: nothing.
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
        if (lemma.Text is "be" or "behave" or "act" or "look" or "sound")
        {
            var predicate = Predicate(reading, verb + 1, until);
            if (predicate is not null) return predicate;
            return anyDeed && clause.At(verb + 1) is not null ? 'd' : null;
        }

        // Had a hand in it; blew it up.
        if (lemma.Text == "have" && clause.Lower(verb + 2) == "hand" && clause.Lower(verb + 3) == "in"
            || lemma.Text == "blow" && clause.Lower(verb + 1) == "up"
            || lemma.Text == "set"
                && (clause.Lower(verb + 1) is "fire" || Enumerable.Range(verb + 1, 6).Any(at => clause.Lower(at) is "ablaze" or "alight")))
            return 'd';

        if (anyDeed || lemma.Is(WrongDeeds) || group.IsNegated && lemma.Is(Fails)) return 'd';
        if (lemma.Text is "open" or "fire" or "direct"
            && Enumerable.Range(verb + 1, 8).TakeWhile(at => at < until && clause.Tokens[at].Text is not ("," or ";")).Any(at =>
                clause.Lower(at) is "fire" or "first" or "on" or "at" or "into" or "rockets" or "missiles" or "shots"))
            return clause.Lower(verb + 1) is "fire" || lemma.Text == "fire" ? 'd' : null;
        if (lemma.Is(Carries)
            && Enumerable.Range(verb + 1, 8).TakeWhile(at => at < until && clause.Tokens[at].Text is not ("," or ";"))
                .Any(at => clause.Tokens[at].Is(WrongThings)))
            return 'd';
        if (lemma.Text is "break" && Enumerable.Range(verb + 1, 6).Any(at => at < until && clause.Tokens[at].Is(Pacts))) return 'd';
        if (lemma.Text is "try" or "attempt" or "aim" or "seek" or "want" or "continue" or "begin" or "keep" or "start" or "use"
            or "hire" or "recruit" or "pay" or "order" or "instruct" or "train" or "help" or "send")
            for (var i = verb + 1; i < until && i < verb + 6; i++)
                if (clause.Tokens[i].Word?.Lemma is { } inner && Lexicon.Shared.Lemma(inner) is { } wrong && wrong.Is(WrongDeeds)
                    && clause.Covering(i) is null)
                    return 'd';
        return lemma.Text == "fail" && clause.Lower(verb + 1) == "to" && clause.At(verb + 2)?.Word?.Lemma is { } failed
            && Lexicon.Shared.Lemma(failed) is { } duty && duty.Is(Fails)
            ? 'd'
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
            if (token.Is(VerbForm.Gerund) && token.Word!.Lemma is { } lemma && Lexicon.Shared.Lemma(lemma) is { } verb && verb.Is(WrongDeeds))
                return 'd';
            if (token.Is(Preposition) && i > from + 1 && token.Lower is not ("of" or "to")) return null;
        }

        return null;
    }

    private static List<Party>? Accused(Reading reading, int verb, List<Mention> subject, List<Party> speakers, char kind, bool anyDeed)
    {
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

    // Nobody charges his own side.
    private static List<Party>? Others(List<Party> parties, List<Party> speakers) =>
        parties.Exists(party => speakers.Exists(party.IsSideOf) || party.Surface is "I" or "we" or "We" or "you") ? null : parties;
}
