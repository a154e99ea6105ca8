using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>
/// Finds who does what a verb says: the phrase before it, past what is inserted, or the subject that it shares with an earlier verb.
/// </summary>
internal sealed class Subjects(Clause clause)
{
    private readonly Token[] tokens = clause.Tokens;

    /// <summary>The subject of a verb, its members where there are several; empty where none is found.</summary>
    public List<Mention> Of(int verb) => Of(verb, 0, clause.First);

    /// <summary>The subject of the clause that a participle or a verb without a subject depends on.</summary>
    /// <param name="before">The first token of the participle or verb.</param>
    /// <param name="isNearest">Whether a clause that itself depends on another verb will do: "said that he left after accusing".</param>
    public List<Mention> Shared(int before, bool isNearest = false) => Shared(before, 0, isNearest);

    private List<Mention> Of(int verb, int depth, int begin)
    {
        if (depth > Limits.MaxSharedSubjects) return [];
        var at = VerbGroup.Of(clause, verb).First;
        var isPastInsert = false;
        for (var steps = 0; at > begin && steps < Limits.MaxInsertTokens; steps++)
        {
            var before = tokens[at - 1];
            if (TimeStart(at) is var time && time < at) at = time;
            else if (before.Text == ")") at = Opening(at - 1, "(");
            else if (before.IsQuote) at--;
            else if (clause.Ending(at) is { } mention)
            {
                // "A and B both accused": who they are stands before.
                if (IsFloating(mention)) at = mention.First;
                else if (Issuer(mention) is { } issuer) return [issuer];
                else if (IsAdverbial(Governing(mention))) return [];
                else return isPastInsert && ApposedTo(Governing(mention)) is { } apposed ? [apposed] : Expand(mention);
            }
            else if (before.Is(Relative) && !(before.Lower == "that" && clause.Ending(at - 1) is null)) return Antecedent(at - 1);
            else if (before.Is(Conjunction)) return Shared(at - 1, depth + 1);
            // "moved troops and so threatens".
            else if (before.Lower is "so" or "thus" or "thereby" && at > begin + 1 && tokens[at - 2].Is(Conjunction)) at--;
            else if (IsComma(before))
            {
                // "the army, too, denies".
                if (at > begin + 3 && tokens[at - 2].Is(Adverb) && IsComma(tokens[at - 3]))
                {
                    at -= 3;
                    continue;
                }

                if (Insert(at - 1) is not { } opening) return Shared(at - 1, depth + 1);
                if (NameInApposition(opening, at - 1) is { } name) return [name];
                (at, isPastInsert) = (opening, true);
            }
            else if (before.Is(Adverb | Auxiliary | Negation) || before.Lower is "all" or "each" && clause.Ending(at - 1) is not null) at--;
            else return [];
        }

        return [];
    }

    /// <summary>The antecedent of a relative pronoun: the phrase before it, or what a description before it stands in apposition to.</summary>
    public List<Mention> Antecedent(int relative)
    {
        var at = relative;
        if (at > 0 && tokens[at - 1].Is(Preposition)) at--;
        if (at > 0 && IsComma(tokens[at - 1])) at--;
        if (clause.Ending(at) is not { } nearest) return [];
        if (tokens[relative].Lower == "which")
            return nearest.Kind == MentionKind.Name && nearest.Names != NameKind.Person && !Governing(nearest).Head.Is(Body)
                ? [nearest]
                : Expand(nearest);
        // "Hun Sen, the president of the senate, who …": the name, not its apposition.
        if (Insert(at, nearest) is { } opening && clause.Ending(opening) is { Kind: MentionKind.Name } named) return [named];
        // "pay millions to a parish that accused it": it is not the millions that accused.
        return nearest.Kind != MentionKind.Thing && Governing(nearest).Kind == MentionKind.Thing ? [nearest] : Expand(nearest);
    }

