using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>What stands after a verb: its objects, and where the matter begins.</summary>
internal sealed class Objects(Clause clause)
{
    /// <summary>Tokens after an object within which the preposition of the matter is looked for.</summary>
    private const int MatterWithin = 40;

    private readonly Token[] tokens = clause.Tokens;

    /// <summary>The index after a verb, its adverbs and particle.</summary>
    public int After(int verb, Cue cue)
    {
        var at = verb + 1;
        if (cue.Particle is not null) at++;
        while (clause.At(at) is { } token
            && (token.Is(Adverb) && !token.Is(Determiner) && clause.Starting(at) is null || IsTime(at)
                || token.IsQuote && clause.Starting(at) is null))
            at++;
        return at;
    }

    /// <summary>The objects that begin at a token, taken up to a preposition; empty where none begins there.</summary>
    /// <param name="at">The first token.</param>
    /// <param name="preposition">What introduces the matter.</param>
    /// <param name="matter">The token after that preposition, or -1.</param>
    public List<Mention> Of(int at, Func<string, bool> preposition, out int matter)
    {
        matter = -1;
        if (clause.Starting(at) is not { } first) return [];
        matter = MatterAfter(first, preposition);
        List<Mention> all = [first];
        var end = matter > 0 ? matter - 1 : tokens.Length;
        for (var last = Skip(first.Last, end); last < end; last = Skip(all[^1].Last, end))
        {
            var next = last;
            if (tokens[next].Text == "," && (IsList(next, end) || tokens[next + 1].Is(Conjunction))) next++;
            if (next < end && tokens[next].Is(Conjunction) && tokens[next].Lower is "and" or "or" or "&") next++;
            // "two engineers, Ana Ilić and Jon Holm": who the two are.
            if (tokens[last].Text == "," && first.IsPlural && first.HasName is false && IsCount(tokens[first.First])) break;
            if (next == last || clause.Starting(next) is not { } other || other.First >= end || !Joins(other, matter)) break;
            // "banks in Thailand and Singapore": where they are.
            if (other.Names == NameKind.State && IsPlaced(all[^1].Last, last)) break;
            all.Add(other);
        }

        // What introduces the matter is no part of the name: "the president | of corruption".
        foreach (var mention in all)
            if (matter > 0 && mention.Of is { } of && of.First >= matter) mention.Of = null;
        return all;
    }

    /// <summary>Past where and when: "denied in a video that …".</summary>
    public int AfterPlace(int at)
    {
        while (clause.Lower(at) is "in" or "on" or "at" or "during" or "through" or "via" && clause.Starting(at + 1) is { } place
            && clause.At(place.Last) is { Text: not "." })
            at = place.Last;
        return at;
    }

    /// <summary>Where a matter that begins at a token ends: before what goes on with something else.</summary>
    public int MatterEnd(int at)
    {
        for (var i = at; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (i > at && token.Text is "." or "?" or "!" or ";" or "…" or ":") return i;
            if (token.IsQuote && !tokens[at].IsQuote && tokens[at].Quoted && !token.Quoted && i > at) return i;
            if (token.Text is not ("," or "—" or "–" or "--") || i + 1 >= tokens.Length) continue;
            var next = tokens[i + 1];
            if (next.IsQuote && !tokens[at].Quoted && !tokens[at].IsQuote) return i;
            if (next.Is(VerbForm.Gerund) && clause.Covering(i + 1) is null || next.Is(Relative | Subordinator)
                || next.Is(Conjunction) && GoesOn(i + 2) || next.Lower == "with")
                return i;
            if (clause.Starting(i + 1) is { } phrase && clause.At(phrase.Last)?.Word is { Lemma: not null } verb && verb.Is(Asserts)) return i;
        }

        return tokens.Length;
    }

    /// <summary>The agents after "by" of a passive, and where "by" stands.</summary>
    public List<Mention> Agents(int verb, Subjects subjects, out int by)
    {
        by = -1;
        for (var i = verb + 1; i < tokens.Length && i < verb + MatterWithin; i++)
        {
            if (tokens[i].Text is ";" or "." or ":") break;
            if (tokens[i].Text == "," && i + 1 < tokens.Length && tokens[i + 1].Lower != "by" && i > verb + 1) break;
            if (tokens[i].Lower != "by" || clause.Starting(i + 1) is not { } agent || clause.At(i + 1) is { } next && next.Is(VerbForm.Gerund)
                && clause.Covering(i + 1) is null)
                continue;
            if (!Parties.IsParty(agent) || agent.Kind == MentionKind.Thing) continue;
            by = i;
            // "accused by the opposition of corruption": the matter, where none stands before the agent.
            if (agent.Of is { Known: null } && !tokens[verb..i].Any(token => token.Lower == "of")) agent.Of = null;
            return [.. Of(i + 1, static _ => false, out _).Where(Parties.IsParty), .. More(agent)];
        }

        return [];
    }

