using Graph.Extraction.Names;
using Graph.Extraction.Text;

namespace Graph.Extraction.Rules;

/// <summary>Applies the rules to each word of a sentence that may report an act.</summary>
internal static class SentenceRules
{
    /// <summary>Adds the acts of a sentence to those of the text.</summary>
    public static void Apply(Reading reading, List<Extractor.Refusal> refused)
    {
        var clause = reading.Clause;
        List<ReportedAct> found = [];
        // "We condemn it," the bishops said: whose words they are, the end of the sentence tells.
        if (clause.Tokens.Any(token => token.Quoted && token.Lower is "we" or "i" or "our" or "us") && Speaker(reading) is { } speaker)
            reading.Discourse.LastSpeaker = speaker;
        for (var at = clause.First; at < clause.Tokens.Length; at++)
        {
            Guard? reason = null;
            var acts = Cue(reading, at, ref reason);
            if (acts is null) continue;
            if (acts.Count == 0 && reason is not null) refused.Add(new(clause.Sentence, clause.Tokens[at], reason.Value));
            foreach (var act in acts)
            {
                if (act.Accusers.Count == 0 && act.Accused.Count == 0) continue;
                if (found.Exists(other => SpellsOut(other, act) || SpellsOut(act, other) && other.IsStatement)) continue;
                found.Add(act);
                reading.Acts.Add(act);
            }
        }

        AnswerLater(reading, found);
    }

    private static Party? Speaker(Reading reading)
    {
        for (var at = reading.Clause.First; at < reading.Clause.Tokens.Length; at++)
            if (!reading.Clause.Tokens[at].Quoted && CueTable.Shared.Verb(reading.Clause, at) is { } cue && cue.Takes("say")
                && reading.Subjects.IsVerb(at) && StatementRules.Subject(reading, at) is { Count: > 0 } subject)
                return reading.Speakers(subject).Parties.Find(party => !party.IsUnresolved);
        return null;
    }

    // "Iran denies involvement in the attack, for which the United States blames Tehran": what is denied may follow.
    private static void AnswerLater(Reading reading, List<ReportedAct> found)
    {
        foreach (var denial in found.Where(act => act is { Act: "DENY", Accused.Count: 0, Answers.Count: 0 }))
        {
            var later = found.Find(act => act.Act != denial.Act && act.Cue > denial.Cue && act.Accusers.Count > 0
                && !act.Accusers.Any(accuser => denial.Accusers.Any(accuser.IsSideOf))
                && act.Accused.Any(accused => denial.Accusers.Any(accused.IsSideOf)));
            if (later is null) continue;
            var place = reading.Acts.FindLastIndex(act => ReferenceEquals(act, denial));
            reading.Acts[place] = denial with { Accused = later.Accusers, Answers = [later] };
        }
    }

    // Null where the word reports nothing.
    private static List<ReportedAct>? Cue(Reading reading, int at, ref Guard? reason)
    {
        var clause = reading.Clause;
        if (CueTable.Shared.Source(clause, at) is { } source) return SourceRules.Apply(reading, at, source, ref reason);
        if (CueTable.Shared.Noun(clause, at) is { } noun && clause.Covering(at) is not null) return NominalRules.Apply(reading, at, noun, ref reason);
        if (CueTable.Shared.Verb(clause, at) is not { } cue || clause.Tokens[at].IsCapital) return null;
        if (clause.Covering(at) is not null && !clause.Tokens[at].Is(VerbForm.Past)) return null;
        if (cue.Takes("say") || cue.Takes("name")) return StatementRules.Apply(reading, at, cue, ref reason);
        return cue.Takes("denial") ? DenialRules.Apply(reading, at, cue, ref reason) : VerbRules.Apply(reading, at, cue, ref reason);
    }

    // A clause of speech that only spells out another act of the same speaker and the same target; or the same denial said twice.
    private static bool SpellsOut(ReportedAct act, ReportedAct statement) =>
        act != statement && (statement.IsStatement || statement.Act == "DENY" && act.Act == "DENY")
        && act.Accusers.Any(accuser => statement.Accusers.Any(accuser.IsSame))
        && (act.Act == "DENY" && statement.Act == "DENY" || act.Act != "DENY" && act.Accused.Any(accused => statement.Accused.Any(accused.IsSideOf)));
}
