using Graph.Extraction.Names;
using Graph.Extraction.Text;

namespace Graph.Extraction.Rules;

/// <summary>An act that a sentence reports.</summary>
/// <param name="Act">Which, as the ontology names it.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Sentence">Where it is reported.</param>
/// <param name="Cue">The token that reports it.</param>
internal sealed record ReportedAct(string Act, string Rule, Sentence Sentence, int Cue)
{
    /// <summary>Those who act; empty where the text names nobody.</summary>
    public required IReadOnlyList<Party> Accusers { get; init; }

    /// <summary>Those against whom it is; empty where the text names nobody.</summary>
    public required IReadOnlyList<Party> Accused { get; init; }

    /// <summary>For whom they act.</summary>
    public IReadOnlyList<Party> OnBehalfOf { get; init; } = [];

    /// <summary>The tokens of what is alleged; empty where it is not said.</summary>
    public (int First, int Last) Matter { get; init; }

    /// <summary>Whether the speaker hedged it.</summary>
    public bool IsHedged { get; init; }

    /// <summary>How sure it is that the act was made: 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The acts of the same text that it answers.</summary>
    public IReadOnlyList<ReportedAct> Answers { get; init; } = [];

    /// <summary>Whether a clause of speech alone reports it, which may only spell out another act of the sentence.</summary>
    public bool IsStatement { get; init; }
}
