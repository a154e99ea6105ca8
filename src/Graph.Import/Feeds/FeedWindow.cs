using Graph.Import.CodedActs;
using Graph.Import.Parties;

namespace Graph.Import.Feeds;

/// <summary>Which acts of feeds a run takes: of a stretch of days, of some countries.</summary>
internal sealed class FeedWindow(ImportOptions options)
{
    private readonly HashSet<string> countries = new(options.Countries, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind under which an act is left out; null where it is taken.</summary>
    public string? LeftOutAs(CodedAct act)
    {
        if (act.Day < options.Since || act.Day > options.Until) return "other days";
        return countries.Count == 0 || act.Accusers.Any(IsOfThem) || act.Accused.Any(IsOfThem) ? null : "other countries";
    }

    private bool IsOfThem(Party party) => party.Country is { } country && countries.Contains(country);
}
