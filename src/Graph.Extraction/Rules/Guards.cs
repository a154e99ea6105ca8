using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>What looks like an act and is none: each guard has its reason, which <c>--explain</c> tells.</summary>
internal static class Guards
{
    /// <summary>No act, with the reason.</summary>
    public static List<ReportedAct> Refuse(Guard reason, ref Guard? refused)
    {
        refused = reason;
        return [];
    }

    /// <summary>Why a verb reports nothing that was done, or null.</summary>
    public static Guard? Unreal(Clause clause, VerbGroup group)
    {
        if (group.IsNegated || IsWithout(clause, group)) return Guard.Negated;
        if (group.Modal is not null) return Guard.Hypothetical;
        if (clause.Sentence.IsQuestion && !clause.Tokens[group.Verb].Quoted) return Guard.Question;
        if (group.IsInfinitive && IsIntended(clause, group)) return Guard.Hypothetical;
        if (group.IsGerund && IsWithheld(clause, group.First - 1)) return Guard.Negated;
        return IsSupposed(clause, group) ? Guard.Hypothetical : null;
    }

    /// <summary>Why what a subject is said to do was not done: neither did, nobody did, had he done so; or null.</summary>
    public static Guard? Nobody(Clause clause, List<Mention> subject)
    {
        if (subject.Count == 0) return null;
        var first = subject[0].First;
        if (clause.Lower(first) is "neither" or "nobody" or "no" || clause.Lower(first - 1) == "neither") return Guard.Negated;
        return clause.Lower(first - 1) is "had" or "were" or "should" && (first - 1 == clause.First || clause.At(first - 2) is { IsWord: false })
            ? Guard.Hypothetical
            : null;
    }

    private static bool IsWithout(Clause clause, VerbGroup group) => clause.Lower(group.First - 1) is "without" or "not" or "never";

    // "refused to accuse", "threatened to blame"; but "went on to accuse", "used the speech to accuse".
    private static bool IsIntended(Clause clause, VerbGroup group)
    {
        for (var i = group.First - 1; i >= 0 && i >= group.First - 8; i--)
        {
            var token = clause.Tokens[i];
            if (token.Text is "," or ";" or ":") return i == group.First - 1;
            if (token.Word is not { Lemma: { } lemma } || clause.Covering(i) is not null && !token.Is(VerbForm.Past | VerbForm.Third)) continue;
            if (Lexicon.Shared.Lemma(lemma) is { } verb && verb.Is(Withholds)) return true;
            if (token.Is(Be) && clause.At(i + 1) is not { Word.Lemma: not null }) return true;
            return VerbGroup.Of(clause, i) is var governing && (governing.IsNegated || governing.Modal is not null);
        }

        return true;
    }

    private static bool IsWithheld(Clause clause, int at)
    {
        while (clause.At(at) is { } adverb && (adverb.Is(Adverb) || adverb.Lower is "from" or "of" or "short")) at--;
        return clause.At(at)?.Word is { Lemma: { } lemma } && lemma is "avoid" or "stop" or "refrain" or "consider" or "deny" or "risk" or "cease";
    }

    /// <summary>Whether a verb tells what somebody else is charged with: accused of denying, blamed for accusing.</summary>
    public static bool IsAlleged(Clause clause, VerbGroup group)
    {
        if (!group.IsGerund || clause.Lower(group.First - 1) is not ("of" or "for" or "with")) return false;
        var preposition = clause.Lower(group.First - 1);
        for (var i = group.First - 2; i >= clause.First && clause.Tokens[i].Text is not ("," or ";" or ":"); i--)
            if (clause.Covering(i) is null && CueTable.Shared.Verb(clause, i) is { } cue && cue.Takes(preposition)) return true;
        return false;
    }

    // A clause after if, whether or unless, of the same verb.
    private static bool IsSupposed(Clause clause, VerbGroup group)
    {
        for (var i = group.First - 1; i >= 0 && i >= group.First - 12; i--)
        {
            if (clause.Tokens[i].Text is "," or ";") return false;
            if (clause.Lower(i) is "if" or "whether" or "unless" or "lest") return true;
        }

        return false;
    }

    /// <summary>Whether a sentence speaks of courts, suspects and trials.</summary>
    public static bool IsCourt(Clause clause) => clause.Tokens.Any(token => token.Is(Court) && !token.IsCapital);

    /// <summary>Whether a verb stands in words that somebody else quotes or reports, who does not speak for its subject.</summary>
    public static bool IsPastQuote(Reading reading, int verb, List<Mention> subject)
    {
        var clause = reading.Clause;
        if (subject.Count == 0) return clause.Tokens[verb].Quoted;
        var isOwn = subject[0].Kind == MentionKind.Pronoun && subject[0].Head.Lower is "we" or "i";
        // He “accused Ukraine of …”: the words of the report, whose subject stands outside of the quotation marks.
        if (clause.Tokens[verb].Quoted && !clause.Tokens[subject[0].Last - 1].Quoted) return false;
        if (clause.Tokens[verb].Quoted) return !isOwn && clause.Tokens.Count(token => token.Quoted) > 6;
        var at = subject[0].First - 1;
        if (clause.Lower(at) == "that") at--;
        while (clause.At(at) is { } between && (reading.Objects.IsTime(at) || between.Is(Adverb))) at--;
        if (clause.Covering(at) is not null || clause.At(at)?.Word is not { Lemma: { } lemma } || Lexicon.Shared.Find(lemma) is not { } word
            || !word.Is(Asserts) || word.Is(Relays))
            return false;
        var speakers = reading.Speakers(reading.Subjects.Of(at)).Parties;
        if (speakers.Count == 0 || speakers[0].Kind == NameKind.Media) return false;
        var subjects = reading.Parties.Of(subject, true);
        return !subjects.Exists(party => speakers.Exists(party.IsSideOf) || subject[0].Kind == MentionKind.Pronoun) && speakers[0].State is not null
            || !subjects.Exists(party => speakers.Exists(party.IsSideOf)) && speakers[0].Kind == NameKind.Person && speakers[0].State is null
                && reading.Speakers(reading.Subjects.Of(at)).For.Count == 0;
    }

    /// <summary>Whether somebody only relays: an agency or outlet.</summary>
    public static bool IsRelay(List<Party> accusers) => accusers.Count > 0 && accusers.TrueForAll(party => party.Kind == NameKind.Media);
}
