using Graph.Extraction.Names;
using Graph.Extraction.Rules;
using Graph.Extraction.Text;

namespace Graph.Extraction;

/// <summary>Reads English news text and finds who accuses, criticizes or contradicts whom. The same text always gives the same acts.</summary>
public sealed class ActReader
{
    private readonly Extractor extractor;

    /// <summary>A reader that knows the states, bodies and outlets of the tables.</summary>
    public ActReader() => extractor = new(KnownNames.Shipped);

    /// <summary>A reader that knows the actors of a graph as well.</summary>
    /// <param name="actors">Their names and other names, each with its id, usual name, label, and the state of a body by its name.</param>
    /// <param name="offices">The offices that they held.</param>
    public ActReader(
        IEnumerable<(string Name, string Id, string UsualName, string? Kind, string? State)> actors, IEnumerable<KnownOffice>? offices = null) =>
        extractor = new(KnownNames.With(
            actors.Select(actor => (actor.Name, new KnownName(actor.UsualName, KindOf(actor.Kind), actor.State, actor.Id))), offices ?? []));

    /// <summary>Reads a text. One in another language than English is not read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Its language, as a code of two letters, where somebody knows it; null to tell it by the text.</param>
    /// <param name="day">The day of the text, on which offices are looked up; null where it is not known, and offices name nobody then.</param>
    /// <param name="cancellationToken">Ends the reading between two sentences.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ReadText Read(string text, string? known = null, DateOnly? day = null, CancellationToken cancellationToken = default)
    {
        var source = SourceText.Of(text.Length > Limits.MaxTextChars ? text[..Limits.MaxTextChars] : text);
        var language = known ?? Languages.Of(source.Value);
        if (language is not (null or "en")) return new(source.Value, language, [], []);
        var (acts, refused) = extractor.Read(source, day, cancellationToken);
        var order = new Dictionary<ReportedAct, int>(ReferenceEqualityComparer.Instance);
        foreach (var (at, act) in acts.Index()) order[act] = at;
        return new(
            source.Value,
            language,
            acts.ConvertAll(act => Found(source, act, order)),
            refused.ConvertAll(refusal => new PassedOver(
                refusal.Cue.Text, source.CodePointsBefore(refusal.Cue.Start), source.Value[refusal.Sentence.Start..refusal.Sentence.End],
                Messages.CodeOf(refusal.Reason), Messages.Why(refusal.Reason))));
    }

    private static NameKind KindOf(string? kind) => Enum.TryParse<NameKind>(kind, out var known) ? known : NameKind.Unknown;

    private static FoundAct Found(SourceText text, ReportedAct act, Dictionary<ReportedAct, int> order)
    {
        var (start, end, cue) = (act.Sentence.Start, act.Sentence.End, act.Sentence.Tokens[act.Cue]);
        return new(
            act.Act, act.Rule, act.Confidence,
            [.. act.Accusers.Select(party => Found(text, party))],
            [.. act.Accused.Select(party => Found(text, party))],
            [.. act.OnBehalfOf.Select(party => Found(text, party))],
            text.Value[start..end], text.CodePointsBefore(start), text.CodePointsBefore(end),
            cue.Text, text.CodePointsBefore(cue.Start), Matter(text.Value, act), act.IsHedged,
            [.. act.Answers.Where(order.ContainsKey).Select(answered => order[answered]).Order()]);
    }

    private static string Matter(string text, ReportedAct act)
    {
        if (act.Matter.Last <= act.Matter.First) return "";
        var tokens = act.Sentence.Tokens;
        return text[tokens[act.Matter.First].Start..tokens[Math.Min(act.Matter.Last, tokens.Length) - 1].End];
    }

    private static FoundParty Found(SourceText text, Party party) => new(
        party.Surface, text.CodePointsBefore(party.Start), text.CodePointsBefore(party.End), party.Name,
        party.Kind == NameKind.Unknown ? null : party.Kind.ToString(), party.State, party.Known?.Id, party.IsReference, party.IsUnresolved)
    {
        IsDescribed = party.IsDescribed,
    };
}
