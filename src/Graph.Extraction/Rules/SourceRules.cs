using Graph.Extraction.Names;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>
/// Acts whose speaker is named as a source: <c>according to Kyiv</c>, <c>in the words of the ministry</c>, <c>in Lavrov's view</c>.
/// </summary>
internal static class SourceRules
{
    /// <summary>The act of a word that names a source; empty where it reports none, with a reason where it names one.</summary>
    public static List<ReportedAct> Apply(Reading reading, int at, Cue cue, ref Guard? refused)
    {
        var clause = reading.Clause;
        // A view, an account, words of nobody in particular: no source, and nothing to tell.
        if (Source(clause, at, out var first) is not { Kind: not MentionKind.Pronoun } named || !Parties.IsParty(named)) return [];
        if (clause.Tokens[at].Quoted) return Guards.Refuse(Guard.QuoteAboutPast, ref refused);
        if (clause.Sentence.IsQuestion) return Guards.Refuse(Guard.Question, ref refused);
        var source = StatementRules.Named(clause, named);
        var (speakers, principals) = reading.Speakers([source]);
        // Witnesses and the police relay what happened; so do outlets.
        if (speakers.Count == 0 || Guards.IsRelay(speakers) || Guards.IsCourt(clause) || clause.Tokens.Any(token => token.Is(Sport))
            || source is { HasName: false } && source.Head.Is(Group | Writing | Court))
            return Guards.Refuse(Guard.NoParty, ref refused);
        var from = first <= clause.First + 1 ? reading.Parties.Span(source).Last : clause.First;
        if (Charges.Clause(reading, from, clause.Tokens.Length, [.. speakers, .. principals], anyDeed: false) is not { Accused.Count: > 0 } charge)
            return Guards.Refuse(Guard.NoParty, ref refused);
        var act = VerbRules.Make(
            reading, at, cue, "statement", speakers, charge.Accused, principals, (charge.Verb, reading.Objects.MatterEnd(charge.Verb)));
        return [act with { Act = charge.IsDeed ? cue.Act : "CRITICIZE", IsHedged = charge.IsHedged, IsStatement = true, Confidence = 0.65 }];
    }

    // Who is named, and the first token of what names the source.
    private static Mention? Source(Clause clause, int at, out int first)
    {
        first = at;
        if (clause.Lower(at) == "according") return clause.Lower(at + 1) == "to" ? clause.Starting(at + 2) : null;
        var phrase = clause.Covering(at);
        first = (phrase?.First ?? at) - 1;
        if (clause.Lower(first) is not ("in" or "by" or "from" or "to")) return null;
        return phrase?.Possessor ?? (clause.Lower(at + 1) == "of" ? phrase?.Of ?? clause.Starting(at + 2) : null);
    }
}
