using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Names;

/// <summary>Tells verbs from nouns and adjectives that are spelt alike, by the words beside them.</summary>
internal static class VerbSense
{
    /// <summary>Whether a token is a verb, if a noun phrase has begun at <paramref name="first"/>.</summary>
    public static bool IsVerb(Token[] tokens, int at, int first)
    {
        var token = tokens[at];
        var before = at > 0 ? tokens[at - 1] : null;
        if (token.Word is not { Lemma: not null } word) return false;
        // “ideologised” lawmakers: a word in quotation marks before a noun.
        if (before is { IsQuote: true } && at + 2 < tokens.Length && tokens[at + 1].IsQuote && token.Is(VerbForm.Participle)
            && tokens[at + 2].Is(Nominal) && !tokens[at + 2].IsCapital)
            return false;
        if (token.IsCapital && at > 0 && !(before!.IsQuote && at == 1)) return false;
        if (before is not null && (before.Is(Modal) || before.Lower == "to" || before.Lower is "do" or "does" or "did" or "not")) return true;
        // Trying to “sabotage” it; A and B both accused C.
        if (before is { IsQuote: true } && at > 1 && (tokens[at - 2].Is(Modal) || tokens[at - 2].Lower == "to")) return true;
        if (before is { Lower: "both" or "all" or "each" } && at > 1 && (tokens[at - 2].IsCapital || tokens[at - 2].Is(Nominal)))
            return token.Is(VerbForm.Past | VerbForm.Third | VerbForm.Base);
        // "the unprovoked shooting by".
        if (token.Is(VerbForm.Gerund) && at > first && first >= 0 && tokens[first].Is(Determiner) && at + 1 < tokens.Length
            && tokens[at + 1].Lower is "by" or "of")
            return false;
        if (token.Is(VerbForm.Gerund)) return !IsPhraseOpen(before) || before!.Is(Preposition);
        if (!token.Is(VerbForm.Base | VerbForm.Third))
            return !IsPhraseOpen(before) && !(at > first && before!.Is(Adjective) && !before.Is(Nominal))
                || !IsNounAfter(tokens, at) && !(at > first && before!.Is(Determiner | Possessive));
        if (token.Is(VerbForm.Past) && at > first && !IsPhraseOpen(before)) return true;
        if (IsPhraseOpen(before)) return false;
        if (!word.Is(Nominal | Adjective)) return at > first || before is null || !before.Is(Preposition) || token.Is(VerbForm.Third);
        return IsSpokenBy(tokens, at, before);
    }

    // Whether a noun is to come: after an article, a possessive, an adjective, a number.
    private static bool IsPhraseOpen(Token? before) =>
        before is not null && (before.Is(Determiner | Possessive) && before.Lower != "that" || before.IsPossessive || before.IsNumber
            || before.Is(Adjective) && !before.Is(Nominal) && !before.IsCapital
            || before.Is(Preposition) && before.Lower != "to" && !before.Is(Subordinator));

    private static bool IsNounAfter(Token[] tokens, int at) =>
        at + 1 < tokens.Length && tokens[at + 1] is { IsWord: true } after && !after.Is(Function | Determiner | Pronoun | Possessive | Adverb)
        && (after.IsCapital || after.Is(Nominal | Adjective) || after.Word is null && !after.Lower.EndsWith("ly", StringComparison.Ordinal));

    // A word that may be a noun is a verb after its subject, if what follows begins an object or a clause.
    private static bool IsSpokenBy(Token[] tokens, int at, Token? before)
    {
        var token = tokens[at];
        var after = at + 1 < tokens.Length ? tokens[at + 1] : null;
        // "Medinsky, it says, charges Ukraine": after what is inserted.
        if (before is null || !before.IsWord)
            return before is { Text: ")" } || before is { Text: "," } && token.Is(VerbForm.Third) && after is { IsCapital: true };
        var isObject = after is not null
            && (after.Is(Determiner | Pronoun | Possessive | Subordinator | Former | Role | Accusing) || after.IsCapital || after.IsQuote);
        if (before.Is(Pronoun)) return true;
        if (before.Is(Relative)) return true;
        if (token.Is(VerbForm.Third))
            return (isObject || before.IsCapital && after is { IsWord: true, Word: null })
                && (before.IsCapital || before.Is(Body | Role | Title | Person | Media));
        return isObject && (before.Is(Group) || before.IsCapital || before.Lower.EndsWith('s') || before.Is(Conjunction | Adverb));
    }
}