    // "by Human Rights Watch and by local groups".
    private List<Mention> More(Mention agent) =>
        clause.Lower(agent.Last) == "and" && clause.Lower(agent.Last + 1) == "by"
        && clause.Starting(agent.Last + 2) is { Kind: not MentionKind.Thing } more
            ? [more]
            : [];

    /// <summary>Whether a time is named at a token: on Monday, Tuesday.</summary>
    public bool IsTime(int at) =>
        clause.At(at) is { } token && clause.Covering(at) is null
        && (token.Is(Time) || token.Lower is "on" or "in" && clause.At(at + 1) is { } next && next.Is(Weekday | Month) && next.IsWritten);

    private int MatterAfter(Mention first, Func<string, bool> preposition)
    {
        var candidate = -1;
        for (var i = first.Last; i < tokens.Length && i < first.Last + MatterWithin; i++)
        {
            var token = tokens[i];
            if (token.Text is ";" or "." or "?" or ":") break;
            if (token.Text is "," && i + 1 < tokens.Length
                && (tokens[i + 1].Is(VerbForm.Gerund) && clause.Covering(i + 1) is null || tokens[i + 1].Is(Conjunction) && GoesOn(i + 2)))
                break;
            if (clause.Covering(i) is not null || !preposition(token.Lower)) continue;
            var next = i + 1;
            while (clause.At(next) is { IsQuote: true }) next++;
            // "of committing" is the matter for certain; "of the conflict" may belong to the object.
            if (clause.At(next) is { } after && after.Is(VerbForm.Gerund) && clause.Covering(next) is not { First: var start }
                || candidate < 0 && !OfItself(first, i))
                return i + 1;
            if (candidate < 0) candidate = i + 1;
        }

        return candidate;
    }

    // Whether "of" at a token may belong to the phrase before it, so that another one introduces the matter.
    private bool OfItself(Mention first, int at) =>
        tokens[at].Lower == "of" && first.Last == at && first.Head.Is(Body | Role | Group | Government | Person);

    private bool GoesOn(int at)
    {
        while (clause.At(at) is { } token && token.Is(Adverb) && clause.Covering(at) is null) at++;
        return clause.At(at) is { Word.Lemma: not null } verb && clause.Covering(at) is null
            && verb.Is(VerbForm.Past | VerbForm.Third | VerbForm.Base);
    }

    // Past what is bracketed, and past where somebody is: U.S. forces in Syria.
    private int Skip(int at, int end)
    {
        for (var steps = 0; at < end && steps < 8; steps++)
        {
            if (tokens[at].IsQuote || tokens[at].IsPossessive) at++;
            else if (tokens[at].Text == "(")
            {
                while (at < end && tokens[at].Text != ")") at++;
                at++;
            }
            else if (tokens[at].Is(Preposition) && !tokens[at].Is(Subordinator) && tokens[at].Lower is "of" or "in" or "at" or "from" or "near"
                && clause.Starting(at + 1) is { } place) at = place.Last;
            else break;
        }

        return at;
    }

    private bool IsPlaced(int from, int until) =>
        from < until && tokens[from].Lower is "in" or "from" or "near" or "at" && clause.Starting(from + 1) is { Names: NameKind.State };

    private static bool IsCount(Token token) => token.IsNumber || token.Lower is "two" or "three" or "four" or "five" or "both";

    // Whether a conjunction follows the commas, as in a list; an apposition has none.
    private bool IsList(int at, int end)
    {
        while (at < end && tokens[at].Text == "," && clause.Starting(at + 1) is { } next) at = Skip(next.Last, end);
        return at < end && tokens[at].Is(Conjunction);
    }

    private bool Joins(Mention other, int matter)
    {
        if (other.Kind == MentionKind.Pronoun && other.Head.Lower is not ("him" or "her" or "them" or "us")) return false;
        if (other.Kind == MentionKind.Thing && matter < 0) return false;
        if (matter > 0) return true;
        // Without a matter after it, the subject of the next clause is no object: "blames A and B says".
        var after = Skip(other.Last, tokens.Length);
        return !(clause.At(after) is { Word.Lemma: not null } verb && clause.Covering(after) is null
                && verb.Is(VerbForm.Past | VerbForm.Third | VerbForm.Base)
            || clause.At(after) is { } aux && aux.Is(Auxiliary | WordClass.Modal));
    }
}
