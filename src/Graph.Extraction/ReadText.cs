namespace Graph.Extraction;

/// <summary>Somebody as a text names them. Offsets count Unicode code points of the normalized text; the end is excluded.</summary>
/// <param name="Surface">The words of the text.</param>
/// <param name="Start">Code points before them.</param>
/// <param name="End">Code points up to their end.</param>
/// <param name="Name">The name that is meant; the surface itself where nothing better is known.</param>
/// <param name="Kind">
/// What it is, or null where the text does not show it: Person, State, Alliance, GovernmentBody, Media, Party, Company, Group, Other.
/// </param>
/// <param name="State">The state that it is or belongs to, or null.</param>
/// <param name="Id">The id of an actor of the graph, or null.</param>
/// <param name="IsReference">Whether the surface is a pronoun or description that stands for the name.</param>
/// <param name="IsUnresolved">Whether it could not be told who is meant.</param>
public sealed record FoundParty(
    string Surface, int Start, int End, string Name, string? Kind, string? State, string? Id, bool IsReference, bool IsUnresolved)
{
    /// <summary>Whether the name only describes somebody, such as <c>Russian foreign minister</c>.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Whether a person said who it is.</summary>
    public bool IsNamed { get; init; }
}

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

/// <summary>A word that looks as if it reported an act, and why it reports none.</summary>
/// <param name="Cue">The word.</param>
/// <param name="CueStart">Code points before it.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Reason">
/// The guard: negated, hypothetical, question, court, other-sense, no-party, deny-request, deny-report, headline, quote-about-past.
/// </param>
/// <param name="Why">The same in words.</param>
public sealed record PassedOver(string Cue, int CueStart, string Sentence, string Reason, string Why);

/// <summary>What was read in a text.</summary>
/// <param name="Text">The text that the offsets refer to: form C, lines ending in <c>\n</c>.</param>
/// <param name="Language">The language that it seems to be written in, as a code of two letters, or null.</param>
/// <param name="Acts">The acts that it reports, in its order.</param>
/// <param name="PassedOver">What only looks like an act.</param>
public sealed record ReadText(string Text, string? Language, IReadOnlyList<FoundAct> Acts, IReadOnlyList<PassedOver> PassedOver);
