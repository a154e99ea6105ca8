using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>Finds who does what a participle or an infinitive says, which has no subject of its own.</summary>
internal static class SharedSubjects
{
    /// <summary>The subject of a participle or infinitive: that of the clause it depends on.</summary>
    public static List<Mention> Participle(Reading reading, VerbGroup group)
    {
        var clause = reading.Clause;
        // "the minister accusing Kyiv of": the phrase right before it, where no verb has come yet.
        if (group.IsGerund && clause.Ending(group.First) is { } direct && reading.Subjects.Shared(group.First) is { Count: 0 })
            return reading.Subjects.Expand(direct);
        // "quoted Miroshnik as saying": whose words they are.
        if (group.IsGerund && clause.Lower(group.First - 1) == "as" && Quoted(reading, group.First - 1) is { } quoted) return [quoted];
        // "Accusing the West of hypocrisy, Lavrov left": the subject of the first verb after it.
        if (group.IsGerund && group.First == clause.First) return Opened(reading, group.Verb);
        return reading.Subjects.Shared(group.First, group.IsGerund && clause.At(group.First - 1) is { } before && before.Is(WordClass.Preposition));
    }

    // The subject after the comma that ends what a participle opens the sentence with.
    private static List<Mention> Opened(Reading reading, int participle)
    {
        var clause = reading.Clause;
        for (var i = participle + 1; i < clause.Tokens.Length; i++)
            if (reading.Subjects.IsVerb(i) && VerbGroup.Of(clause, i).IsFinite && reading.Subjects.Of(i) is { Count: > 0 } later
                && clause.At(later[0].First - 1) is { Text: "," })
                return later;
        // "Condemned by Paris, Niger's decision to free the suspects stands": what follows the last comma before a verb.
        for (var i = participle + 1; i < clause.Tokens.Length; i++)
            if (reading.Subjects.IsVerb(i) && VerbGroup.Of(clause, i).IsFinite)
            {
                var comma = Array.FindLastIndex(clause.Tokens, i, i - participle, token => token.Text == ",");
                if (comma > 0 && clause.Starting(comma + 1) is { } after) return [after];
            }

        return reading.Subjects.Shared(VerbGroup.Of(clause, participle).First);
    }

    private static Mention? Quoted(Reading reading, int before)
    {
        var clause = reading.Clause;
        for (var i = before - 1; i >= clause.First; i--)
            if (clause.Tokens[i].Word is { Lemma: "quote" or "cite" } && reading.Subjects.IsVerb(i))
                return VerbGroup.Of(clause, i).IsPassive ? null : clause.Starting(i + 1);
        return null;
    }

    /// <summary>Whom a participle of a passive describes: <c>the minister, accused of theft, …</c>.</summary>
    public static List<Mention> Bare(Reading reading, int at)
    {
        var clause = reading.Clause;
        var before = at;
        while (clause.At(before - 1) is { } adverb && adverb.Is(Adverb)) before--;
        if (clause.At(before - 1) is { Text: "," }) before--;
        if (clause.Ending(before) is { } mention) return reading.Subjects.Expand(mention);
        return before == clause.First ? Opened(reading, at) : reading.Subjects.Shared(at);
    }
}
