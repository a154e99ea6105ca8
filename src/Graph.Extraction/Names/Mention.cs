using Graph.Extraction.Text;

namespace Graph.Extraction.Names;

/// <summary>A phrase of a sentence that names somebody or something.</summary>
/// <param name="First">Index of its first token, its article included.</param>
/// <param name="Last">Index after its last token.</param>
internal sealed record Mention(int First, int Last)
{
    /// <summary>What kind of phrase it is.</summary>
    public MentionKind Kind { get; set; }

    /// <summary>What it names, as far as its form shows.</summary>
    public NameKind Names { get; set; }

    /// <summary>The tokens of the bare name, without title and article; empty where it has none.</summary>
    public (int First, int Last) Bare { get; set; }

    /// <summary>Whom the gazetteer knows by the whole phrase, or null.</summary>
    public KnownName? Known { get; set; }

    /// <summary>The state that a demonym or a possessor in it names, or null.</summary>
    public string? State { get; set; }

    /// <summary>Other states that demonyms in it name: the Russian and Syrian ministries.</summary>
    public IReadOnlyList<string> OtherStates { get; set; } = [];

    /// <summary>Where its possessor ends, as an index after its last token; 0 where it has none.</summary>
    public int PossessorLast { get; set; }

    /// <summary>The possessor as a phrase of its own, or null.</summary>
    public Mention? Possessor { get; set; }

    /// <summary>What follows after "of", or null.</summary>
    public Mention? Of { get; set; }

    /// <summary>The token of its head.</summary>
    public required Token Head { get; init; }

    /// <summary>Whether it means several.</summary>
    public bool IsPlural { get; set; }

    /// <summary>Index of a token with an office in it, or -1.</summary>
    public int Role { get; set; } = -1;

    /// <summary>Whether it has a name in it.</summary>
    public bool HasName => Bare.Last > Bare.First;
}
