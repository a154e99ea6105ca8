using Graph.Extraction.Names;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>Acts that a passive reports, with those who act after "by" or without them.</summary>
internal static class PassiveRules
{
    /// <summary>The acts of a passive, or of a participle that stands alone (<paramref name="isBare"/>).</summary>
    public static List<ReportedAct> Apply(Reading reading, int at, Cue cue, VerbGroup group, bool isBare, ref Guard? refused)
    {
        var clause = reading.Clause;
        if (Guards.Unreal(clause, group) is { } unreal) return Guards.Refuse(unreal, ref refused);
        // "was held in Geneva", "was laid to rest": only with what makes it an act.
        if (cue.Takes("blame-on") || cue.Takes("wrong") || cue.Takes("responsible") && !VerbRules.IsResponsible(clause, at + 1))
            return Guards.Refuse(Guard.OtherSense, ref refused);
        var agents = reading.Objects.Agents(at, reading.Subjects, out _);
        var subject = isBare ? SharedSubjects.Bare(reading, at)
            : group.IsGerund || group.IsInfinitive ? SharedSubjects.Participle(reading, group)
            : reading.Subjects.Of(at);
        // "a bombing blamed on the rebels", "the raid was blamed by Chad on the army"; but "Chad was blamed on social media".
        if (cue.Takes("on") && !subject.Exists(Parties.IsParty) && BlamedOn(clause, at) is { } on)
            return
            [
                VerbRules.Make(reading, at, cue, agents.Count > 0 ? "passive-agent" : "passive-bare", reading.Speakers(agents).Parties,
                    reading.Parties.Of(reading.Objects.Of(on.First, static _ => false, out _), false), [], (0, 0)) with { Confidence = 0.75 },
            ];
        if (subject.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        if (Guards.IsPastQuote(reading, at, subject)) return Guards.Refuse(Guard.QuoteAboutPast, ref refused);
        // "protesters accused of vandalism" are suspects; "the party, accused of fraud, …" need not be.
        var isPerson = subject[0].Kind == MentionKind.Description && (subject[0].Head.Is(Person | Court)
            || isBare && subject[0].Head.Is(Group | Role) && !subject[0].Head.Is(Craft) && clause.Ending(at) is not null);
        if (agents.Count == 0 && (cue.Takes("court") || isPerson || subject[0].Head.Is(Court) || isBare && IsSanctioned(clause, at)))
            return Guards.Refuse(Guard.Court, ref refused);
        if (agents.Count == 0 && Guards.IsCourt(clause) && (isBare || subject[0].Names is NameKind.Person or NameKind.Unknown))
            return Guards.Refuse(Guard.Court, ref refused);
        if (cue.Takes("clause")) return Guards.Refuse(Guard.Court, ref refused);
        var accused = cue.Takes("deed") || cue.Takes("thing")
            ? [.. subject.SelectMany(mention => reading.Parties.Responsible(mention, []))]
            : reading.Parties.Of(subject.Where(mention => mention.Kind != MentionKind.Thing), true);
        if (accused.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        var (accusers, principals) = reading.Speakers(agents);
        var matter = MatterOfPassive(reading, at, cue);
        var (rule, confidence) = agents.Count > 0 ? ("passive-agent", 0.9) : ("passive-bare", 0.75);
        return [VerbRules.Make(reading, at, cue, rule, accusers, accused, principals, matter) with { Confidence = confidence }];
    }

    private static bool IsSanctioned(Clause clause, int at) =>
        clause.Tokens.Take(at).Any(token => token.Lower is "sanctions" or "sanction" or "sanctioned");

    private static (int First, int Last) MatterOfPassive(Reading reading, int at, Cue cue)
    {
        var clause = reading.Clause;
        for (var i = at + 1; i < clause.Tokens.Length && i < at + 20; i++)
        {
            if (clause.Covering(i) is not null || !cue.Takes(clause.Lower(i)) && clause.Lower(i) != "of") continue;
            var end = reading.Objects.MatterEnd(i + 1);
            for (var by = i + 1; by < end; by++)
                if (clause.Lower(by) == "by" && clause.Starting(by + 1) is { Kind: not MentionKind.Thing } agent && Parties.IsParty(agent)) end = by;
            return (i + 1, end);
        }

        return (0, 0);
    }

    // Whom what was done "was blamed on", perhaps "by" somebody.
    private static Mention? BlamedOn(Clause clause, int at)
    {
        for (var i = at + 1; i < at + 10 && clause.At(i) is { } token && token.Text is not ("," or ";" or "."); i++)
            if (token.Lower == "on" && clause.Covering(i) is null && clause.Starting(i + 1) is { Kind: not MentionKind.Pronoun } blamed)
                return Parties.IsParty(blamed) ? blamed : null;
        return null;
    }
}
