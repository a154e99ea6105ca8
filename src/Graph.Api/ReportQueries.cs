using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <summary>
/// Queries of the API for those who repeat what they read: whatever acts they list carry their parties, the words that report them, and the
/// document, publisher, day and address of these. Fields keep the ontology's names.
/// </summary>
public static class ReportQueries
{
    /// <summary>Acts of one list beside figures.</summary>
    private const int Latest = 5;

    /// <summary>Acts of one thread, and of one list of answers.</summary>
    private const int InThread = 12;

    /// <summary>
    /// Acts, those of the latest days first: how many match under <c>all</c>, and how many of them have no day, and are not listed, under
    /// <c>undated</c>. Takes <c>$where</c>, <c>$dated</c>, <c>$undated</c> and <c>$limit</c>.
    /// </summary>
    public static string Acts(Act act)
    {
        var all = ApiNames.RootConnection(act.Type);
        return $"query ({Where(act, "where")}, {Where(act, "dated")}, {Where(act, "undated")}, $limit: Int) {{ "
            + $"all: {all}(where: $where) {{ totalCount }} undated: {all}(where: $undated) {{ totalCount }} "
            + $"{ApiNames.RootList(act.Type)}(where: $dated, {ByDay(act)}, limit: $limit) {ReportSelections.Of(act)} }}";
    }

    /// <summary>Under <c>found</c> the act of the id <c>$id</c>, with what it answers and what answers it.</summary>
    public static string One(Act act)
    {
        List<RelationshipField> answers = act.Answers is not { } answered ? []
            : [answered, .. act.Type.Relationships.Where(back => back.Relationship == answered.Relationship && back.Direction != answered.Direction)];
        var more = string.Concat(answers.Select(field => $" {field.Name}(limit: {InThread}) {ReportSelections.Of(act)}"));
        return $"query ($id: ID!) {{ found: {ApiNames.RootList(act.Type)}(where: {{ {act.Type.Id.Name}: {{ eq: $id }} }}) "
            + $"{ReportSelections.Of(act)[..^1]}{more} }} }}";
    }

    /// <summary>
    /// Under <c>found</c> the actor of the id <c>$id</c>; under <c>made</c> and <c>suffered</c> how many acts match <c>$by</c> and <c>$against</c>,
    /// under <c>madeAgainst</c> and <c>sufferedFrom</c> with whom, and under <c>latestMade</c> and <c>latestSuffered</c> the latest of them that
    /// match <c>$datedBy</c> and <c>$datedAgainst</c>.
    /// </summary>
    public static string Actor(Act act)
    {
        var (actors, list, all) = (act.By.Target, ApiNames.RootList(act.Type), ApiNames.RootConnection(act.Type));
        var types = string.Join(' ', actors.ConcreteTypes.Select(type => ReportSelections.Actor(act, type)));
        var pairs = act.Pairs is null ? "" : $"madeAgainst: {PairRows(act, "$by", "10")} sufferedFrom: {PairRows(act, "$against", "10")} ";
        return $"query ($id: ID!, {Where(act, "by")}, {Where(act, "against")}, {Where(act, "datedBy")}, {Where(act, "datedAgainst")}) {{ "
            + $"found: {ApiNames.RootList(actors)}(where: {{ {actors.Id.Name}: {{ eq: $id }} }}) {{ __typename {types} }} "
            + $"made: {all}(where: $by) {{ totalCount }} suffered: {all}(where: $against) {{ totalCount }} {pairs}"
            + $"latestMade: {list}(where: $datedBy, {ByDay(act)}, limit: {Latest}) {ReportSelections.Of(act)} "
            + $"latestSuffered: {list}(where: $datedAgainst, {ByDay(act)}, limit: {Latest}) {ReportSelections.Of(act)} }}";
    }

    /// <summary>
    /// Pairs of actors, and under <c>latest</c> acts that match <c>$latest</c>. Takes <c>$where</c>, <c>$limit</c> and <c>$kinds</c>.
    /// </summary>
    public static string Pairs(Act act) =>
        $"query ({Where(act, "where")}, {Where(act, "latest")}, $limit: Int{Kinds(act)}) {{ "
        + $"{PairRows(act, "$where", "$limit" + GivenKinds(act))} {LatestOf(act)} }}";

    /// <summary>
    /// Acts over time, and under <c>latest</c> acts that match <c>$latest</c>. Takes <c>$where</c>, <c>$bucket</c> and <c>$kinds</c>.
    /// </summary>
    public static string Timeline(Act act) =>
        $"query ({Where(act, "where")}, {Where(act, "latest")}, $bucket: TimeBucket!{Kinds(act)}) {{ "
        + $"{act.Timeline}(where: $where, bucket: $bucket, fill: false{GivenKinds(act)}) {{ time series {act.Type.Plural} }} {LatestOf(act)} }}";

    /// <summary>Threads of acts. Takes <c>$where</c> and <c>$limit</c>.</summary>
    public static string Threads(Act act) =>
        $"query ({Where(act, "where")}, $limit: Int) {{ {act.Threads}(where: $where, limit: $limit) {{ first last size "
        + $"parties {ReportSelections.Named(act.By.Target)} acts(limit: {InThread}) {{ "
        + $"depth move answers {{ {act.Type.Id.Name} }} act {ReportSelections.Of(act)} }} }} }}";

    /// <summary>Chains of actors, each step with its latest act. Takes <c>$from</c>, <c>$to</c>, <c>$where</c> and <c>$limit</c>.</summary>
    public static string Chains(Act act) =>
        $"query ($from: ID!, $to: ID!, {Where(act, "where")}, $limit: Int) {{ {act.Chains}(from: $from, to: $to, "
        + $"where: $where, limit: $limit) {{ complete bound chains {{ length steps {{ "
        + $"{Ends(act)} count {act.Type.Plural}({ByDay(act)}, limit: 1) {ReportSelections.Of(act)} }} }} }} }}";

    /// <summary>Nodes by their words; acts among them as everywhere. Takes <c>$text</c>, <c>$types</c> and <c>$first</c>.</summary>
    /// <param name="act">The acts, if words of theirs are found; or null.</param>
    public static string Search(Act? act) =>
        $"query ($text: String!, $types: [SearchableType!], $first: Int) {{ {NameQueries.SearchField}(text: $text, types: $types, first: $first) "
        + "{ totalCount hits { type id caption fields { name snippet }"
        + (act is null ? "" : $" node {{ ... on {act.Type.Name} {ReportSelections.Of(act)} }}")
        + " } suggestions } }";

    private static string Where(Act act, string name) => $"${name}: {ApiNames.Where(act.Type)}";

    private static string Kinds(Act act) => act.Kind?.Enum is { } kinds ? $", $kinds: [{kinds.Name}!]" : "";

    private static string GivenKinds(Act act) => act.Kind is null ? "" : ", acts: $kinds";

    private static string ByDay(Act act) => $"sort: [{{ {act.On.Name}: DESC }}, {{ {act.Type.Id.Name}: ASC }}]";

    private static string Ends(Act act) =>
        $"{act.Actor} {ReportSelections.Named(act.By.Target)} {act.Counterpart} {ReportSelections.Named(act.Against.Target)}";

    private static string PairRows(Act act, string where, string limit) =>
        $"{act.Pairs}(where: {where}, limit: {limit}) {{ {Ends(act)} {act.Type.Plural} first last }}";

    private static string LatestOf(Act act) =>
        $"latest: {ApiNames.RootList(act.Type)}(where: $latest, {ByDay(act)}, limit: {Latest}) {ReportSelections.Of(act)}";
}
