namespace Graph.Extraction;

/// <summary>An act that a text reports. Offsets count Unicode code points of the normalized text; the end is excluded.</summary>
/// <param name="Act">Which, as the ontology names it.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Confidence">How sure it is that the act was made: 0 to 1.</param>
/// <param name="Accusers">Those who act; empty where the text names nobody.</param>
/// <param name="Accused">Those against whom it is; empty where the text names nobody.</param>
/// <param name="OnBehalfOf">For whom they act.</param>
/// <param name="Quote">The sentence that reports it.</param>
/// <param name="Start">Code points before the quote.</param>
/// <param name="End">Code points up to its end.</param>
/// <param name="Cue">The word that reports it.</param>
/// <param name="CueStart">Code points before that word.</param>
/// <param name="Matter">What is alleged, in the words of the text; empty where it is not said.</param>
/// <param name="IsHedged">Whether the speaker hedged it.</param>
/// <param name="Answers">The acts of the text that it answers, by their place in the list.</param>
public sealed record FoundAct(
    string Act,
    string Rule,
    double Confidence,
    IReadOnlyList<FoundParty> Accusers,
    IReadOnlyList<FoundParty> Accused,
    IReadOnlyList<FoundParty> OnBehalfOf,
    string Quote,
    int Start,
    int End,
    string Cue,
    int CueStart,
    string Matter,
    bool IsHedged,
    IReadOnlyList<int> Answers);
