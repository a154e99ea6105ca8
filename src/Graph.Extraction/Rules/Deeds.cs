using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>Tells whether what a clause says that its subject does is wrong, on its face or between opponents.</summary>
internal static class Deeds
{
    /// <summary>Tokens after a verb in which what it does is looked for.</summary>
    private const int Within = 8;

    /// <summary>Whether a deed is wrong whoever does it: attack, steal, break a truce, go on shelling.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="group">Its group.</param>
    /// <param name="until">The token after the last of the clause.</param>
    public static bool IsWrong(Reading reading, int verb, VerbGroup group, int until)
    {
        var lemma = Lexicon.Shared.Lemma(reading.Clause.Tokens[verb].Word!.Lemma!);
        return group.IsNegated ? lemma.Is(Fails) : IsWrong(reading, verb, until);
    }

    /// <summary>Whether a deed would be wrong if it was done: the negation of its verb is not looked at.</summary>
    public static bool IsWrong(Reading reading, int verb, int until)
    {
        var clause = reading.Clause;
        var lemma = Lexicon.Shared.Lemma(clause.Tokens[verb].Word!.Lemma!);
        if (lemma.Is(WrongDeeds) || Idioms.BeginsAt(clause, verb, until, ofOpponents: false)) return true;
        if (lemma.Text is "open" or "fire" or "direct" && Ahead(clause, verb, until).Any(token =>
                token.Lower is "fire" or "first" or "on" or "at" or "into" or "rockets" or "missiles" or "shots"))
            return clause.Lower(verb + 1) is "fire" || lemma.Text == "fire";
        if (lemma.Is(Carries) && Ahead(clause, verb, until).Any(token => token.Is(WrongThings))) return true;
        if (lemma.Text is "spread" or "publish" or "repeat" && Ahead(clause, verb, until).Any(token => token.Is(Untrue))) return true;
        if (lemma.Text is "want" or "choose" && clause.Starting(verb + 1) is { } wanted && wanted.Head.Is(WrongThings)) return true;
        if (lemma.Text == "break" && Ahead(clause, verb, until).Any(token => token.Is(Pacts))) return true;
        return IsStep(lemma) && Inner(reading, verb, until) is { } inner && IsWrong(reading, inner, VerbGroup.Of(clause, inner), until)
            || lemma.Text is "fail" or "refuse" or "decline" && clause.Lower(verb + 1) == "to" && clause.At(verb + 2)?.Word?.Lemma is { } failed
                && Lexicon.Shared.Lemma(failed).Is(Fails);
    }

    /// <summary>
    /// Whether a deed is wrong of an opponent: to delay the talks, to want no ceasefire, to look for a pretext, to arm rebels. Of others it may be
    /// mere news.
    /// </summary>
    public static bool IsWrongOfOpponents(Reading reading, int verb, VerbGroup group, int until)
    {
        var clause = reading.Clause;
        var lemma = Lexicon.Shared.Lemma(clause.Tokens[verb].Word!.Lemma!);
        var ahead = Ahead(clause, verb, until).ToList();
        if (!group.IsNegated && (Idioms.BeginsAt(clause, verb, until, ofOpponents: true)
                || lemma.Is(Finds) && ahead.Exists(token => token.Is(Pretexts)) || lemma.Is(Equips) && ahead.Exists(token => token.Is(Outlaws))))
            return true;
        if (!group.IsNegated && IsStep(lemma) && Inner(reading, verb, until) is { } inner
            && IsWrongOfOpponents(reading, inner, VerbGroup.Of(clause, inner), until))
            return true;
        var owed = ahead.FindIndex(token => token.Is(Owed));
        if (owed < 0) return false;
        var negation = ahead.FindIndex(token => token.Is(Negation));
        var isNegated = group.IsNegated || negation >= 0 && negation < owed;
        if (!isNegated && lemma.Is(HoldsBack)) return true;
        // Wants no ceasefire, is not interested in talks, shows no will to negotiate.
        return isNegated && (lemma.Is(Intends) || ahead[..owed].Exists(token => token.Is(Intends)));
    }

    // A verb that leads to another, which says what is done: tries to derail, goes on shelling, pays them to spy.
    private static bool IsStep(Word lemma) =>
        lemma.Text is "try" or "attempt" or "aim" or "seek" or "want" or "continue" or "begin" or "keep" or "start" or "use" or "go" or "carry"
            or "hire" or "recruit" or "pay" or "order" or "instruct" or "train" or "help" or "send" or "do" or "dare" or "proceed" or "persist";

    private static int? Inner(Reading reading, int verb, int until)
    {
        for (var i = verb + 1; i < until && i < verb + 7; i++)
        {
            var token = reading.Clause.Tokens[i];
            if (token.Text is "," or ";" or ":") return null;
            if (token.Word?.Lemma is not null && reading.Clause.Covering(i) is null && !token.Is(Auxiliary)
                && token.Is(VerbForm.Base | VerbForm.Gerund))
                return i;
        }

        return null;
    }

    private static IEnumerable<Token> Ahead(Clause clause, int verb, int until) =>
        Enumerable.Range(verb + 1, Within)
            .TakeWhile(at => at < until && at < clause.Tokens.Length && clause.Tokens[at].Text is not ("," or ";" or ":"))
            .Select(at => clause.Tokens[at]);
}
