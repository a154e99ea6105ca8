using Graph.Extraction.Text;

namespace Graph.Extraction.Rules;

/// <summary>A word that reports an act.</summary>
/// <param name="Word">Its base form.</param>
/// <param name="Particle">The word after it that belongs to it (lash out), or null.</param>
/// <param name="Act">The act, as the ontology names it.</param>
/// <param name="Shapes">The shapes of sentence that it takes.</param>
internal sealed record Cue(string Word, string? Particle, string Act, IReadOnlySet<string> Shapes)
{
    /// <summary>Whether it takes a shape.</summary>
    public bool Takes(string shape) => Shapes.Contains(shape);
}

/// <summary>The words that report acts, from <c>cues.txt</c>.</summary>
internal sealed class CueTable
{
    private static readonly Lazy<CueTable> Loaded = new(() => new());
    private readonly Dictionary<string, List<Cue>> verbs = [];
    private readonly Dictionary<string, Cue> nouns = [];
    private readonly Dictionary<string, Cue> sources = [];

    private CueTable()
    {
        foreach (var line in Resources.Lines("cues.txt"))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var word = cells[1].Split('+');
            var cue = new Cue(word[0], word.Length > 1 ? word[1] : null, cells[2], cells[3..].ToHashSet());
            if (cells[0] == "source") sources.Add(word[0], cue);
            else if (cells[0] == "noun")
            {
                nouns.Add(word[0], cue);
                nouns.Add(Inflections.Plural(word[0]), cue);
            }
            else if (verbs.TryGetValue(word[0], out var others)) others.Add(cue);
            else verbs.Add(word[0], [cue]);
        }
    }

    /// <summary>The table.</summary>
    public static CueTable Shared => Loaded.Value;

    /// <summary>The cue that a verb is at a token, or null.</summary>
    public Cue? Verb(Clause clause, int at) =>
        clause.Tokens[at].Word is { Lemma: { } lemma } && verbs.TryGetValue(lemma, out var found)
            ? found.Find(cue => cue.Particle is null || clause.Lower(at + 1) == cue.Particle)
            : null;

    /// <summary>The cue that a noun is at a token, or null.</summary>
    public Cue? Noun(Clause clause, int at) => nouns.GetValueOrDefault(clause.Lower(at));

    /// <summary>The cue that a word which names a source is at a token, or null.</summary>
    public Cue? Source(Clause clause, int at) => sources.GetValueOrDefault(clause.Lower(at));

    /// <summary>The acts that are reported.</summary>
    public IEnumerable<string> Acts => verbs.Values.SelectMany(cues => cues).Select(cue => cue.Act).Distinct();
}
