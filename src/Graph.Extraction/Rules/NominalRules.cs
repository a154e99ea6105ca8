using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>Acts that a noun reports: accusations by somebody against somebody, a move that sparks condemnation.</summary>
internal static class NominalRules
{
    /// <summary>The act of a noun; empty with a reason where it reports none.</summary>
    public static List<ReportedAct> Apply(Reading reading, int at, Cue cue, ref Guard? refused)
    {
        var clause = reading.Clause;
        if (clause.Covering(at) is not { } phrase || phrase.Last != at + 1 || clause.Tokens[at].Quoted)
            return Guards.Refuse(Guard.OtherSense, ref refused);
        var verb = Governing(clause, phrase);
        var lemma = verb >= 0 ? Lexicon.Shared.Find(clause.Tokens[verb].Word!.Lemma!) : null;
        var isDrawn = lemma is not null
            && (lemma.Is(Draws) || lemma.Text == "come" && clause.Lower(phrase.First - 1) == "under" || lemma.Text == "lead");
        var isMade = lemma is not null && lemma.Is(Makes);
        if (verb >= 0 && (isDrawn || isMade) && Guards.Unreal(clause, VerbGroup.Of(clause, verb)) is { } unreal)
            return Guards.Refuse(unreal, ref refused);
        if (lemma is { Text: "trade" or "exchange" or "swap" } && reading.Speakers(reading.Subjects.Of(verb)).Parties is { Count: > 1 } both)
            return
            [
                .. both.Select(one => VerbRules.Make(
                    reading, at, cue, "reciprocal", [one], [.. both.Where(other => other != one)], [], Against(reading, phrase, [], cue).Matter)),
            ];
        // "laid the blame", "took the blame": the verb reports the act, or there is none.
        if (clause.Tokens[at].Lower == "blame") return Guards.Refuse(Guard.OtherSense, ref refused);
        if (verb >= 0 && !isDrawn && !isMade && IsConsumed(clause, verb)) return Guards.Refuse(Guard.NoParty, ref refused);
        if (clause.Lower(phrase.First) is "no" or "any") return Guards.Refuse(Guard.Negated, ref refused);

        var accusers = Accusers(reading, phrase);
        var (against, matter) = Against(reading, phrase, accusers, cue);
        if (isMade && accusers.Count == 0) accusers = reading.Speakers(reading.Subjects.Of(verb)).Parties;
        if (isDrawn && against.Count == 0)
        {
            var group = VerbGroup.Of(clause, verb);
            var subject = group.IsGerund ? reading.Subjects.Shared(group.First) : reading.Subjects.Of(verb);
            against = [.. subject.SelectMany(mention => reading.Parties.Responsible(mention, []))];
        }

        against.RemoveAll(party => accusers.Exists(party.IsSame));
        if (against.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        if (!isDrawn && !isMade && accusers.Count == 0 && !IsReported(clause, phrase, matter)) return Guards.Refuse(Guard.NoParty, ref refused);
        return [VerbRules.Make(reading, at, cue, "nominal", accusers, against, [], matter) with { Confidence = accusers.Count > 0 ? 0.8 : 0.7 }];
    }

    // The verb whose object or complement a noun is: the one before it, past those it is joined to.
    private static int Governing(Clause clause, Mention phrase)
    {
        for (var i = phrase.First - 1; i >= 0 && i >= phrase.First - 14; i--)
        {
            var token = clause.Tokens[i];
            if (token.Text is ";" or "." or ":") return -1;
            if (clause.Covering(i) is not null || token.Word?.Lemma is null) continue;
            if (token.Is(Auxiliary) && token.Is(Be)) return -1;
            // Between the verb and the noun only phrases, prepositions and conjunctions stand.
            return i;
        }

        return -1;
    }

    // "denied the accusations": the verb is an act of its own, or says that there was none.
    private static bool IsConsumed(Clause clause, int verb) =>
        CueTable.Shared.Verb(clause, verb) is not null
        || clause.Tokens[verb].Word!.Lemma is
            "avoid" or "ignore" or "face" or "investigate" or "examine" or "drop" or "withdraw" or "fear" or "shrug";

    private static List<Party> Accusers(Reading reading, Mention phrase)
    {
        var clause = reading.Clause;
        if (phrase.Possessor is { Kind: not MentionKind.Pronoun } possessor && Parties.IsParty(possessor))
            return reading.Parties.Of(possessor, false, []);
        if (clause.Lower(phrase.Last) is "by" or "from" && clause.Starting(phrase.Last + 1) is { } source && Parties.IsParty(source))
            return [.. reading.Parties.Of(reading.Objects.Of(phrase.Last + 1, static _ => false, out _).Where(Parties.IsParty), false)];
        return phrase.State is { } state && phrase.Possessor is null ? [reading.Parties.OfState(phrase, state)] : [];
    }

    private static (List<Party> Against, (int First, int Last) Matter) Against(Reading reading, Mention phrase, List<Party> accusers, Cue cue)
    {
        var clause = reading.Clause;
        var at = phrase.Last;
        if (clause.Lower(at) is "by" or "from" && clause.Starting(at + 1) is { } source)
        {
            at = source.Last;
            while (clause.Tokens.Length > at + 1 && clause.Tokens[at].Is(Conjunction) && clause.Starting(at + 1) is { } more
                && Parties.IsParty(more))
                at = more.Last;
        }

        if (clause.Lower(at) is "against" or "at" && clause.Starting(at + 1) is not null)
        {
            var objects = reading.Objects.Of(at + 1, static word => word is "of" or "for" or "over", out var matter);
            return (
                [.. objects.SelectMany(mention => reading.Parties.Responsible(mention, accusers))],
                matter > 0 ? (matter, reading.Objects.MatterEnd(matter)) : (0, 0));
        }

        if (clause.Lower(at) == "that" && Charges.Clause(reading, at + 1, reading.Objects.MatterEnd(at + 1), accusers, anyDeed: true) is { } charge)
            return (charge.Accused, (charge.Verb, reading.Objects.MatterEnd(charge.Verb)));
        if (clause.Lower(at) is "of" or "over" or "for" && clause.At(at + 1) is not null)
        {
            // "criticism of Israel" names whom; "accusations of fraud" names what.
            if (clause.Starting(at + 1) is { } of && clause.Lower(at) == "of" && cue.Act == "CRITICIZE")
                return (reading.Parties.Responsible(of, accusers), (0, 0));
            return ([], (at + 1, reading.Objects.MatterEnd(at + 1)));
        }

        return ([], (0, 0));
    }

    // "amid accusations that …": a noun alone reports an act where a preposition hangs it on the sentence and a matter follows.
    private static bool IsReported(Clause clause, Mention phrase, (int First, int Last) matter) =>
        (matter.Last > 0 || clause.Lower(phrase.Last) == "against")
        && clause.Lower(phrase.First - 1) is "amid" or "after" or "following" or "over" or "despite" or "with" or "to" or "and" or "on" or "in";
}
