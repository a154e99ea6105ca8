using System.Globalization;
using Graph.Cli.Output;
using Graph.Model.Changes;

namespace Graph.Cli;

/// <summary>What <c>graph changes</c> and <c>graph undo</c> say.</summary>
internal static class ChangeMessages
{
    public const string UndoNothing = "Nothing was changed.";

    public static string DaysOutOfRange(int days, int most) =>
        $"--keep-changes is {days.ToString(CultureInfo.InvariantCulture)}: give a number of days from 0 to "
            + $"{most.ToString(CultureInfo.InvariantCulture)}.";

    public static string NoRunNumber(string text) => $"\"{text}\" is no number of a run: graph log lists them.";

    public static string NoType(string name, IEnumerable<string> known) =>
        $"The ontology has no type {name}. --type takes {string.Join(", ", known)}.";

    public static string WouldUndo(long run, UndoResult result) => $"To take back run {Run(run)} would be: {Counts(result)}.";

    public static string Undone(long run, long by, UndoResult result) =>
        $"Run {Run(run)} is taken back: {Counts(result)}. It is run {Run(by)}; graph undo {Run(by)} brings back what was.";

    private static string Counts(UndoResult result) =>
        $"{Records(result.Added)} added again, {Numbers.Grouped(result.Changed)} changed back, {Numbers.Grouped(result.Removed)} removed"
            + (result.Asserters > 0
            ? $", and {Records(result.Asserters)} given back to those who asserted {(result.Asserters == 1 ? "it" : "them")} before"
            : "");

    private static string Records(long count) => count == 1 ? "1 record" : $"{Numbers.Grouped(count)} records";

    private static string Run(long run) => run.ToString(CultureInfo.InvariantCulture);
}
