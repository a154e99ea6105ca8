using System.Globalization;
using Graph.Import;
using Graph.Model.Stores;
using Spectre.Console;

namespace Graph.Cli.Output;

/// <summary>What an import or a check found, as people read it.</summary>
internal static class ImportReports
{
    /// <summary>As many rejections as fit a screen; the file has all of them.</summary>
    private const int Shown = 20;

    public static void Write(ImportReport report, IGraphStore graph, IAnsiConsole data, IAnsiConsole talk)
    {
        WriteRejections(report.Rejections, report.Rejected, talk);
        if (report.RejectedPath is { } path) talk.WriteLine($"All rejected records with their reasons: {path}");
        if (report.Outcome == ImportOutcome.WrongUsage)
        {
            talk.WriteLine(report.Failure ?? "");
            return;
        }

        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in (string[])["read", "added", "changed", "unchanged", "rejected", "elapsed", "records/s"]) table.AddColumn(new TableColumn(column).RightAligned());
        table.AddRow(
            Numbers.Grouped(report.Read),
            Numbers.Grouped(report.Added),
            Numbers.Grouped(report.Changed),
            Numbers.Grouped(report.Unchanged),
            Numbers.Grouped(report.Rejected),
            string.Create(CultureInfo.InvariantCulture, $"{report.Elapsed.TotalSeconds:0.00} s"),
            Numbers.Grouped((long)report.RecordsPerSecond));
        data.Write(table);
        data.WriteLine(report switch
        {
            { Outcome: ImportOutcome.Failed } => "The import failed; every batch that was finished is stored, and the next run completes the work.",
            { Outcome: ImportOutcome.Cancelled } => $"Cancelled. Every batch that was finished is in {graph.Location}; the next run completes the work.",
            { DryRun: true } => $"Nothing was written: this was a dry run against {graph.Location}.",
            _ => $"{Numbers.Grouped(report.Added)} new in {graph.Location}",
        });
        if (report.Tallies > 0 && graph.Ontology.Act is { } act)
            data.WriteLine($"Kept count by {act.Actor} and {act.Counterpart}: {Count(report.Tallies, "pair")}, derived from the {act.Type.Plural} in the graph");
        if (report.LabelsLeftOut.Count > 0)
            data.WriteLine($"Labels that the ontology does not know were left out: {string.Join(", ", report.LabelsLeftOut.Select(one => $"{one.Label} ({Count(one.Nodes, "node")})"))}");
        if (report.Failure is { } failure) Terminal.Say(failure); // As one line, for whoever searches a log.
    }

    public static void Write(DossierCheckReport report, IAnsiConsole data, IAnsiConsole talk)
    {
        if (report.WrongUsage is { } fault)
        {
            talk.WriteLine(fault);
            return;
        }

        WriteRejections(report.Rejections, report.Rejections.Count, talk);
        data.WriteLine(
            $"{Count(report.Files, "dossier")}, {Count(report.Described, "entry", "entries")}, {Count(report.Accusations, "accusation")}: "
            + (report.Rejections.Count == 0 ? "no fault found." : $"{Count(report.Rejections.Count, "entry", "entries")} at fault."));
    }

    private static void WriteRejections(IReadOnlyList<Rejection> rejections, long all, IAnsiConsole talk)
    {
        foreach (var rejection in rejections.Take(Shown))
            talk.WriteLine(rejection.ToString());
        if (all > Shown) talk.WriteLine($"… and {Numbers.Grouped(all - Math.Min(Shown, rejections.Count))} more");
    }

    private static string Count(long number, string one, string? many = null) => $"{Numbers.Grouped(number)} {(number == 1 ? one : many ?? one + "s")}";
}
