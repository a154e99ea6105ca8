using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>Acts that a verb of accusing or criticizing reports: active, as a participle, passive, reciprocal, with a clause.</summary>
internal static class VerbRules
{
    /// <summary>The acts of a verb; empty with a reason where it reports none.</summary>
    public static List<ReportedAct> Apply(Reading reading, int at, Cue cue, ref Guard? refused)
    {
        var clause = reading.Clause;
        var group = VerbGroup.Of(clause, at);
        if (IsAttribute(clause, at)) return Guards.Refuse(Guard.Court, ref refused);
        var after = reading.Objects.After(at, cue);
        var next = clause.Lower(after);
        var isBare = clause.Tokens[at].Is(VerbForm.Participle) && !group.IsPerfect && !group.IsPassive
            && (clause.Starting(after) is null && (next is "of" or "by" or "for" or "over" or "with" || next == "on" && cue.Takes("on")));
        // "the premier, whom protesters accused of nepotism": the object stands before.
        if (isBare && clause.Ending(group.First) is { } who && clause.Lower(who.First - 1) is "whom" or "which" or "that" or "who") isBare = false;
        if (group.IsPassive || isBare) return PassiveRules.Apply(reading, at, cue, group, isBare && !group.IsPassive, ref refused);
        if (Guards.Unreal(clause, group) is { } unreal) return Guards.Refuse(unreal, ref refused);
        if (Guards.IsAlleged(clause, group)) return Guards.Refuse(Guard.QuoteAboutPast, ref refused);
        var subject = group.IsGerund || group.IsInfinitive ? SharedSubjects.Participle(reading, group) : reading.Subjects.Of(at);
        if (Guards.IsPastQuote(reading, at, subject)) return Guards.Refuse(Guard.QuoteAboutPast, ref refused);
        if (subject.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        if (Guards.Nobody(clause, subject) is { } nobody) return Guards.Refuse(nobody, ref refused);
        var (accusers, principals) = reading.Speakers(subject);
        if (accusers.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        var rule = group.IsGerund ? "participle" : cue.Act == "CRITICIZE" ? "criticize" : "active";
        if (cue.Takes("clause") && Clausal(reading, at, cue, after, accusers, principals, ref refused) is { } clausal) return clausal;
        if (cue.Takes("clause") && !cue.Takes("matter")) return Guards.Refuse(Guard.NoParty, ref refused);
        return Transitive(reading, at, cue, after, rule, accusers, principals, ref refused);
    }

    private static List<ReportedAct> Transitive(
        Reading reading, int at, Cue cue, int after, string rule, List<Party> accusers, List<Party> principals, ref Guard? refused)
    {
        var clause = reading.Clause;
        if (cue.Takes("target"))
        {
            if (clause.Lower(after) is not ("at" or "against")) return Guards.Refuse(Guard.OtherSense, ref refused);
            after++;
        }

        if (cue.Takes("seen")) return Seen(reading, at, cue, after, accusers, principals, ref refused);
        // "spoke of a fairy tale": an answer to who has just accused the speaker.
        if (cue.Takes("wrong") && clause.Starting(after) is { } told && !told.Head.Is(WrongThings)
            && clause.Tokens[told.First..told.Last].Any(token => token.Is(Untrue))
            && PlainDenials.Accusation(reading, [.. accusers, .. principals]) is not null)
            return [DenialRules.Make(reading, at, cue, "statement", accusers, principals, null, (told.First, told.Last))];
        if (cue.Takes("on") && clause.Lower(after) == "on" && clause.Starting(after + 1) is { } target && Parties.IsParty(target))
            return [Make(reading, at, cue, rule, accusers, reading.Parties.Of(target, false, accusers), principals, (0, 0))];
        if (!cue.Takes("responsible") && Relative(reading, at, after) is { } antecedent)
            return [Make(reading, at, cue, rule, accusers, reading.Parties.Of(antecedent, false, accusers), principals, (0, 0))];
        after = PastWords(reading, after);
        if (cue.Takes("finger"))
        {
            if (clause.Starting(after) is not { Head.Lower: "finger" or "fingers" } finger || clause.Lower(finger.Last) != "at"
                || clause.Starting(finger.Last + 1) is not { } pointed || !Parties.IsParty(pointed))
                return Guards.Refuse(Guard.OtherSense, ref refused);
            return [Make(reading, at, cue, rule, accusers, reading.Parties.Of(pointed, false, accusers), principals, (0, 0))];
        }

        if (cue.Takes("blame-on"))
        {
            if (clause.Starting(after) is not { Head.Lower: "blame" } || On(reading, at, after) is not { } put)
                return Guards.Refuse(Guard.OtherSense, ref refused);
            return [Make(reading, at, cue, rule, accusers, reading.Parties.Of(put, false, accusers), principals, (0, 0))];
        }

        var objects = reading.Objects.Of(after, preposition => cue.Takes(preposition), out var matter);
        if (objects.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        if (objects[0].Head.Lower is "nobody" or "none" or "no-one" || clause.Lower(objects[0].First) == "no")
            return Guards.Refuse(Guard.Negated, ref refused);
        if (objects[0].Head.Lower.EndsWith("self", StringComparison.Ordinal) || objects[0].Head.Lower.EndsWith("selves", StringComparison.Ordinal))
            return Guards.Refuse(Guard.NoParty, ref refused);
        if (objects is [{ Kind: MentionKind.Description } office] && Apposition(reading, office) is { } named) objects = [named];
        if (cue.Takes("responsible") && !IsResponsible(clause, objects[^1].Last) || cue.Takes("wrong") && !IsWrong(clause, objects[0]))
            return Guards.Refuse(Guard.OtherSense, ref refused);
        if (objects[0].Kind == MentionKind.Pronoun && objects[0].Head.Lower is "other" or "another" || IsTheOther(clause, objects[0]))
            return Reciprocal(reading, at, cue, accusers, matter);
        var span = matter > 0 ? (matter, reading.Objects.MatterEnd(matter)) : (0, 0);
        if (cue.Takes("on") && On(reading, at, after) is { } blamed)
            return [Make(reading, at, cue, rule, accusers, reading.Parties.Of(blamed, false, accusers), principals, (after, blamed[0].First - 1))];
        List<Party> accused = [];
        foreach (var mention in objects)
            accused.AddRange(Accused(reading, mention, cue, accusers).Where(party => !accused.Exists(party.IsSame) || party.IsPlural));
        if (accused.Count == 0 && cue.Takes("deed") && Doer(reading, objects[0], accusers) is { } doer) accused.Add(doer);
        accused.RemoveAll(party => party.Kind != NameKind.Person && accusers.Exists(party.IsSame) && accusers.Count == 1);
        if (accused.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        if (matter < 0 && cue.Takes("deed") && objects[0].Kind == MentionKind.Thing)
            span = (objects[0].First, reading.Objects.MatterEnd(objects[0].First));
        if (cue.Takes("matter") && matter < 0) return Guards.Refuse(Guard.OtherSense, ref refused);
        List<ReportedAct> acts = [Make(reading, at, cue, rule, accusers, accused, principals, span)];
        if (matter > 0) acts.AddRange(Further(reading, at, cue, rule, accusers, principals, matter));
        return acts;
    }

    // "sees in the drilling by Türkiye a violation of the law".
    private static List<ReportedAct> Seen(
        Reading reading, int at, Cue cue, int after, List<Party> accusers, List<Party> principals, ref Guard? refused)
    {
        var clause = reading.Clause;
        if (clause.Lower(after) != "in" || clause.Starting(after + 1) is not { } deed) return Guards.Refuse(Guard.OtherSense, ref refused);
        var end = Math.Min(reading.Objects.MatterEnd(deed.Last), clause.Tokens.Length);
        var seen = clause.Mentions.Find(mention => mention.First >= deed.Last && mention.Last <= end && mention.Head.Is(WrongThings | Pretexts));
        var doers = seen is null ? [] : reading.Parties.Responsible(deed, accusers).Where(party => !accusers.Exists(party.IsSideOf)).ToList();
        return seen is null || doers.Count == 0 || doers.Exists(party => party.IsUnresolved)
            ? Guards.Refuse(Guard.OtherSense, ref refused)
            : [Make(reading, at, cue, "active", accusers, doers, principals, (seen.First, end)) with { Confidence = 0.75 }];
    }

    // Past what is said of the manner and in whose words: "in the strongest terms", "what it called".
    private static int PastWords(Reading reading, int after)
    {
        var clause = reading.Clause;
        if (clause.Lower(after) == "in" && reading.Objects.AfterPlace(after) is var past && clause.Starting(past) is not null) after = past;
        if (clause.Lower(after) != "what") return after;
        for (var i = after + 1; i < after + 6; i++)
        {
            if (clause.At(i)?.Word?.Lemma == "say" && clause.At(i + 1) is { Word.Lemma: "be" }) return i + 2;
            if (clause.At(i)?.Word?.Lemma is "call" or "describe" or "term" or "brand" or "label" && clause.Covering(i) is null)
                return clause.Lower(i + 1) == "as" ? i + 2 : i + 1;
        }

        return after;
    }

    // "accused the company of bribery, the ministry of hiding it and the police of looking away": the verb is said once.
    private static IEnumerable<ReportedAct> Further(
        Reading reading, int at, Cue cue, string rule, List<Party> accusers, List<Party> principals, int matter)
    {
        var clause = reading.Clause;
        var preposition = clause.Lower(matter - 1);
        for (var i = matter; i + 3 < clause.Tokens.Length; i++)
        {
            if (clause.Tokens[i].Text is ";" or ":") yield break;
            if (clause.Tokens[i].Text != "," && clause.Lower(i) != "and" || clause.Covering(i) is not null) continue;
            if (clause.Starting(i + 1) is not { Kind: not MentionKind.Thing } other || !Parties.IsParty(other)
                || clause.Lower(other.Last) != preposition)
                continue;
            var next = clause.Tokens[other.Last + 1].IsQuote ? other.Last + 2 : other.Last + 1;
            if (clause.At(next) is not { } gerund || !gerund.Is(VerbForm.Gerund) || clause.Covering(next) is not null) continue;
            yield return Make(
                reading, at, cue, rule, accusers, reading.Parties.Of(other, false, accusers), principals, (next, reading.Objects.MatterEnd(next)));
        }
    }

    private static List<Party> Accused(Reading reading, Mention mention, Cue cue, List<Party> accusers)
    {
        if (!cue.Takes("deed") && !cue.Takes("thing"))
            return mention is { Kind: MentionKind.Thing, Possessor: null, State: null } && mention.Head.Is(Noun)
                ? []
                : reading.Parties.Of(mention, false, accusers);
        return reading.Parties.Responsible(mention, accusers);
    }

    /// <summary>
    /// Who did the deed that a phrase names without saying whose it is: the subject of the clause before, if the deed was told there.
    /// </summary>
    public static Party? Doer(Reading reading, Mention deed, List<Party> not)
    {
        if (!deed.Head.Is(Deed) || reading.Clause.Lower(deed.First) is not ("the" or "this" or "that" or "these" or "those" or "such")
            || reading.Clause.Lower(deed.Last) == "of")
            return null;
        return reading.LastDoer(deed, not);
    }

    // "the prime minister, Sheikh Hasina, of": the name, where it stands in apposition to an office.
    private static Mention? Apposition(Reading reading, Mention office)
    {
        var (clause, last) = (reading.Clause, reading.Parties.Span(office).Last);
        return office.Role >= 0 && clause.At(last) is { Text: "," } && clause.Starting(last + 1) is { Kind: MentionKind.Name } name
            && clause.At(name.Last) is { Text: "," }
            ? name
            : null;
    }

    // An attack; a “reckless” manoeuvre.
    private static bool IsWrong(Clause clause, Mention thing) =>
        thing.Head.Is(WrongThings) || thing.Head.Is(Deed) && clause.Tokens[thing.First..thing.Last].Any(token => token.Is(Judged));

    /// <summary>Whether <c>responsible</c> follows closely.</summary>
    public static bool IsResponsible(Clause clause, int at) => Enumerable.Range(at, 4).Any(i => clause.Lower(i) is "responsible" or "accountable");

    private static List<ReportedAct> Reciprocal(Reading reading, int at, Cue cue, List<Party> accusers, int matter)
    {
        var span = matter > 0 ? (matter, reading.Objects.MatterEnd(matter)) : (0, 0);
        if (accusers is [{ IsPlural: false }]) return [];
        if (accusers.Count < 2) return [Make(reading, at, cue, "reciprocal", accusers, accusers, [], span)];
        return [.. accusers.Select(one => Make(reading, at, cue, "reciprocal", [one], [.. accusers.Where(other => other != one)], [], span))];
    }

    private static bool IsTheOther(Clause clause, Mention mention) =>
        mention.Head.Lower is "other" && mention.Last - mention.First == 2 && clause.Lower(mention.First) == "the"
        || mention.Head.Lower == "side" && clause.Lower(mention.Last - 2) == "other";

    // "the party that X accused": the antecedent where nothing follows the verb and a relative pronoun stands before its subject.
    private static List<Mention>? Relative(Reading reading, int at, int after)
    {
        var clause = reading.Clause;
        if (clause.Starting(after) is not null) return null;
        var subject = reading.Subjects.Of(at);
        if (subject.Count == 0 || clause.At(subject[0].First - 1) is not { } before || !before.Is(WordClass.Relative)) return null;
        // A thing before it is nobody: "a coup that the union condemned".
        if (clause.Ending(subject[0].First - 1) is { Kind: MentionKind.Thing, Possessor: null }) return null;
        return reading.Subjects.Antecedent(subject[0].First - 1) is { Count: > 0 } found ? found : null;
    }

    // "blamed the crash on Ukraine".
    private static List<Mention>? On(Reading reading, int at, int after)
    {
        var clause = reading.Clause;
        if (clause.Starting(after) is not { } thing) return null;
        for (var i = thing.Last; i < clause.Tokens.Length && i < thing.Last + 12; i++)
        {
            if (clause.Tokens[i].Text is "," or ";" || clause.Lower(i) == "for") return null;
            if (clause.Lower(i) == "on" && !reading.Objects.IsTime(i) && clause.Starting(i + 1) is { } blamed)
                return Parties.IsParty(blamed) && (thing.Kind == MentionKind.Thing || !Parties.IsParty(thing))
                    ? reading.Objects.Of(i + 1, static _ => false, out _)
                    : null;
        }

        return null;
    }

    private static List<ReportedAct>? Clausal(
        Reading reading, int at, Cue cue, int after, List<Party> accusers, List<Party> principals, ref Guard? refused)
    {
        var clause = reading.Clause;
        var begin = clause.Lower(after) == "that" ? after + 1 : after;
        if (begin == after && cue.Takes("matter") && Charges.FirstVerb(reading, begin, clause.Tokens.Length) is not { }) return null;
        // "charges him with lying about how it is": what is charged stands after the preposition.
        if (cue.Takes("matter") && reading.Objects.Of(begin, word => word == "with" && cue.Takes(word), out var with) is { Count: > 0 } && with > 0
            && with < Charges.FirstVerb(reading, begin, clause.Tokens.Length))
            return null;
        if (Charges.Clause(reading, begin, reading.Objects.MatterEnd(begin), accusers, anyDeed: true) is not { } found) return null;
        refused = null;
        return [Make(reading, at, cue, "active", accusers, found.Accused, principals, (found.Verb, reading.Objects.MatterEnd(found.Verb)))];
    }

    // "the accused shooter", "a condemned inmate".
    private static bool IsAttribute(Clause clause, int at) =>
        clause.Covering(at) is not null
        || clause.At(at - 1) is { } before && before.Is(Determiner) && !before.Is(WordClass.Relative) && clause.Tokens[at].Is(VerbForm.Participle)
            && clause.Ending(at) is null;

    public static ReportedAct Make(
        Reading reading, int at, Cue cue, string rule, IReadOnlyList<Party> accusers, IReadOnlyList<Party> accused, IReadOnlyList<Party> principals,
        (int First, int Last) matter) =>
        new(cue.Act, rule, reading.Clause.Sentence, at)
        {
            Accusers = accusers,
            Accused = accused,
            OnBehalfOf = principals,
            Matter = matter,
            Confidence = accusers.Concat(accused).Any(party => party.IsUnresolved) ? 0.6
                : accusers.Concat(accused).Any(party => party.IsReference) ? 0.8
                : 0.95,
        };
}
