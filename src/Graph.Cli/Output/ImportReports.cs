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
        if (!report.HasBegun)
        {
            Terminal.Say(report.Failure ?? Messages.Cancelled);
            return;
        }

        WriteRejections(report.Rejections, report.Rejected, talk);
        if (report.RejectedPath is { } path) Terminal.Say(Messages.RejectedWrittenTo(path, report.RejectedUnwritten));

        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in (string[])["read", "added", "changed", "removed", "unchanged", "rejected", "elapsed", "records/s"])
            table.AddColumn(new TableColumn(column).RightAligned());
        table.AddRow(
            Numbers.Grouped(report.Read),
            Numbers.Grouped(report.Added),
            Numbers.Grouped(report.Changed),
            Numbers.Grouped(report.Removed),
            Numbers.Grouped(report.Unchanged),
            Numbers.Grouped(report.Rejected),
            string.Create(CultureInfo.InvariantCulture, $"{report.Elapsed.TotalSeconds:0.00} s"),
            Numbers.Grouped((long)report.RecordsPerSecond));
        data.Write(table);
        FeedReports.Write(report.FileReports, data);
        data.WriteLine(report switch
        {
            { Outcome: ImportOutcome.Failed or ImportOutcome.Cancelled, DryRun: true } =>
                Messages.DryRunBrokenOff(graph.Location, report.Outcome == ImportOutcome.Cancelled),
            { Outcome: ImportOutcome.Failed } => Messages.ImportFailed,
            { Outcome: ImportOutcome.Cancelled } => Messages.ImportCancelled(graph.Location),
            { DryRun: true } => Messages.DryRun(graph.Location),
            _ => Messages.Imported(report.Added, graph.Location),
        });
        foreach (var sentence in report.Withheld) talk.WriteLine(sentence);
        if (report.Tallies > 0 && graph.Ontology.Act is { } act) data.WriteLine(Messages.Tallied(report.Tallies, act));
        if (report.LabelsLeftOut.Count > 0) data.WriteLine(Messages.LabelsLeftOut(report.LabelsLeftOut));
        if (report.Failure is { } failure) Terminal.Say(failure); // As one line, for whoever searches a log.
    }

    public static void Write(DossierCheckReport report, bool addsKeys, IAnsiConsole data, IAnsiConsole talk)
    {
        if (report.WrongUsage is { } fault)
        {
            talk.WriteLine(fault);
            return;
        }

        WriteRejections(report.Rejections, report.Rejections.Count, talk);
        data.WriteLine(Messages.Checked(report));
        if (report.Unkeyed.Count == 0 || addsKeys) return;
        foreach (var act in report.Unkeyed.Take(Shown)) data.WriteLine(Messages.HasNoKey(act));
        if (report.Unkeyed.Count > Shown) data.WriteLine(Messages.AndMore(report.Unkeyed.Count - Shown));
        data.WriteLine(Messages.GiveKeys(report.Unkeyed.Count));
    }

    private static void WriteRejections(IReadOnlyList<Rejection> rejections, long all, IAnsiConsole talk)
    {
        foreach (var rejection in rejections.Take(Shown))
            talk.WriteLine(rejection.ToString());
        if (all > Shown) talk.WriteLine(Messages.AndMore(all - Math.Min(Shown, rejections.Count)));
    }
}
