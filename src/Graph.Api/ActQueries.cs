using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <summary>
/// Queries of the API about acts between actors, whatever the ontology calls them. All take the variables <c>$where</c>, <c>$acts</c>
/// and <c>$rollUp</c> where the field has these arguments; parties are answered with <c>id</c> and <c>caption</c>.
/// </summary>
public static class ActQueries
{
    /// <summary>The most rows of one answer.</summary>
    public const int MostRows = Limits.MaxCountedRows;

    /// <summary>The most series of a timeline that are named.</summary>
    public const int MostSeries = Limits.MaxSeries;

    /// <summary>The most chains or paths of one answer.</summary>
    public const int MostChains = Limits.MaxChains;

    /// <summary>The most threads of one answer.</summary>
    public const int MostThreads = Limits.MaxThreads;

    /// <summary>The steps of the longest chain or path.</summary>
    public const int LongestChain = Limits.MaxChainLength;

    /// <summary>The acts of a thread that are asked for: more than anybody reads in one go.</summary>
    private const int MostInThread = 200;

    /// <summary>
    /// Pairs of actors under <c>rows</c>: <c>by</c>, <c>against</c>, <c>count</c> and whichever figures are asked for; those after the first
    /// <c>$skipped</c>, and at most <c>$limit</c>.
    /// </summary>
    /// <param name="act">The acts.</param>
    /// <param name="arguments">Which of <c>acts</c> and <c>rollUp</c> the field has.</param>
    /// <param name="figures">The figures, by their names in the API.</param>
    public static string Pairs(Act act, IReadOnlyCollection<string> arguments, IEnumerable<string> figures) =>
        $"query ($limit: Int, $skipped: Int{Declared(act, arguments)}) {{ rows: {act.Pairs}(where: $where, limit: $limit, "
        + $"offset: $skipped{Given(arguments)}) "
        + $"{{ by: {act.Actor} {Party(act.By)} against: {act.Counterpart} {Party(act.Against)} count: {act.Type.Plural} "
        + $"{string.Join(' ', figures)} }} }}";

    /// <summary>Acts over time under <c>rows</c>: <c>time</c>, <c>series</c>, <c>isOther</c> and <c>count</c>.</summary>
    public static string Timeline(Act act, IReadOnlyCollection<string> arguments) =>
        $"query ($bucket: TimeBucket!, $from: TimeBound, $to: TimeBound, $series: {act.Type.Name}Series, $top: Int{Declared(act, arguments)}) "
        + $"{{ rows: {act.Timeline}(where: $where, bucket: $bucket, from: $from, to: $to, series: $series, top: $top{Given(arguments)}) "
        + $"{{ time series isOther count: {act.Type.Plural} }} }}";

    /// <summary>
    /// Threads under <c>rows</c>: <c>first</c>, <c>last</c>, <c>size</c> and <c>acts</c>, each with its <c>move</c>, the <c>id</c> of those that it
    /// <c>answers</c>, and the <c>act</c>: its <c>id</c>, its day <c>on</c>, its caption, parties <c>by</c> and <c>against</c>, and one piece of
    /// evidence. Takes <c>$where</c> and <c>$limit</c>.
    /// </summary>
    /// <param name="act">The acts.</param>
    /// <param name="hasMoves">Whether the field tells the moves.</param>
    public static string Threads(Act act, bool hasMoves) =>
        $"query ($where: {ApiNames.Where(act.Type)}, $limit: Int) {{ rows: {act.Threads}(where: $where, limit: $limit) {{ first last size "
            + $"acts(limit: {MostInThread}) {{ {(hasMoves ? "move " : "")}answers {{ id: {act.Type.Id.Name} }} act {{ id: {act.Type.Id.Name} "
            + $"by: {act.By.Name} {Party(act.By)} against: {act.Against.Name} {Party(act.Against)} {Report(act)} }} }} }} }}";

    /// <summary>
    /// Chains under <c>found</c> as the API answers them, with <c>by</c>, <c>against</c>, <c>count</c> and the latest of the acts under
    /// <c>latest</c> at each step: its day <c>on</c>, its caption and one piece of evidence.
    /// </summary>
    public static string Chains(Act act, IReadOnlyCollection<string> arguments) =>
        $"query ($from: ID!, $to: ID!, $directed: Boolean, $maxLength: Int, $limit: Int{Declared(act, arguments)}) "
            + $"{{ found: {act.Chains}(from: $from, to: $to, where: $where, directed: $directed, maxLength: $maxLength, "
            + $"limit: $limit{Given(arguments)}) "
            + $"{{ complete bound chains {{ length steps {{ by: {act.Actor} {Party(act.By)} against: {act.Counterpart} {Party(act.Against)} count "
            + $"latest: {act.Type.Plural}(limit: 1, sort: [{{ {act.On.Name}: DESC }}]) {{ {Report(act)} }} }} }} }} }}";

    /// <summary>Under <c>rows</c> the actors with most acts of any kind: <c>text</c> and <c>count</c>.</summary>
    /// <param name="act">The acts.</param>
    /// <param name="isAgainst">Those whom the acts are against; otherwise those who act.</param>
    /// <param name="limit">How many.</param>
    public static string Top(Act act, bool isAgainst, int limit) =>
        $"{{ rows: {ApiNames.TopActors(act)}(as: {ApiNames.Constant(isAgainst ? act.Counterpart : act.Actor)}, limit: "
            + $"{limit}{(act.Kind is null ? "" : ", acts: null")}) {{ text count }} }}";

    /// <summary>Paths between two nodes under <c>found</c> as the API answers them.</summary>
    public static string Paths =>
        "query ($from: NodeRef!, $to: NodeRef!, $maxLength: Int, $limit: Int) { found: paths(from: $from, to: $to, "
            + "maxLength: $maxLength, limit: $limit) "
        + "{ complete bound paths { length nodes { type id caption } steps { relationship direction } } } }";

    /// <summary>What an act is about, when, and in whose words.</summary>
    private static string Report(Act act) => $"on: {act.On.Name} caption: {act.Type.Caption.Name}"
        + (act.Evidence is { } reports ? $" evidence: {reports.Name}(limit: 1) {{ caption: {reports.Target.Caption.Name} }}" : "");

    private static string Party(RelationshipField parties) => $"{{ id: {parties.Target.Id.Name} caption: {parties.Target.Caption.Name} }}";

    private static string Declared(Act act, IReadOnlyCollection<string> arguments) =>
        $", $where: {ApiNames.Where(act.Type)}"
        + (arguments.Contains("acts") ? $", $acts: [{act.Kind!.Enum!.Name}!]" : "")
        + (arguments.Contains("rollUp") ? ", $rollUp: RollUp" : "");

    private static string Given(IReadOnlyCollection<string> arguments) => string.Concat(arguments.Select(argument => $", {argument}: ${argument}"));
}
