using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>Acts that say that an accusation is untrue, and which act they answer.</summary>
internal static class DenialRules
{
    /// <summary>The acts of a verb of denying; empty with a reason where it reports none.</summary>
    public static List<ReportedAct> Apply(Reading reading, int at, Cue cue, ref Guard? refused)
    {
        var clause = reading.Clause;
        var group = VerbGroup.Of(clause, at);
        var after = PastManner(clause, reading.Objects.AfterPlace(reading.Objects.After(at, cue)));
        var isPassive = group.IsPassive;
        if (Guards.Unreal(clause, group) is { } unreal) return Guards.Refuse(unreal, ref refused);
        if (Guards.IsAlleged(clause, group)) return Guards.Refuse(Guard.QuoteAboutPast, ref refused);
        var subject = isPassive ? reading.Objects.Agents(at, reading.Subjects, out _)
            : group.IsGerund || group.IsInfinitive ? SharedSubjects.Participle(reading, group)
            : reading.Subjects.Of(at);
        if (subject.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        if (Guards.Nobody(clause, subject) is { } nobody) return Guards.Refuse(nobody, ref refused);
        if (Guards.IsPastQuote(reading, at, subject)) return Guards.Refuse(Guard.QuoteAboutPast, ref refused);
        var denied = isPassive ? reading.Subjects.Of(at).FirstOrDefault() : clause.Starting(after);
        if (What(reading, cue, group, after, denied) is not { } what)
            return Guards.Refuse(denied is { Head: var head } && head.Is(Press) ? Guard.DenyReport : Guard.DenyRequest, ref refused);
        var (deniers, principals) = reading.Speakers(subject);
        if (deniers.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        var matter = what.First < what.Last ? what : (0, 0);
        return [Make(reading, at, cue, "deny", deniers, principals, denied, matter)];
    }

    /// <summary>A denial, with whose accusation it denies: as its words say, or as the acts before it show.</summary>
    public static ReportedAct Make(
        Reading reading, int at, Cue cue, string rule, List<Party> deniers, List<Party> principals, Mention? denied, (int First, int Last) matter)
    {
        var named = denied is null ? [] : Named(reading, denied, deniers);
        var answers = Answered(reading, at, deniers, principals, denied, named, matter);
        var accused = named.Count > 0
            ? named
            : [.. answers.SelectMany(act => act.Accusers).Where(party => !deniers.Exists(party.IsSame)).DistinctBy(party => party.Name)];
        return new("DENY", rule, reading.Clause.Sentence, at)
        {
            Accusers = deniers,
            Accused = accused,
            OnBehalfOf = principals,
            Matter = matter,
            Answers = answers,
            Confidence = named.Count > 0 || answers.Count > 0 ? 0.85 : 0.75,
        };
    }

    // What is denied, or null where the object is none that accuses.
    private static (int First, int Last)? What(Reading reading, Cue cue, VerbGroup group, int after, Mention? denied)
    {
        var clause = reading.Clause;
        if (group.IsPassive) return denied is not null && denied.Head.Is(Denied) ? (denied.First, denied.Last) : null;
        if (denied is not null && denied.First >= after)
        {
            if (cue.Takes("clause") && StartsClause(clause, denied)) return (denied.First, reading.Objects.MatterEnd(denied.First));
            if (IsPronoun(denied)) return IsAnswer(reading, cue) ? (denied.First, denied.Last) : null;
            // "the idea of", "any suggestion that": the noun decides, and a clause after it does not.
            if (denied.Head.Is(Press) && !denied.Head.Is(Denied | Accusing))
                return IsReportOfWrong(reading, denied) ? (denied.First, reading.Objects.MatterEnd(denied.First)) : null;
            if (denied.Head.Is(Denied) || denied.Head.Is(Writing) && IsCalledUntrue(clause, denied))
                return (denied.First, reading.Objects.MatterEnd(denied.First));
            if (clause.At(after) is { } first && first.Is(VerbForm.Gerund)) return (after, reading.Objects.MatterEnd(after));
            return cue.Takes("clause") && !denied.Head.Is(Asks) && (denied.Head.Is(Deed | WrongThings) || denied.Head.Is(Court))
                && denied.Possessor?.Kind != MentionKind.Name && clause.Covering(denied.Last) is null && !IsGiven(clause, denied)
                ? (denied.First, reading.Objects.MatterEnd(denied.First))
                : null;
        }

        if (clause.At(after) is { } token
            && (token.Is(VerbForm.Gerund) || token.Lower is "having" or "being" || cue.Takes("clause") && token.Lower is "that" or "there"))
            return (after, reading.Objects.MatterEnd(after));
        // "rejects that."
        if (clause.Lower(after) is "that" or "this" && (clause.At(after + 1) is { IsWord: false } || clause.Lower(after + 1) == "as")
            && IsAnswer(reading, cue))
            return (after, after + 1);
        // "which Serbia denies": what the sentence has told of.
        return IsAnswer(reading, cue) && IsRelative(reading, group.Verb) ? (0, 0) : null;
    }

    // "denied he had known": the object is the subject of a clause.
    private static bool StartsClause(Clause clause, Mention denied) =>
        clause.At(denied.Last) is { } verb && (verb.Is(Auxiliary | WordClass.Modal)
            || verb.Word?.Lemma is not null && clause.Covering(denied.Last) is null && verb.Is(VerbForm.Past | VerbForm.Third));

    // "dismissed as “ridiculous” accusations that …": the object stands after how it is called.
    private static int PastManner(Clause clause, int after)
    {
        if (clause.Lower(after) != "as") return after;
        for (var i = after + 1; i < after + 6 && clause.At(i) is { IsWord: true } or { IsQuote: true }; i++)
        {
            if (clause.Starting(i) is not { } denied || clause.Tokens[i].IsQuote) continue;
            if (denied.Head.Is(Accusing | Denied)) return denied.First;
            if (!denied.Head.Quoted && !denied.Head.Is(Untrue | Judged | Adjective)) return after;
            i = denied.Last - 1;
        }

        return after;
    }

    // "dismissed the remarks as baseless".
    private static bool IsCalledUntrue(Clause clause, Mention denied) =>
        Enumerable.Range(denied.Last, 3).FirstOrDefault(at => clause.Lower(at) == "as", -1) is >= 0 and var how
        && Enumerable.Range(how + 1, 6).Select(clause.At).OfType<Token>().TakeWhile(token => token.Text is not ("." or ","))
            .Any(token => token.Is(Untrue));

    private static bool IsPronoun(Mention denied) =>
        denied.Kind == MentionKind.Pronoun || denied.Last - denied.First == 1 && denied.Head.Lower is "this" or "that" or "these" or "those";

    // "denied him entry": the object is who is refused something.
    private static bool IsGiven(Clause clause, Mention denied) => clause.Starting(denied.Last) is not null;

    private static bool IsReportOfWrong(Reading reading, Mention denied) =>
        reading.Clause.Lower(denied.Last) is "that" or "of"
        && Enumerable.Range(denied.Last, 12).Any(at => reading.Clause.At(at) is { } token
            && (token.Is(WrongThings) || token.Word?.Lemma is { } lemma && Lexicon.Shared.Lemma(lemma).Is(WrongDeeds)));

    // "an allegation the ministry's spokesman, Ana Ilić, dismissed": the noun before the office that the name stands in apposition to.
    private static bool IsAfterNoun(Clause clause, Mention name) =>
        clause.At(name.First - 1) is { Text: "," } && clause.Ending(name.First - 1) is { Kind: MentionKind.Description } office
        && clause.Ending(office.First) is { } noun && noun.Head.Is(Accusing);

    /// <summary>Whether a relative pronoun, or a noun that names an accusation, stands before the subject of a verb as its object.</summary>
    public static bool IsRelative(Reading reading, int verb)
    {
        var subject = reading.Subjects.Of(verb);
        return subject.Count > 0
            && (reading.Clause.At(subject[0].First - 1) is { } before && (before.Is(Relative) || before.Lower == "something")
                || reading.Clause.Ending(subject[0].First) is { } noun && noun.Head.Is(Accusing) || IsAfterNoun(reading.Clause, subject[0]));
    }

    private static bool IsAnswer(Reading reading, Cue cue) =>
        cue.Takes("denial") && reading.Recent.Any(act => act.Act != "DENY" && reading.Clause.Sentence.Index - act.Sentence.Index <= 1);

    // Whose accusation: Ukraine's claims, Russian and Syrian claims, accusations by the army.
    private static List<Party> Named(Reading reading, Mention denied, List<Party> deniers)
    {
        if (!denied.Head.Is(Accusing | Denied | Writing)) return [];
        List<Party> parties = [];
        if (denied.Possessor is { } possessor)
            parties.AddRange(reading.Parties.Of(possessor, false, deniers).Where(party => !party.IsUnresolved));
        else if (denied.State is { } state)
            foreach (var name in new[] { state }.Concat(denied.OtherStates)) parties.Add(reading.Parties.OfState(denied, name));
        else
        {
            // Accusations by, from, made by, that came from somebody.
            var by = Enumerable.Range(denied.Last, 8)
                .TakeWhile(at => at < denied.Last + 3 || reading.Clause.Covering(at) is not null
                    || reading.Clause.Lower(at) is "of" or "made" or "by")
                .FirstOrDefault(at => reading.Clause.Lower(at) is "by" or "from", -1);
            if (by >= 0 && reading.Clause.Starting(by + 1) is { } source && Parties.IsParty(source))
                parties.AddRange(reading.Parties.Of(source, false, deniers));
        }

        return [.. parties.Where(party => !deniers.Exists(party.IsSame))];
    }

    private static List<ReportedAct> Answered(
        Reading reading, int at, List<Party> deniers, List<Party> principals, Mention? denied, List<Party> named, (int First, int Last) matter)
    {
        // "an accusation that Cambodia denied" is one that its own sentence tells of.
        var isOwn = denied is null && matter.Last == 0;
        var open = reading.Recent.Where(act => act.Act != "DENY" && act.Accusers.Count > 0 && (!isOwn || act.Sentence == reading.Clause.Sentence)
            && !(act.Sentence == reading.Clause.Sentence && act.Cue > at)).ToList();
        var sides = deniers.Concat(principals).ToList();
        if (named.Count > 0) return [.. open.Where(act => act.Accusers.Any(accuser => named.Exists(accuser.IsSideOf))).Take(1)];
        var against = open.Where(act => act.Accused.Any(accused => sides.Exists(accused.IsSideOf))
            && !act.Accusers.Any(accuser => deniers.Exists(accuser.IsSame))).ToList();
        // "called this groundless": what was said last.
        if (IsThis(reading, denied, matter))
            return [.. against.Concat(open.Where(act => !act.Accusers.Any(accuser => sides.Exists(accuser.IsSame)))).Take(1)];
        if (against.Count > 0 && !DeniesDeedTo(reading, against[0], matter))
            return [.. against.TakeWhile(act => against[0].Sentence.Index - act.Sentence.Index <= 1)
                .DistinctBy(act => string.Join('|', act.Accusers.Select(accuser => accuser.Name)))];
        if (against.Count > 0) return [];
        var last = open.FirstOrDefault(act => !act.Accusers.Any(accuser => sides.Exists(accuser.IsSame))
            && reading.Clause.Sentence.Index - act.Sentence.Index <= 2 * Limits.MaxSentencesBack);
        if (last is null) return [];
        var isGeneral = denied is null
            ? matter.Last == 0 || reading.Clause.Tokens[matter.First..matter.Last].Any(token => token.Lower == "such")
            : IsPronoun(denied) || denied.Head.Is(Accusing)
                && reading.Clause.Lower(denied.First) is "the" or "these" or "this" or "those" or "that" or "such";
        if (isGeneral && last.Accused.Count > 0 && last.Accused.All(accused => accused.State is not null)
            && sides.Exists(side => side.State is not null) && reading.Clause.Sentence.Index - last.Sentence.Index > 1)
            return [];
        return isGeneral ? [last] : Similar(reading, open, matter, sides) is { } similar ? [similar] : [];
    }

    private static bool IsThis(Reading reading, Mention? denied, (int First, int Last) matter) =>
        denied is null && matter.Last == matter.First + 1 && reading.Clause.Lower(matter.First) is "that" or "this";

    // "denies killing Abakar": he who was killed is not the one whose accusation is denied.
    private static bool DeniesDeedTo(Reading reading, ReportedAct act, (int First, int Last) matter)
    {
        if (matter.Last <= matter.First || !reading.Clause.Tokens[matter.First].Is(VerbForm.Gerund)) return false;
        for (var i = matter.First; i < matter.Last; i++)
            if (reading.Clause.Tokens[i] is { IsCapital: true } name
                && act.Accusers.Any(accuser => accuser.Name.Contains(name.Text, StringComparison.Ordinal)))
                return true;
        return false;
    }

    // An act whose sentence has a rare word of what is denied.
    private static ReportedAct? Similar(Reading reading, List<ReportedAct> open, (int First, int Last) matter, List<Party> sides)
    {
        for (var i = matter.First; i < matter.Last; i++)
        {
            var word = reading.Clause.Tokens[i];
            if (word.Lower.Length < 5 || word.Is(Function | Determiner | Pronoun | Adverb | Body | Group | Role | Person | Accusing)
                || word.IsCapital)
                continue;
            if (open.Find(act => act.Sentence != reading.Clause.Sentence && !act.Accusers.Any(accuser => sides.Exists(accuser.IsSame))
                && act.Sentence.Tokens.Any(token => token.Lower == word.Lower)) is { } found) return found;
        }

        return null;
    }
}
