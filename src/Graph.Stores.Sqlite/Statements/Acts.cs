using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints which acts are counted, and figures over them.</summary>
internal sealed class Acts(StatementScope scope, Paths paths, Roots roots)
{
    /// <summary>A query of the acts: their keys as <c>act</c>, their days as <c>day</c>.</summary>
    /// <param name="choice">Which.</param>
    /// <param name="onDay">Further conditions on the day.</param>
    public string Chosen(ActChoice choice, Func<string, IEnumerable<string>>? onDay = null)
    {
        var matches = roots.All(roots.At(choice.Act.Type), choice.Where);
        var day = matches.Place.Read(new(Subject.Node, choice.Act.On));
        List<string> conditions = [.. matches.Conditions, .. OfKind(choice, matches.Place), .. onDay?.Invoke(day) ?? []];
        return $"SELECT {matches.Place.Key} AS act, {day} AS day FROM {matches.From}{SqlText.Where(conditions)}";
    }

    /// <summary>A query of days and how many acts there are on each: <c>day</c> and <c>acts</c>; a day may be in several rows.</summary>
    /// <param name="choice">Which acts.</param>
    /// <param name="onDay">Further conditions on the day.</param>
    public string ByDay(ActChoice choice, Func<string, IEnumerable<string>> onDay)
    {
        var matches = roots.All(roots.At(choice.Act.Type), choice.Where);
        var day = matches.Place.Read(new(Subject.Node, choice.Act.On));

        // Where nothing else is asked of acts, the index of kinds and days has them in the order in which they are counted.
        var kind = choice.Where is null && !choice.Kinds.IsAll && choice.Act.Kind is { } property
            ? matches.Place.Read(new(Subject.Node, property))
            : null;
        List<string> conditions = [.. matches.Conditions, .. OfKind(choice, matches.Place, isIndexed: kind is not null), .. onDay(day)];
        return $"SELECT {day} AS day, count(*) AS acts FROM {matches.From}{SqlText.Where(conditions)}"
            + $" GROUP BY {(kind is null ? "" : kind + ", ")}{day}";
    }

    /// <summary>A figure over rows of acts, each act once.</summary>
    /// <param name="act">The kind of act.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="alias">The rows: an act and its day, and the evidence that <see cref="Evidence"/> joins.</param>
    /// <param name="isOnce">No act is in more than one row.</param>
    public string Figure(Act act, ActFigure figure, string alias, bool isOnce) => figure switch
    {
        ActFigure.Acts => isOnce ? "count(*)" : $"count(DISTINCT {alias}.act)",
        ActFigure.Claims => $"count(DISTINCT {Claim(act, alias)})",
        ActFigure.Evidence => $"count(DISTINCT {EvidenceAlias}.node)",
        ActFigure.Answered => Number(Answered(act, alias, isDenied: false), alias, isOnce),
        ActFigure.Denied => Number(Answered(act, alias, isDenied: true), alias, isOnce),
        ActFigure.First => $"min({alias}.day)",
        ActFigure.Last => $"max({alias}.day)",
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Unknown figure."),
    };

    /// <summary>Joins rows of acts with what reports them, for that figure; after a space.</summary>
    public string Evidence(Act act, string alias)
    {
        var hop = paths.Follow(act.Evidence!);
        return $" LEFT JOIN (SELECT {hop.Near} AS act, {hop.End} AS node FROM "
            + $"{(hop.IsCertain ? hop.Edges : hop.Joined)}{SqlText.Where(hop.Types is { } types ? [types] : [])})"
            + $" AS {EvidenceAlias} ON {EvidenceAlias}.act = {alias}.act";
    }

    private const string EvidenceAlias = "reported";

    // An index that begins with kinds, of which there are few, must not be preferred to one of days where other conditions are asked.
    private IEnumerable<string> OfKind(ActChoice choice, Place place, bool isIndexed = false)
    {
        if (choice.Act.Kind is not { } kind) return [];
        var value = $"{(isIndexed ? "" : "+")}{place.Read(new(Subject.Node, kind))}";
        if (choice.Kinds.Given is { } given) return [$"{value} IN (SELECT value FROM json_each({scope.Bind(given, BindingForm.Items)}))"];
        return choice is { Kinds.IsCounted: true, Act.Counted: { } counted } ? [$"{value} = '{counted}'"] : [];
    }

    // Keys are greater than 0, so that an act without a claim is one that no other act makes.
    private string Claim(Act act, string alias)
    {
        var claim = Members.Along(paths, [act.Claim!], $"{alias}.act");
        return $"coalesce((SELECT min({claim.Key}) FROM {string.Join(" CROSS JOIN ", claim.Tables)}{SqlText.Where(claim.Conditions)}), -{alias}.act)";
    }

    private string Answered(Act act, string alias, bool isDenied)
    {
        var hop = paths.Follow(act.Answers!);
        var answer = roots.At(act.Type);
        List<string> conditions = [$"{hop.End} = {alias}.act"];
        if (!isDenied) return $"EXISTS (SELECT 1 FROM {hop.Edges}{SqlText.Where(conditions)})";
        conditions.Add($"{answer.Read(new(Subject.Node, act.Kind!))} = '{act.Denies}'");
        return $"EXISTS (SELECT 1 FROM {hop.Edges} CROSS JOIN {answer.Table} ON {answer.RowKey} = {hop.Near}{SqlText.Where(conditions)})";
    }

    private static string Number(string condition, string alias, bool isOnce) =>
        isOnce ? $"sum({condition})" : $"count(DISTINCT CASE WHEN {condition} THEN {alias}.act END)";
}
