using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Names;

/// <summary>Finds the noun phrases of a sentence. It has no grammar of English, but the words that phrases begin, end and are joined with.</summary>
internal sealed class MentionFinder(Token[] tokens, KnownNames names)
{
    private static readonly string[] AdjectiveEndings = ["an", "al", "ary", "ic", "ive", "ous", "ese", "ist", "ish"];

    private readonly (NameEntry Entry, int Length)?[] known = Known(tokens, names);

    /// <summary>The phrases, in their order; none overlaps another.</summary>
    public List<Mention> Find()
    {
        List<Mention> mentions = [];
        for (var i = 0; i < tokens.Length;)
        {
            var end = EndOf(i);
            if (end <= i)
            {
                i++;
                continue;
            }

            if (MentionShape.Of(tokens, known, i, end) is { } mention) mentions.Add(mention);
            i = end;
        }

        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            var of = tokens[mentions[i].Last].IsQuote ? mentions[i].Last + 1 : mentions[i].Last;
            if (tokens[of] is { Lower: "of" } && mentions[i + 1].First == of + 1) mentions[i].Of = mentions[i + 1];
        }
        return mentions;
    }

    private static (NameEntry Entry, int Length)?[] Known(Token[] tokens, KnownNames names)
    {
        var known = new (NameEntry, int)?[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord) continue;
            known[i] = names.At(tokens, i);
            if (known[i] is { } found) i += found.Item2 - 1;
        }

        return known;
    }

    // The index after a phrase that begins at a token; the index itself where none begins.
    private int EndOf(int i)
    {
        var token = tokens[i];
        if (!token.IsWord || token.IsPossessive) return i;
        // "On 20 July 2025 Thailand's army": the year is of the day.
        if (token.IsNumber && i > 0 && tokens[i - 1].Is(Month)) return i;
        if (token.Lower is "each" or "one" && i + 1 < tokens.Length && tokens[i + 1].Lower is "other" or "another") return i + 2;
        if (token.Lower == "the" && i + 1 < tokens.Length && IsPronominal(tokens[i + 1]) && !StartsNoun(i + 2)) return i + 2;
        if (token.Is(Pronoun) && !(token.Is(Possessive) && StartsPhrase(i + 1)) && !(token.Lower == "us" && token.IsAcronym)) return i + 1;
        if (known[i] is null && !token.Is(Determiner | Possessive) && (!CanStand(i, i) || IsVerbHere(i, i))) return i;
        if (token.Lower == "that" && !(i > 0 && tokens[i - 1].Is(Preposition) && i + 1 < tokens.Length && tokens[i + 1].Is(Nominal))) return i;
        if (token.Lower == "no" && i + 1 < tokens.Length && tokens[i + 1].Is(Adverb)) return i;
        var end = i;
        while (end < tokens.Length)
        {
            if (known[end] is { } name && (end == i || !BreaksBefore(end, i)))
            {
                end += name.Length;
                continue;
            }

            var next = Step(end, i);
            if (next == end) break;
            end = next;
        }

        // An article alone is no phrase; "both", "all" and "some" may be.
        while (end > i + 1 && tokens[end - 1].Is(Determiner | Conjunction | Preposition) && known[end - 1] is null
            && !tokens[end - 1].IsCapital)
            end--;
        return end == i + 1 && token.Is(Determiner | Possessive) && !token.Is(Nominal) && !IsAlone(token) ? i : end;
    }

    // The other, the two, the three: who was spoken of, where no noun follows.
    private static bool IsPronominal(Token token) =>
        token.Lower is "other" or "others" or "two" or "three" or "four" or "latter" or "former" or "pair";

    private bool StartsNoun(int at) =>
        at < tokens.Length && tokens[at].IsWord && !tokens[at].Is(Function) && CanStand(at, at) && !IsVerbHere(at, at - 1);

    private static bool IsAlone(Token token) => token.Lower is "both" or "some" or "many" or "others" or "this" or "these" or "those";

    private int Step(int at, int first)
    {
        var token = tokens[at];
        if (token.IsPossessive) return at > first && StartsPhrase(at + 1) ? at + 1 : at;
        if (token.IsQuote) return at > first && IsScareQuote(at) ? at + 1 : at;
        if (!token.IsWord)
            return token.Text is "/" or "&" && at + 1 < tokens.Length && at > first && tokens[at + 1].IsCapital ? at + 1 : at;
        if (at == first) return at + 1;
        if (token.Is(Determiner) && !token.IsNumber && !tokens[at - 1].Is(Determiner | Possessive)) return at;
        if (token.Is(Determiner) && token.Lower is "the" or "these" or "those" or "of" && !tokens[at - 1].Is(Determiner)) return at;
        // Ursula von der Leyen, Cristina Fernández de Kirchner: small words between parts of a name.
        if (token.Is(Particle) && JoinsParts(at)) return at + 1;
        // "Yemen's internationally recognised government".
        if (token.Is(Adverb) && IsOfParticiple(at)) return at + 2;
        if (token.Is(Conjunction)) return JoinsDemonyms(at) || JoinsAdjectives(at) ? at + 1 : at;
        if (token.Lower == "of" && JoinsName(at, first) is var joined && joined > at) return joined;
        if (token.Lower == "for" && at + 1 < tokens.Length && tokens[at - 1].IsCapital && tokens[at - 1].Is(Body) && tokens[at + 1].IsCapital)
            return at + 1;
        return CanStand(at, first) && !BreaksBefore(at, first) && !IsVerbHere(at, first) ? at + 1 : at;
    }

    private bool IsOfParticiple(int at) =>
        at > 0 && at + 2 < tokens.Length && (tokens[at - 1].IsPossessive || tokens[at - 1].Is(Determiner | Possessive))
        && tokens[at + 1].Is(VerbForm.Participle)
        && (tokens[at + 2].Is(Nominal) || tokens[at + 2].IsCapital || known[at + 2] is not null);

    private bool JoinsParts(int at)
    {
        var after = at + 1;
        while (after < tokens.Length && tokens[after].Is(Particle)) after++;
        return after < tokens.Length && tokens[after].IsCapital && known[after] is null
            && (at == 0 ? tokens[at].IsWritten : tokens[at - 1].IsCapital || tokens[at - 1].Is(Particle));
    }

    private bool StartsPhrase(int at) =>
        at < tokens.Length
        && (tokens[at].IsQuote && at + 1 < tokens.Length
            ? StartsPhrase(at + 1)
            : tokens[at].IsWord && (CanStand(at, at) && !tokens[at].Is(Determiner) || tokens[at].Is(Adverb) && IsOfParticiple(at)));

    // Whether a word may stand in a noun phrase.
    private bool CanStand(int at, int first)
    {
        var token = tokens[at];
        if (known[at] is not null) return true;
        if (token.Is(Function | Pronoun | Possessive)) return false;
        if (token.Is(Be | Have)) return false;
        if (token.Is(Adverb)) return token.Is(Adjective | Role) && at > first;
        if (token.Is(Weekday) || token.Is(Month) && token.IsWritten && !(at > first && tokens[at - 1].IsCapital)) return false;
        if (token.Is(Time) && at == first) return false;
        if (token.IsNumber) return true;
        return token.Word is not null || token.IsCapital || !token.Lower.EndsWith("ly", StringComparison.Ordinal);
    }

    // A name after a common noun is a phrase of its own, unless the noun is an office, a body or a sort of people.
    private bool BreaksBefore(int at, int first)
    {
        if (at == first) return false;
        var (before, token) = (tokens[at - 1], tokens[at]);
        if (before.IsPossessive || before.IsQuote || before.Text is "/" or "&" || before.Is(Particle) && JoinsParts(at - 1)
            || before.Is(Determiner | Possessive | Conjunction) || before.Lower == "of")
            return false;
        // "called the claims absurd", "holds its leaders responsible": a judgement after its noun is no part of the phrase.
        if ((token.Is(Untrue | Judged) || token.Lower is "responsible" or "accountable") && !token.Is(Nominal) && before.Is(Nominal)
            && !before.Is(Adjective))
            return true;
        // "in the strongest terms statements by …" and "told parliament Sánchez was …": a phrase of its own.
        if (before.Lower == "terms" && !before.IsCapital && token.Is(Nominal)) return true;
        if (token.IsCapital && !before.IsCapital
            && (before.Is(Assembly) || before.Is(Body | Group) && first > 0 && tokens[first - 1].Word?.Lemma == "tell"))
            return true;
        if (token.IsCapital)
            return !before.IsCapital && !before.IsNumber && !before.Is(Role | Title | Body | Group | Media | Person | Former | Adjective)
                && !IsAdjective(before);
        if (!before.IsCapital || known[at - 1] is { Entry.IsDemonym: true } || IsDemonymEnd(at - 1)) return false;
        // After a name only a noun that names a body, an office or a thing goes on.
        return !token.Is(Nominal | Adjective);
    }

    private static bool IsAdjective(Token token) =>
        token.Word is null
            && (token.Lower.Contains('-') || AdjectiveEndings.Any(ending => token.Lower.EndsWith(ending, StringComparison.Ordinal)));

    private bool IsDemonymEnd(int at)
    {
        for (var start = at; start >= 0 && start > at - 4; start--)
            if (known[start] is { } name && start + name.Length == at + 1) return name.Entry.IsDemonym;
        return false;
    }

    private bool JoinsAdjectives(int at) =>
        at > 0 && at + 2 < tokens.Length && tokens[at - 1].Is(Adjective | Judged) && !tokens[at - 1].IsCapital
            && tokens[at + 1].Is(Adjective | Judged) && !tokens[at + 1].IsCapital;

    private bool JoinsDemonyms(int at) =>
        tokens[at].Lower is "and" && at > 0 && at + 2 < tokens.Length && IsDemonymEnd(at - 1) && known[at + 1] is { Entry.IsDemonym: true } next
        && at + 1 + next.Length < tokens.Length && tokens[at + 1 + next.Length] is { IsWord: true } after && CanStand(at + 1 + next.Length, at)
        && !after.Is(Determiner) && !IsVerbHere(at + 1 + next.Length, at);

    // "of" within a name: Ministry of Foreign Affairs, President of Turkey R. T. Erdoğan; a lower-case office only before a name that follows.
    private int JoinsName(int at, int first)
    {
        var after = at + 1;
        if (after < tokens.Length && tokens[after].Lower == "the") after++;
        if (after >= tokens.Length || !tokens[after].IsCapital) return at;
        var before = tokens[at - 1];
        if (before.IsCapital && at - 1 > first - 1 && (before.Is(Role | Body | Title) || known[after] is null && before.Is(Nominal))
            && known[at - 1] is null)
            return after;
        if (!before.Is(Role) || known[after] is not { } state) return at;
        var next = after + state.Length;
        if (next >= tokens.Length || !tokens[next].IsCapital || tokens[next].Is(Nominal | Function) || known[next] is not null) return at;
        // "coordinator of the Congo River Alliance": what begins with the state is a body's name.
        while (next + 1 < tokens.Length && tokens[next + 1].IsCapital) next++;
        return tokens[next].Is(Body | Media | Group) ? at : after;
    }

    private bool IsScareQuote(int at)
    {
        for (var end = at + 1; end < tokens.Length && end <= at + 4; end++)
        {
            if (tokens[end].IsQuote)
                return end > at + 1 && end + 1 < tokens.Length
                    && (IsArticle(tokens[at - 1]) || tokens[end + 1].IsWord && CanStand(end + 1, at) && !IsVerbHere(end + 1, at));
            if (!tokens[end].IsWord) break;
        }

        // A closing mark.
        return at > 0 && tokens[at - 1].Quoted && at + 1 < tokens.Length && !IsPossessor(at + 1)
            && tokens[at + 1].IsWord && !tokens[at + 1].Is(Function | Determiner)
            && !tokens[at + 1].Is(VerbForm.Past | VerbForm.Third);
    }

    private static bool IsArticle(Token token) => token.Is(Determiner | Possessive) && !IsAlone(token) && !token.Is(Relative);

    // "in the “strongest terms” India's attack": whose the next thing is begins a phrase.
    private bool IsPossessor(int at) =>
        known[at] is { } name && at + name.Length < tokens.Length && tokens[at + name.Length].IsPossessive;

    private bool IsVerbHere(int at, int first) => known[at] is null && !IsOfState(at, first) && VerbSense.IsVerb(tokens, at, first);

    // "Russian claims that": a demonym alone says whose they are.
    private bool IsOfState(int at, int first) =>
        at - 1 == first && known[first] is { Entry.IsDemonym: true, Length: 1 } && tokens[at].Is(Accusing) && tokens[at].Is(VerbForm.Third)
        && !tokens[first].Lower.EndsWith('s');
}
