using Graph.Extraction.Names;
using Graph.Extraction.Rules;
using Graph.Extraction.Text;
using Graph.Model.Text;

namespace Graph.Extraction.Models;

/// <summary>
/// Takes of what a model proposes only what stands in the text: the quote word for word, the words of each party in the quote or the
/// sentence before it, and an act that is one of ours.
/// </summary>
internal sealed class ProposalCheck(string text, IReadOnlyList<FoundAct> found)
{
    /// <summary>How sure an act is that a model proposed and the text bears out.</summary>
    private const double Confidence = 0.5;

    /// <summary>Characters of a quote: a few words at least, a long paragraph at most.</summary>
    private const int MinQuoteChars = 12, MaxQuoteChars = 1_500;

    /// <summary>Characters of a refused quote that are told.</summary>
    private const int ToldChars = 80;

    private readonly SourceText source = SourceText.Of(text);
    private readonly List<Sentence> sentences = SentenceSplitter.Split(SourceText.Of(text));

    /// <summary>The act of a proposal, or why it is refused.</summary>
    public (FoundAct? Act, RefusedProposal? Refused) Take(Proposal? proposal)
    {
        if (proposal is null) return Refuse("", ModelMessages.Empty);
        var quote = SourceText.Of(proposal.Quote ?? "").Value.Trim();
        if (quote.Length is < MinQuoteChars or > MaxQuoteChars) return Refuse(quote, ModelMessages.QuoteLength(MinQuoteChars, MaxQuoteChars));
        if (CueTable.Shared.Acts.FirstOrDefault(act => act.Equals(proposal.Act, StringComparison.OrdinalIgnoreCase)) is not { } kind)
            return Refuse(quote, ModelMessages.NoSuchAct(proposal.Act, CueTable.Shared.Acts));
        var at = Place(quote, 0, source.Value.Length);
        if (at < 0) return Refuse(quote, ModelMessages.NotInText);
        var from = ContextStart(at);
        if (Parties(proposal.Accusers, from, at + quote.Length, out var strange) is not { } accusers
            || Parties(proposal.Accused, from, at + quote.Length, out strange) is not { } accused)
            return Refuse(quote, ModelMessages.PartyNotInQuote(strange!));
        if (accusers.Count == 0 && accused.Count == 0) return Refuse(quote, ModelMessages.Nobody);
        if (found.Any(act => IsSame(act, kind, accusers, accused, at, at + quote.Length))) return Refuse(quote, ModelMessages.FoundAlready);
        var matter = SourceText.Of(proposal.Matter ?? "").Value.Trim();
        return (new(
            kind, "model", Confidence, accusers, accused, [], quote, source.CodePointsBefore(at), source.CodePointsBefore(at + quote.Length),
            "", source.CodePointsBefore(at), source.Value.IndexOf(matter, at, StringComparison.Ordinal) >= 0 ? matter : "", false, []), null);
    }

    // Where the sentence before the one of the quote begins.
    private int ContextStart(int at)
    {
        var index = sentences.FindLastIndex(sentence => sentence.Start <= at);
        return index > 0 ? sentences[index - 1].Start : 0;
    }

    // Where words stand between two indexes as whole words, or -1: Mali does not stand in Somalia.
    private int Place(string words, int from, int until)
    {
        for (var at = from; (at = source.Value.IndexOf(words, at, until - at, StringComparison.Ordinal)) >= 0; at++)
            if (!Continues(at - 1, at) && !Continues(at + words.Length - 1, at + words.Length)) return at;
        return -1;
    }

    private bool Continues(int before, int after) =>
        before >= 0 && after < source.Value.Length && char.IsLetterOrDigit(source.Value[before]) && char.IsLetterOrDigit(source.Value[after]);

    private List<FoundParty>? Parties(List<string?>? surfaces, int from, int until, out string? strange)
    {
        strange = null;
        List<FoundParty> parties = [];
        foreach (var given in surfaces ?? [])
        {
            var surface = SourceText.Of(given ?? "").Value.Trim();
            if (surface.Length == 0 || surface.Equals("unknown", StringComparison.OrdinalIgnoreCase)) continue;
            var at = Place(surface, from, until);
            if (at < 0)
            {
                strange = surface;
                return null;
            }

            var known = KnownNames.Shipped.Find(surface.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? surface[4..] : surface)?.Of;
            parties.Add(new(
                surface, source.CodePointsBefore(at), source.CodePointsBefore(at + surface.Length), known?.Name ?? surface,
                known?.Kind.ToString(), known?.State, known?.Id, false, known is null));
        }

        return parties;
    }

    private bool IsSame(FoundAct act, string kind, List<FoundParty> accusers, List<FoundParty> accused, int start, int end) =>
        act.Act == kind && act.Start < source.CodePointsBefore(end) && act.End > source.CodePointsBefore(start) && Meet(act.Accusers, accusers)
            && Meet(act.Accused, accused);

    private static bool Meet(IReadOnlyList<FoundParty> one, List<FoundParty> other) =>
        one.Count == 0 && other.Count == 0
        || one.Any(party => other.Exists(same =>
            same.Name == party.Name || party.Surface.Contains(same.Surface, StringComparison.Ordinal)
            || same.Surface.Contains(party.Surface, StringComparison.Ordinal)));

    private static (FoundAct? Act, RefusedProposal? Refused) Refuse(string quote, string reason) =>
        (null, new(Shortened.Of(quote, ToldChars), reason));
}