    /// <summary>
    /// A phrase with those it is joined to by commas and conjunctions to its left; past prepositions, the phrase that they hang on.
    /// </summary>
    public List<Mention> Expand(Mention mention)
    {
        mention = Governing(mention);
        List<Mention> all = [mention];
        for (var left = mention; ;)
        {
            var at = left.First - 1;
            while (at >= 0 && tokens[at].IsQuote) at--;
            if (at > 0 && tokens[at].Is(Conjunction) && tokens[at].Lower is "and" or "or" or "nor" or "&" or "plus") at--;
            else if (!(at > 0 && tokens[at].Text == "," && all.Count > 1)) break;
            if (at > 0 && tokens[at].Text == ",") at--;
            if (at >= 0 && tokens[at].Text == ")") at = Opening(at, "(") - 1;
            // "Asfura, the candidate backed by Trump, and Nasralla": past what is inserted.
            if (at > 0 && IsComma(tokens[at + 1]) && Insert(at + 1) is { } opening && clause.Ending(opening) is { Kind: MentionKind.Name } named
                && mention.Kind == MentionKind.Name && named.Names == mention.Names)
            {
                all.Insert(0, left = named);
                continue;
            }

            if (clause.Ending(at + 1) is not { } other || !MayJoin(other, mention)) break;
            all.Insert(0, left = Governing(other));
        }

        return all;
    }

    private bool IsFloating(Mention mention) =>
        mention.Last - mention.First == 1 && mention.Head.Lower is "both" or "all" or "each" && clause.Ending(mention.First) is not null;

    // "A report by Amnesty", "a study from the bank": it speaks for who has issued it.
    private Mention? Issuer(Mention mention) =>
        mention.First > 0 && tokens[mention.First - 1].Lower is "by" or "from"
            && clause.Ending(mention.First - 1) is { Kind: MentionKind.Thing } paper && paper.Head.Is(Writing)
            ? mention
            : null;

    // "Nangaa, coordinator of the alliance, which …, said": the name that a description stands in apposition to.
    private Mention? ApposedTo(Mention description) =>
        description is { Kind: MentionKind.Description, Role: >= 0 } && description.First > clause.First + 1 && IsComma(tokens[description.First - 1])
            && clause.Ending(description.First - 1) is { Kind: MentionKind.Name } name && name.Names is NameKind.Person or NameKind.Unknown
            ? name
            : null;

    // What a phrase after a preposition hangs on: officials in Kyiv, president of the senate.
    private Mention Governing(Mention mention)
    {
        while (mention.First > 1 && tokens[mention.First - 1] is { } before && before.Is(Preposition) && !before.Is(Subordinator)
            && before.Lower is not "by" && clause.Ending(mention.First - 1) is { Kind: not MentionKind.Pronoun } left
            && !(left.Kind == MentionKind.Thing && before.Lower != "of" && mention.Kind != MentionKind.Thing && left.First > 0
                && tokens[left.First - 1].Is(Preposition)))
            mention = left;
        return mention;
    }

    // After a preposition that hangs on nothing, a phrase is no subject: "to meet in Moscow is …".
    private bool IsAdverbial(Mention mention) =>
        mention.First > clause.First && tokens[mention.First - 1] is { } before && before.Is(Preposition) && !before.Is(Subordinator | Conjunction)
            && !before.IsWritten;

    private bool MayJoin(Mention other, Mention mention)
    {
        if (other.Kind == MentionKind.Thing && mention.Kind != MentionKind.Thing) return false;
        var governing = Governing(other);
        var before = governing.First > clause.First ? tokens[governing.First - 1] : null;
        // After a verb or preposition the other is that one's, and the conjunction joins clauses.
        return before is null || !before.Is(Preposition)
            && !(before.Word?.Lemma is not null && clause.Covering(governing.First - 1) is null && !before.Is(Conjunction));
    }

    private List<Mention> Shared(int before, int depth, bool isNearest = false)
    {
        if (depth > Limits.MaxSharedSubjects) return [];
        List<Mention> embedded = [];
        for (var i = before - 1; i >= clause.First; i--)
        {
            if (tokens[i].Text is ";" or ":") break;
            if (!IsVerb(i)) continue;
            var group = VerbGroup.Of(clause, i);
            if (!group.IsFinite || group.First > clause.First && tokens[group.First - 1].Is(Relative)) continue;
            if (tokens[i].Quoted != (tokens[Math.Min(before, tokens.Length - 1)].Quoted && !tokens[before - 1].IsQuote)) continue;
            if (Of(i, depth + 1, clause.First) is not { Count: > 0 } found) continue;
            if (found[0].Last > group.First || IsObject(found[0])) continue;
            if (!isNearest && IsEmbedded(found[0]))
            {
                if (embedded.Count == 0) embedded = found;
                continue;
            }

            return found;
        }

        return embedded;
    }

