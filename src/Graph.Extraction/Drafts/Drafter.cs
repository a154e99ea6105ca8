using Graph.Extraction.Text;

namespace Graph.Extraction.Drafts;

/// <summary>What was read in a document → a draft of its dossier.</summary>
public static class Drafter
{
    /// <summary>Share of the words of two matters that must be the same for them to make one claim.</summary>
    private const double SameClaim = 0.5;

    /// <summary>Characters within which a dateline ends.</summary>
    private const int MaxDateline = 60;

    /// <summary>Makes a draft. The same text, document and earlier draft give the same draft.</summary>
    /// <param name="name">The name of its folder and of its document.</param>
    /// <param name="document">The document.</param>
    /// <param name="read">What was read in its text.</param>
    /// <param name="earlier">The draft that there was before, whose decisions stay; or null.</param>
    public static Draft Make(string name, Article document, ReadText read, Draft? earlier)
    {
        var decided = (earlier?.Acts ?? []).Where(act => act.Decision != Decision.Open).GroupBy(act => act.Identity)
            .ToDictionary(acts => acts.Key, acts => acts.First());
        var keys = read.Acts.Select((_, i) => $"act-{i + 1}").ToList();
        List<DraftAct> acts = [];
        foreach (var (i, found) in read.Acts.Index())
        {
            var stated = SaidDay.Of(WithoutMatter(found), document.Published);
            var act = new DraftAct(keys[i], found)
            {
                SaidOn = stated ?? document.Published,
                IsStated = stated is not null,
                Answers = [.. found.Answers.Select(at => keys[at])],
                Identity = IdentityOf(found),
            };
            acts.Add(decided.TryGetValue(act.Identity, out var before)
                ? act with { Found = before.Found, Decision = before.Decision, Reason = before.Reason }
                : act);
        }

        return new(name, document with { Text = read.Text, Language = document.Language ?? read.Language }, Claims(acts))
        {
            IsReviewed = earlier?.IsReviewed ?? false,
        };
    }

    /// <summary>What identifies an act in its text.</summary>
    public static string IdentityOf(FoundAct act) =>
        string.Join(
            '|', act.Act, act.Cue, act.Quote, string.Join('+', act.Accusers.Select(party => party.Surface)),
            string.Join('+', act.Accused.Select(party => party.Surface)));

    // The words that may tell when it was said: not those of what is alleged, nor a dateline.
    private static string WithoutMatter(FoundAct act)
    {
        var words = act.Quote;
        if (act.Matter.Length > 0 && words.IndexOf(act.Matter, StringComparison.Ordinal) is >= 0 and var at)
            words = words[..at] + " ; " + words[(at + act.Matter.Length)..];
        var dash = words.IndexOf(") --", StringComparison.Ordinal) is >= 0 and var ascii ? ascii : words.IndexOf(") —", StringComparison.Ordinal);
        return dash is > 0 and < MaxDateline ? words[(dash + 4)..] : words;
    }

    // Allegations of the same against the same share a claim, and so does what denies them.
    private static List<DraftAct> Claims(List<DraftAct> acts)
    {
        var words = acts.ConvertAll(act => ContentWords(act.Found.Matter));
        for (var i = 0; i < acts.Count; i++)
        {
            if (acts[i].Answers.Count > 0) continue;
            for (var j = Math.Max(0, i - Limits.MaxClaimsBack); j < i; j++)
            {
                if (!IsAgainstSame(acts[i].Found, acts[j].Found) || !IsSame(words[i], words[j])) continue;
                var claim = acts[j].Claim ?? acts[j].Key;
                acts[j] = acts[j] with { Claim = claim };
                acts[i] = acts[i] with { Claim = claim };
                break;
            }
        }

        return acts;
    }

    private static bool IsAgainstSame(FoundAct one, FoundAct other) =>
        one.Act == other.Act
        && one.Accused.Any(party => other.Accused.Any(same => same.Name == party.Name || same.State is not null && same.State == party.State));

    private static bool IsSame(HashSet<string> mine, HashSet<string> theirs)
    {
        var least = Math.Min(mine.Count, theirs.Count);
        var shared = mine.Count(theirs.Contains);
        return shared > 0 && shared >= SameClaim * least;
    }

    private static HashSet<string> ContentWords(string text) =>
    [
        .. Tokenizer.Cut(text, 0, text.Length)
            .Where(token => token.IsWord && token.Lower.Length > 3 && !token.Is(WordClass.Function | WordClass.Determiner | WordClass.Adverb))
            .Select(token => token.Lower),
    ];
}
