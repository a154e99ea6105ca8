using Graph.Api.Questions;
using Graph.Cli.Output;
using Graph.Model.Ontologies;

namespace Graph.Cli;

/// <summary>What the commands say that ask of acts and names.</summary>
internal static partial class Messages
{
    public const string NoRollUp = "The ontology does not say whom actors stand for: leave --roll-up out.";

    public const string OneKindOfAct = "The ontology has one kind of act: leave --acts out.";

    public const string NothingSearchable = "The ontology marks no property @searchable, so that there is nothing to search.";

    public const string NoWords = "There is no word to look for: give letters or digits, not only what is left out with -.";

    public const string ChosenAsNamed =
        "--by and --against choose acts that name this very actor, before any roll-up. Leave them out and add --roll-up state to see what a "
            + "state's people and bodies said.";

    public const string NothingOnAnyDay = "Nothing on any day: widen the days or the conditions.";

    public const string Undated = "undated";

    public const string OtherSeries = "(all others)";

    public const string NoSeries = "(none)";

    public const string NoThread = "Nothing that was answered, or answers: widen the days or the conditions.";

    public const string NobodyNamed = "(nobody named)";

    public const string AnyGoesEitherWay = "--any goes over relationships either way by itself: leave --either-way out.";

    public const string NoActors = "graph export --actor needs an ontology that has an @act, which says who the actors are.";

    public static string NotOffered(string command, string field) => $"graph {command} needs an ontology whose @act names `{field}`.";

    public static string NoChains(bool hasActors) =>
        NotOffered("path", "chains") + (hasActors ? " With --any it goes over any relationships." : "");

    public static string NameNotLookedUp(string written) => $"\"{written}\" could not be looked up.";

    public static string TakenFor(string written, string caption, string id) => $"\"{written}\" is taken for {caption} ({id}).";

    public static string NoOneName(string written, EntityType type, IReadOnlyList<NamedHit> found, int listed, IReadOnlyList<string> near)
    {
        if (found.Count == 0)
            return $"No {type.Name} is called \"{written}\"." + (near.Count == 0 ? " Look for it with: graph search" : " " + Near(near));
        return $"\"{written}\" may be {Some(found, listed)}. Write the id of one.";
    }

    public static string NotJustSo(string written, EntityType type, IReadOnlyList<NamedHit> found, int listed) =>
        $"No {type.Name} is called just \"{written}\", and what changes the graph guesses no spelling. "
            + $"Near it: {Some(found, listed)}. Write the id of the one you mean.";

    private static string Some(IReadOnlyList<NamedHit> found, int listed) =>
        string.Join(", ", found.Take(listed).Select(one => $"{one.Caption} ({one.Id})")) + (found.Count > listed ? ", and others" : "");

    public static string Near(IReadOnlyList<string> names) => $"Close to it: {string.Join(", ", names)}.";

    public static string NotADay(string option, string given) => $"{option} takes a day such as 2025-06-02, not \"{given}\".";

    public static string WhereNotJson(string fault) =>
        $"--where is not a JSON object: {fault} Write for example '{{\"confidence\": {{\"gte\": 0.9}}}}'.";

    public static string NoKind(string given, IReadOnlyList<string> known) =>
        $"--acts knows no {given}. Choose from {string.Join(", ", known)}, or all.";

    public static string Acts(long count, Act act) => Count(count, char.ToLowerInvariant(act.Type.Name[0]) + act.Type.Name[1..], act.Type.Plural);

    public static string ThreadHead(long size, Act act, string? first, string? last) => $"{Acts(size, act)}, "
        + (first is null ? Undated : first == last ? first : $"{first} to {last}");

    public static string Answering(IReadOnlyList<int> numbers, int beyond) =>
        $"answers {string.Join(", ", numbers)}{(beyond > 0 && numbers.Count > 0 ? " and " : "")}{(beyond > 0 ? $"{beyond} that are not shown" : "")}";

    public static string ThreadsShown(int shown, bool isMore) => isMore
        ? ShownOfMore(shown)
        : Count(shown, "thread") + ".";

    public static string Others(string number) => $"{number} others";

    public static string NotWithAny(string option) =>
        $"{option} chooses acts, and --any goes over all relationships of the graph: leave one of the two out.";

    public static string OneActor(string id) => $"Both are {id}: give two that differ.";

    public static string HowMany(int found, string? bound, int longest, IReadOnlyList<string> wider) => (found, bound) switch
    {
        (0, "LENGTH") => $"Nothing leads from one to the other within {Count(longest, "step")}."
            + (wider.Count == 0 ? "" : $" {string.Join(" or ", wider)} may find more."),
        (0, null) => "Nothing leads from one to the other.",
        (_, "LIMIT") => ShownOfMore(found),
        (_, "EXPANSIONS" or "TIME") => $"{Numbers.Grouped(found)} found before the search had to end; there may be others.",
        _ => $"{Numbers.Grouped(found)} of this length, and no more.",
    };

    public static string Hits(int shown, long total) =>
        total == 0 ? "Nothing found." : $"{Numbers.Grouped(shown)} of {Numbers.Grouped(total)} shown.";

    public static string Rows(int count, IReadOnlyList<string> leftOut) =>
        count switch { 0 => "No rows.", 1 => "1 row", _ => $"{Numbers.Grouped(count)} rows" }
            + (leftOut.Count == 0 ? "" : $"; no room for {string.Join(", ", leftOut)}, which --csv has");

    private static string ShownOfMore(int shown) => $"{Numbers.Grouped(shown)} shown of more; a greater --limit shows them.";
}
