using System.Globalization;

namespace Graph.Model.Changes;

/// <summary>What is said of changes that are kept, or not.</summary>
public static class ChangeMessages
{
    private const string Anew = "Export the graph anew, and go on from the end of its changes, which you ask for before the export";

    /// <summary>Changes after the cursor were forgotten.</summary>
    public static string Expired => $"The changes after this cursor are not kept any more. {Anew}.";

    /// <summary>The cursor is of another history.</summary>
    public static string OtherHistory => $"This cursor is not of this graph, or of a time before it was put back from a backup. {Anew}.";

    /// <summary>The graph keeps no changes.</summary>
    public static string NeverKept =>
        "This graph is made anew from a larger one whenever that has changed, and keeps no changes of its own. Export it again instead.";

    /// <summary>It is no cursor at all.</summary>
    public static string NoCursor(string text) => $"\"{text}\" is no cursor of changes: take one that an answer has given, such as 1042.9f3a6c01.";

    internal static string Damaged(string location) =>
        $"The changes that {location} keeps are damaged. The graph itself may be sound: export it and import it into a new store.";

    /// <summary>The graph keeps no run of the number.</summary>
    public static string NoSuchRun(long run) => $"There is no run {Text(run)}: graph log lists them.";

    internal static string NotKept(long run) =>
        $"What run {Text(run)} changed is not kept: it was made by an earlier version, or longer ago than changes are kept (--keep-changes). "
        + "Import its sources again as they were.";

    internal static string ChangedNothing(long run) => $"Run {Text(run)} changed nothing.";

    internal static string BrokenOff(long run) =>
        $"Run {Text(run)} has not ended, and no changes of it are kept: it changed nothing, or did so longer ago than changes are kept "
        + "(--keep-changes).";

    internal static string TakenBack(long run, long by) =>
        $"Run {Text(run)} was taken back by run {Text(by)} already: take back run {Text(by)} to have what it did again.";

    internal static string Touched(long run, IReadOnlyList<long> later, ChangedRecord first, long others) =>
        $"Run {Text(run)} cannot be taken back, for {Runs(later)} changed the same records since: "
            + $"{first}{(others > 0 ? $", and {Text(others)} more" : "")}. "
        + $"Take back {Runs(later)} first{(later.Count > 1 ? ", the latest before the others" : "")}.";

    internal static string Attached(long run, ChangedRecord node, string what) =>
        $"Run {Text(run)} cannot be taken back: {node}, which it added, has {what} from elsewhere since. Remove that first.";

    internal static string NoEnd(long run, ChangedRecord relationship) =>
        $"Run {Text(run)} cannot be taken back: {relationship}, which it removed, would lead to what is not there any more.";

    internal static string TypeGone(long run, string type) =>
        $"Run {Text(run)} cannot be taken back: the ontology has {type} no more, of which it changed records.";

    internal static string Refused(long run, string detail) => $"Run {Text(run)} cannot be taken back: {detail}";

    private static string Runs(IReadOnlyList<long> runs) => (runs.Count, runs.Count(run => run > 0)) switch
    {
        (_, 0) => "something that was no run",
        (1, _) => $"run {Text(runs[0])}",
        _ => $"runs {string.Join(", ", runs.Where(run => run > 0).Select(Text))}",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
