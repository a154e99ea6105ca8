using System.CommandLine;
using System.Globalization;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Model.Runs;
using Graph.Server.Stores;
using Spectre.Console;

namespace Graph.Cli.Commands;

/// <summary><c>graph log</c>: the runs that have changed a graph, latest first, each with what it did.</summary>
internal static class LogCommand
{
    /// <summary>Sources of a run that are named: a run of a folder may have hundreds.</summary>
    private const int NamedSources = 3;

    public static Command Create()
    {
        var limit = Amounts.Limit("How many runs are shown");
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("log", "Show the runs that have changed the graph, imports and others, latest first, each with what it did.")
        {
            store, ontology, limit,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var most = parsed.GetValue(limit);
            var runs = await graph.RunsAsync(most, 0, cancellationToken);
            if (runs.Count == 0)
            {
                Terminal.Print(Messages.NoRuns(graph.Location));
                return ExitCode.Done;
            }

            var table = new Table { Border = TableBorder.Rounded }.AddColumn("run").AddColumn("started").AddColumn("what").AddColumn("sources");
            foreach (var column in (string[])["added", "changed", "removed", "rejected"]) table.AddColumn(new TableColumn(column).RightAligned());
            table.AddColumn("ended");
            foreach (var run in runs)
            {
                table.AddRow(
                    new Text(run.Id.ToString(CultureInfo.InvariantCulture)),
                    new Text(run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
                    new Text(run.Command),
                    Terminal.Cell(SourcesOf(run)),
                    new Text(Numbers.Grouped(run.Added)),
                    new Text(Numbers.Grouped(run.Changed)),
                    new Text(Numbers.Grouped(run.Removed)),
                    new Text(Numbers.Grouped(run.Rejected)),
                    new Text(Messages.Ended(run.Outcome)));
            }

            Terminal.Data.Write(table);
            return ExitCode.Done;
        });
        return command;
    }

    private static string SourcesOf(ImportRun run)
    {
        if (run.Undoes is { } undone) return Messages.OfRun(undone);
        var named = string.Join(", ", run.Sources.Take(NamedSources));
        return run.Sources.Count > NamedSources ? $"{named} {Messages.AndMore(run.Sources.Count - NamedSources)}" : named;
    }
}
