using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>A verb with its auxiliaries and adverbs: <c>has not publicly accused</c>.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Verb">Index of the verb itself.</param>
internal sealed record VerbGroup(int First, int Verb)
{
    /// <summary>Whether it says that something is not done.</summary>
    public bool IsNegated { get; private init; }

    /// <summary>The modal in it in lower case (would, may), or null.</summary>
    public string? Modal { get; private init; }

    /// <summary>Whether it stands after "to".</summary>
    public bool IsInfinitive { get; private init; }

    /// <summary>Whether it is an -ing form without an auxiliary.</summary>
    public bool IsGerund { get; private init; }

    /// <summary>Whether its subject suffers what it says.</summary>
    public bool IsPassive { get; private init; }

    /// <summary>Whether it has a form of have.</summary>
    public bool IsPerfect { get; private init; }

    /// <summary>Whether it has a subject of its own: a present or past form, or a participle with its auxiliary.</summary>
    public bool IsFinite { get; private init; }

    /// <summary>The group of a verb.</summary>
    public static VerbGroup Of(Clause clause, int verb)
    {
        var tokens = clause.Tokens;
        var first = verb;
        while (first > 0 && (Belongs(clause, first - 1) || first > 1 && tokens[first - 1].IsQuote && Belongs(clause, first - 2))) first--;
        while (first < verb && tokens[first].Is(Adverb) && !tokens[first].Is(Auxiliary | Negation)) first++;
        var group = tokens[first..verb];
        var hasBe = group.Any(token => token.Is(Be) || token.IsPossessive);
        var hasHave = group.Any(token => token.Is(Have));
        var infinitive = verb > 0 && group.Any(token => token.Lower == "to");
        var itself = tokens[verb];
        return new(first, verb)
        {
            IsNegated = group.Any(token => token.Is(Negation)),
            Modal = group.FirstOrDefault(token => token.Is(WordClass.Modal))?.Lower,
            IsInfinitive = infinitive,
            IsGerund = itself.Is(VerbForm.Gerund) && !hasBe && !hasHave
                || group.Any(token => token.Lower is "being" or "having")
                    && !group.Any(token => token.Is(Be) && token.Lower is not ("being" or "been")),
            IsPassive = hasBe && itself.Is(VerbForm.Participle) && !itself.Is(Be),
            IsPerfect = hasHave,
            IsFinite = !infinitive
                && (group.Any(token =>
                        token.Is(Be | Have | WordClass.Modal | Auxiliary) && token.Lower is not ("being" or "having" or "been" or "be"))
                    || itself.Is(VerbForm.Past | VerbForm.Third | VerbForm.Base) && !group.Any(token => token.Lower is "being" or "having")),
        };
    }

    private static bool Belongs(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (token.IsQuote) return false;
        if (token.IsPossessive) return at > 0 && clause.Tokens[at - 1].Is(Pronoun);
        if (token.Lower == "to") return true;
        if (clause.Covering(at) is { } phrase && phrase.Kind != MentionKind.Pronoun && !token.Is(Auxiliary)) return false;
        return token.Is(Adverb | Negation | Auxiliary | WordClass.Modal) && !token.Is(Determiner) && !(token.Is(Subordinator) && !token.Is(Adverb))
            && token.Lower != "without";
    }
}
