using Graph.Extraction.Names;

namespace Graph.Extraction.Rules;

/// <summary>Who was spoken of so far in a text: whom a pronoun or a description may mean.</summary>
internal sealed class Discourse
{
    private readonly List<DiscourseEntry> entries = [];
    private readonly List<(Party One, Party Other, int Sentence)> pairs = [];
    private readonly Dictionary<string, string> fullNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Party> shortForms = new(StringComparer.Ordinal);

    /// <summary>The day of the text, or null.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Who held which office when.</summary>
    public required Offices Offices { get; init; }

    /// <summary>Who spoke last, or null.</summary>
    public Party? LastSpeaker { get; set; }

    /// <summary>Who did what the last sentence with a subject tells, with its verbs; or null.</summary>
    public (Party Doer, List<string> Verbs, int Sentence)? LastDeed { get; set; }

    /// <summary>Remembers somebody.</summary>
    public void Add(DiscourseEntry entry)
    {
        entries.Add(entry);
        if (entry.Party.Kind != NameKind.Person || !entry.Party.Name.Contains(' ')) return;
        var words = entry.Party.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return;
        fullNames[words[^1]] = entry.Party.Name;
        fullNames.TryAdd(words[0], entry.Party.Name);
        // De Moraes, von der Leyen: the last name with the small words before it.
        var last = words.Length - 1;
        while (last > 1 && char.IsLower(words[last - 1][0])) last--;
        if (last < words.Length - 1) fullNames[string.Join(' ', words[last..])] = entry.Party.Name;
    }

    /// <summary>Remembers a short form that the text gives in brackets: <c>(RSF)</c>.</summary>
    public void AddShortForm(string form, Party party) => shortForms[form] = party;

    /// <summary>Whom a short form means, or null.</summary>
    public Party? ByShortForm(string form) => shortForms.GetValueOrDefault(form);

    /// <summary>Remembers two that were named together.</summary>
    public void AddPair(Party one, Party other, int sentence) => pairs.Add((one, other, sentence));

    /// <summary>The whole name of somebody who is called by a part of it; the part itself where it is not known.</summary>
    public string FullName(string part) => fullNames.GetValueOrDefault(part, part);

    /// <summary>The two who were last named together, or null.</summary>
    public (Party One, Party Other)? Pair(int sentence)
    {
        for (var i = pairs.Count - 1; i >= 0 && sentence - pairs[i].Sentence <= Limits.MaxSentencesBack; i--)
            if (!pairs[i].One.IsSideOf(pairs[i].Other)) return (pairs[i].One, pairs[i].Other);
        List<Party> last = [];
        for (var i = entries.Count - 1; i >= 0 && sentence - entries[i].Sentence <= Limits.MaxSentencesBack; i--)
        {
            var party = entries[i].Party;
            if (party.State is null || last.Exists(party.IsSideOf)) continue;
            last.Add(party);
            if (last.Count == 2) return (last[1], last[0]);
        }

        return null;
    }

    /// <summary>The two members of the last list of two, or null: whom <c>both companies</c> means.</summary>
    public (Party One, Party Other)? LastTwo(int sentence)
    {
        for (var i = entries.Count - 1; i > 0 && sentence - entries[i].Sentence <= Limits.MaxSentencesBack; i--)
            if (entries[i].List >= 0 && entries[i - 1].List == entries[i].List && (i < 2 || entries[i - 2].List != entries[i].List)
                && (i + 1 == entries.Count || entries[i + 1].List != entries[i].List) && !entries[i].Party.IsPlural)
                return (entries[i - 1].Party, entries[i].Party);
        return null;
    }

    /// <summary>The other one of the pair named last, or null.</summary>
    public Party? OtherThan(Party one, int sentence) =>
        Pair(sentence) is not { } pair ? null : pair.One.IsSideOf(one) ? pair.Other : pair.Other.IsSideOf(one) ? pair.One : null;

    /// <summary>Whom a pronoun means: nobody, one, or the members of a list.</summary>
    /// <param name="pronoun">The pronoun in lower case.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="at">Its token.</param>
    /// <param name="isSubject">Whether it is a subject.</param>
    /// <param name="isQuoted">Whether it stands in words that somebody is quoted with.</param>
    /// <param name="not">Whom it cannot mean.</param>
    public List<Party> Meant(string pronoun, int sentence, int at, bool isSubject, bool isQuoted, IReadOnlyList<Party> not)
    {
        var isPerson = pronoun is "he" or "she" or "him" or "his" or "her" or "himself" or "herself" or "hers";
        var isPlural = pronoun is "they" or "them" or "their" or "themselves";
        DiscourseEntry? best = null;
        var bestScore = int.MaxValue;
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var entry = entries[i];
            var distance = sentence - entry.Sentence;
            if (distance > Limits.MaxSentencesBack) break;
            if (distance == 0 && (entry.At >= at || entry.IsQuoted && !isQuoted) || not.Any(party => party.IsSame(entry.Party))) continue;
            if (!entry.FitsPronoun(isPerson, isPlural)) continue;
            var score = distance * 100 + (entry.IsSubject == isSubject || distance > 0 && entry.IsSubject ? 0 : 30)
                + (distance == 0 ? at - entry.At : entry.At) / 4
                + (!isPerson && !isPlural && entry.Party.Kind == NameKind.Unknown && entry.Party.State is null ? 40 : 0)
                + (isPlural && entry.List >= 0 && !entry.Party.IsPlural && distance > 0 ? 20 : 0);
            if (score >= bestScore) continue;
            (best, bestScore) = (entry, score);
        }

        if (best is null) return [];
        return isPlural && !best.Party.IsPlural && best.List >= 0
            ? Listed(best)
            : [best.Party];
    }

    // Sentences stand in their order: those before that of the list are not looked at.
    private List<Party> Listed(DiscourseEntry one)
    {
        var listed = new List<Party>();
        for (var i = entries.Count - 1; i >= 0 && entries[i].Sentence >= one.Sentence; i--)
            if (entries[i].Sentence == one.Sentence && entries[i].List == one.List) listed.Add(entries[i].Party);
        listed.Reverse();
        return listed;
    }

    /// <summary>Who was last described with a word, or null.</summary>
    public Party? DescribedAs(Func<DiscourseEntry, bool> fits, int sentence, int at)
    {
        for (var i = entries.Count - 1; i >= 0 && sentence - entries[i].Sentence <= 3 * Limits.MaxSentencesBack; i--)
            if ((entries[i].Sentence < sentence || entries[i].At < at) && !entries[i].Party.IsReference && fits(entries[i])) return entries[i].Party;
        return null;
    }
}