    // Whether a verb before it has this as its object: what follows is a participle, as in "imposes a tariff on goods imported".
    private bool IsObject(Mention mention) =>
        mention.First > clause.First && tokens[mention.First - 1] is { Word.Lemma: { } lemma } before && clause.Covering(mention.First - 1) is null
        && before.Is(VerbForm.Past | VerbForm.Third | VerbForm.Gerund) && !before.Is(Auxiliary) && !Lexicon.Shared.Lemma(lemma).Is(Asserts);

    // Whether a clause whose subject this is depends on another verb.
    private bool IsEmbedded(Mention subject)
    {
        var at = subject.First - 1;
        while (at >= clause.First && (tokens[at].IsQuote || tokens[at].Is(Adverb))) at--;
        return at > clause.First
            && (tokens[at].Is(Subordinator) || tokens[at].Word is { Lemma: { } lemma } && Lexicon.Shared.Lemma(lemma) is { } verb
                && verb.Is(Asserts) && clause.Covering(at) is null);
    }

    /// <summary>Whether a token is a verb, by itself or an auxiliary that stands alone, and no part of a phrase.</summary>
    public bool IsVerb(int at) =>
        tokens[at].Word is { Lemma: not null } && !tokens[at].IsCapital && clause.Covering(at) is null
        && !(tokens[at].Is(Auxiliary) && at + 1 < tokens.Length && NextVerb(at) > 0);

    // Where an auxiliary has its verb after it, that verb.
    private int NextVerb(int at)
    {
        for (var i = at + 1; i < tokens.Length && i < at + 6; i++)
        {
            if (tokens[i].IsQuote) continue;
            if (tokens[i].Is(Adverb | Negation | Auxiliary) && clause.Covering(i) is null)
            {
                if (tokens[i].Is(Be | Have) && i + 1 < tokens.Length && !tokens[i + 1].Is(Adverb | Negation | Auxiliary)
                    && tokens[i + 1].Word?.Lemma is null)
                    return i;
                continue;
            }

            return tokens[i].Word?.Lemma is not null && clause.Covering(i) is null
                && tokens[i].Is(VerbForm.Participle | VerbForm.Gerund | VerbForm.Base)
                ? i
                : 0;
        }

        return 0;
    }

    // The comma that opens what a comma closes: an apposition or clause after a phrase. Null where there is none.
    private int? Insert(int closing, Mention? whole = null)
    {
        for (var i = (whole?.First ?? closing) - 1; i > clause.First && closing - i < Limits.MaxInsertTokens; i--)
        {
            if (tokens[i].Text == ";") return null;
            if (!IsComma(tokens[i]) || clause.Ending(i) is null) continue;
            var next = tokens[i + 1].IsQuote && i + 2 < closing ? tokens[i + 2] : tokens[i + 1];
            if (clause.Starting(i + 1) is not null || next.Is(Relative | Preposition | Subordinator)
                || next.Is(VerbForm.Gerund | VerbForm.Participle) || next.Is(Former | Role)
                || next.Word is { Lemma: { } lemma } && Lexicon.Shared.Lemma(lemma).Is(Asserts)
                || next.Is(Adverb | Adjective) && clause.Starting(i + 2) is { Role: >= 0 })
                if (!next.Is(Conjunction)) return i;
        }

        return null;
    }

    // "The governor of West Darfur, Khamis Abakar, is …": the name where the office stands before it.
    private Mention? NameInApposition(int opening, int closing) =>
        clause.Starting(opening + 1) is { Kind: MentionKind.Name } name && name.Last == closing
        && clause.Ending(opening) is { } described && Governing(described) is { Kind: MentionKind.Description } ? name : null;

    private int Opening(int closing, string sign)
    {
        for (var i = closing; i > 0; i--)
            if (tokens[i].Text == sign) return i;
        return closing;
    }

    // Where a phrase of time that ends before a token begins: on Monday, earlier this week; the token itself where there is none.
    private int TimeStart(int at)
    {
        var start = at;
        while (start > clause.First
            && (tokens[start - 1].Is(Time) && !(tokens[start - 1].IsCapital && clause.Covering(start - 1) is { Kind: MentionKind.Name })
                || start < at && (tokens[start - 1].IsNumber || tokens[start - 1].Is(Determiner) && !tokens[start - 1].IsCapital)))
            start--;
        if (start == at) return at;
        if (start > clause.First && tokens[start - 1].Lower is "on" or "in" or "at" or "since" or "during" or "by") start--;
        return start;
    }

    private static bool IsComma(Token token) => token.Text is "," or "—" or "–" or "--";
}
