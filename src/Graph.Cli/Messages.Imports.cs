using Graph.Cli.Output;

namespace Graph.Cli;

/// <summary>How an import ended.</summary>
internal static partial class Messages
{
    public static string ImportFailed => "The import failed; every batch that was finished is stored, and the next run completes the work.";

    public static string ImportCancelled(string location) =>
        $"Cancelled. Every batch that was finished is in {location}; the next run completes the work.";

    public static string DryRunBrokenOff(string location, bool isCancelled) =>
        $"{(isCancelled ? "Cancelled" : "The dry run failed")}. Nothing was written to {location}; what was not read may be refused all the same.";

    public static string DryRun(string location) => $"Nothing was written: this was a dry run against {location}.";

    public static string Imported(long added, string location) => $"{Numbers.Grouped(added)} new in {location}";
}
