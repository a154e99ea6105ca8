using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>Denials in other words: somebody says that his side has not done what is wrong, or what it was just accused of.</summary>
internal static class PlainDenials
{
    /// <summary>Sentences back in which the accusation stands.</summary>
    private const int Back = 2;

    /// <summary>The denial that a clause of speech makes, or null.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="at">The verb of saying.</param>
    /// <param name="cue">What it reports.</param>
    /// <param name="from">The first token of what is said.</param>
    /// <param name="until">The token after its last.</param>
    /// <param name="speakers">Who says it.</param>
    /// <param name="principals">For whom.</param>
    public static ReportedAct? Find(Reading reading, int at, Cue cue, int from, int until, List<Party> speakers, List<Party> principals)
    {
        var clause = reading.Clause;
        List<Party> sides = [.. speakers, .. principals];
        until = Math.Min(until, clause.Tokens.Length);
        if (IsNotTrue(clause, from, until) && Accusation(reading, sides) is not null)
            return DenialRules.Make(reading, at, cue, "statement", speakers, principals, null, (from, Math.Min(from + 1, until)));
        for (var i = Math.Max(from, clause.First); i < until; i++)
        {
            if (!reading.Subjects.IsVerb(i) || VerbGroup.Of(clause, i) is not { IsFinite: true, Modal: null } group || i == at) continue;
            var subject = reading.Subjects.Of(i);
            if (subject.Count == 0 || subject[0].First < from || subject[0].First >= until) continue;
            var isNobody = subject[0].Head.Lower is "nobody" or "none" or "no-one" || clause.Lower(subject[0].First) == "no";
            var isNegated = group.IsNegated || clause.At(i + 1) is { } next && next.Is(Negation) || clause.Lower(i + 1) == "nothing";
            // Only the first clause: what follows it is not what is denied.
            if (!isNobody && !isNegated) return null;
            List<Party> deniers = isNobody ? [] : reading.Parties.Of(subject, true);
            var isOwn = subject[0].Kind == MentionKind.Pronoun && subject[0].Head.Lower is "we" or "i"
                || deniers.Exists(denier => sides.Exists(denier.IsSideOf));
            // Who was accused just before is defended by whoever says that it is not so.
            var accusation = Accusation(reading, [.. sides, .. deniers]);
            if (!isOwn && (accusation is null || !isNobody && !accusation.Accused.Any(accused => deniers.Exists(accused.IsSideOf)))) return null;
            var isWrong = Deeds.IsWrong(reading, i, until) || Lexicon.Shared.Lemma(clause.Tokens[i].Word!.Lemma!).Is(HoldsBack)
                || clause.Lower(i + 1) == "nothing" && clause.Lower(i + 3) == "do";
            if (!isWrong && (accusation is null || !IsAbout(clause, i, until, accusation))) return null;
            var matter = (subject[0].First, Math.Min(until, reading.Objects.MatterEnd(i)));
            var denial = DenialRules.Make(reading, at, cue, "statement", speakers, principals, null, matter);
            return accusation is null || denial.Accused.Count > 0 ? denial : denial with { Accused = accusation.Accusers, Answers = [accusation] };
        }

        return null;
    }

    /// <summary>Whether somebody, or his side, was accused just before.</summary>
    public static ReportedAct? Accusation(Reading reading, List<Party> sides) =>
        reading.Recent.TakeWhile(act => reading.Clause.Sentence.Index - act.Sentence.Index <= Back)
            .FirstOrDefault(act => act.Act != "DENY" && act.Accused.Any(accused => sides.Exists(accused.IsSideOf))
                && !act.Accusers.Any(accuser => sides.Exists(accuser.IsSame)));

    // "That is not true."
    private static bool IsNotTrue(Clause clause, int from, int until)
    {
        while (from < until && clause.Tokens[from].IsQuote) from++;
        return clause.Lower(from) is "that" or "this" or "it" && clause.At(from + 1) is { Word.Lemma: "be" } && clause.Lower(from + 2) is "not"
            && from + 3 < until && clause.Lower(from + 3) is "true" or "so" or "correct" or "right";
    }

    // "It has not"; or what is denied has a word of the accusation in it: no migrant was beaten.
    private static bool IsAbout(Clause clause, int verb, int until, ReportedAct accusation)
    {
        if (clause.Tokens[verb].Is(Auxiliary) && clause.At(verb + 1) is { } not && not.Is(Negation) && clause.At(verb + 2) is { IsWord: false })
            return true;
        var alleged = accusation.Matter.Last > accusation.Matter.First
            ? accusation.Sentence.Tokens[accusation.Matter.First..Math.Min(accusation.Matter.Last, accusation.Sentence.Tokens.Length)]
            : accusation.Sentence.Tokens;
        return Enumerable.Range(verb, until - verb).Any(at => Stem(clause.Tokens[at]) is { } stem
            && alleged.Any(word => Stem(word) is { } other
                && (other.StartsWith(stem, StringComparison.Ordinal) || stem.StartsWith(other, StringComparison.Ordinal))));
    }

    // The base form of a verb, or the first letters of another word that means something.
    private static string? Stem(Token token) =>
        !token.IsWord || token.IsWritten || token.Lower.Length < 4 || token.Is(Function | Determiner | Pronoun | Adverb | Time | Auxiliary) ? null
        : token.Word?.Lemma ?? token.Lower[..Math.Min(5, token.Lower.Length)];
}
