namespace Graph.Extraction.Text;

/// <summary>The words that the rules know: <c>words.txt</c> and the forms of the verbs in <c>verbs.txt</c>.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Loaded = new(() => new());
    private readonly Dictionary<string, Word> words = [];
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    private Lexicon()
    {
        bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
        LoadClasses();
        LoadVerbs();
    }

    /// <summary>The lexicon.</summary>
    public static Lexicon Shared => Loaded.Value;

    /// <summary>A word that is known, or null.</summary>
    /// <param name="lower">The word in lower case, with straight apostrophes.</param>
    public Word? Find(ReadOnlySpan<char> lower) => bySpan.TryGetValue(lower, out var word) ? word : null;

    /// <summary>The base form of a verb; one that is not known has no classes.</summary>
    public Word Lemma(string lemma) => Find(lemma) ?? new(lemma, WordClass.None, lemma, VerbForm.None);

    /// <summary>
    /// A word that is not known but has the ending of a verb: it may be a participle, a past form or a gerund; or of an adverb; else null.
    /// </summary>
    public static Word? ByEnding(ReadOnlySpan<char> lower)
    {
        if (lower.Length < 5 || lower.Contains('-')) return null;
        if (lower.Length > 5 && lower.EndsWith("ly")) return new(new(lower), WordClass.Adverb, null, VerbForm.None);
        if (lower.EndsWith("ed")) return new(new(lower), WordClass.None, new(lower), VerbForm.Past | VerbForm.Participle);
        return lower.EndsWith("ing") && lower.Length > 5 ? new(new(lower), WordClass.None, new(lower), VerbForm.Gerund) : null;
    }

    /// <summary>
    /// A word that is not known but ends in one after a hyphen that names people or an office: <c>vice-president</c>, <c>ex-minister</c>;
    /// else null.
    /// </summary>
    public Word? ByLastPart(ReadOnlySpan<char> lower)
    {
        var hyphen = lower.LastIndexOf('-');
        if (hyphen <= 0 || hyphen + 1 >= lower.Length || Find(lower[(hyphen + 1)..]) is not { } last) return null;
        var classes = last.Classes & (WordClass.Role | WordClass.Title | WordClass.SpeaksFor | WordClass.Group | WordClass.Person);
        if (lower[..hyphen] is "ex" or "then" or "former") classes |= WordClass.Former;
        return (classes & ~WordClass.Former) == WordClass.None ? null : new(new(lower), classes, null, VerbForm.None);
    }

    private void LoadClasses()
    {
        var section = WordClass.None;
        foreach (var line in Resources.Lines("words.txt"))
        {
            if (line.StartsWith('['))
            {
                section = Enum.Parse<WordClass>(line.Trim('[', ']'), ignoreCase: true);
                continue;
            }

            foreach (var text in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words[text] = words.TryGetValue(text, out var known)
                    ? known with { Classes = known.Classes | section }
                    : new(text, section, null, VerbForm.None);
        }
    }

    private void LoadVerbs()
    {
        var irregular = false;
        foreach (var line in Resources.Lines("verbs.txt"))
        {
            if (line.StartsWith('['))
            {
                irregular = line == "[irregular]";
                continue;
            }

            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (irregular)
            {
                AddVerb(parts[0], parts[1], parts[2]);
                foreach (var other in parts[3..]) Add(other, parts[0], parts[0] == "be" && other == "were" ? VerbForm.Past : VerbForm.Third);
            }
            else
                foreach (var verb in parts)
                    AddVerb(verb, Inflections.Past(verb), Inflections.Past(verb));
        }
    }

    private void AddVerb(string verb, string past, string participle)
    {
        Add(verb, verb, VerbForm.Base);
        Add(Inflections.Third(verb), verb, VerbForm.Third);
        Add(past, verb, VerbForm.Past);
        Add(participle, verb, VerbForm.Participle);
        Add(Inflections.Gerund(verb, past), verb, VerbForm.Gerund);
    }

    private void Add(string form, string verb, VerbForm kind)
    {
        if (!words.TryGetValue(form, out var known)) words[form] = new(form, WordClass.None, verb, kind);
        else if (known.Lemma is null || known.Lemma == verb) words[form] = known with { Lemma = verb, Forms = known.Forms | kind };
    }
}
