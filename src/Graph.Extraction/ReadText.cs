namespace Graph.Extraction;

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
