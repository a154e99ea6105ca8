using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Model.Changes;
using Graph.Server.Stores;
using Spectre.Console;

namespace Graph.Cli.Commands;

/// <summary><c>graph undo RUN</c>: takes back what a run changed.</summary>
internal static class UndoCommand
{
    public static Command Create()
    {
        var number = new Argument<string>("RUN") { Description = "The number of the run, as graph log shows it" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, by type, with the first twenty, and change nothing" };
        var (store, ontology, keptDays) = (SharedOptions.Store(), SharedOptions.Ontology(), SharedOptions.KeepChanges());
        var command = new Command("undo", "Take back what a run changed. It is a run itself, and can be taken back too.")
        {
            number, store, ontology, dryRun, keptDays,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            var text = parsed.GetValue(number)!;
            if (!long.TryParse(text, out var run) || run < 1) throw new UsageException(Cli.ChangeMessages.NoRunNumber(text));
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var rehearses = parsed.GetValue(dryRun);
            await using var writer = rehearses
                ? (await graph.OpenRehearsalAsync(cancellationToken))!
                : await graph.OpenWriterAsync(cancellationToken);
            try
            {
                if (rehearses)
                {
                    var outlook = await writer.UndoAsync(run, cancellationToken);
                    Write(outlook);
                    Terminal.Print(Cli.ChangeMessages.WouldUndo(run, outlook));
                    return ExitCode.Done;
                }

                var kept = new KeptRun(writer, "undo", parsed.GetValue(keptDays), undoes: run);
                var result = await kept.DoAsync(async () =>
                {
                    var done = await writer.UndoAsync(run, cancellationToken);
                    kept.Did = kept.Did with { Added = done.Added, Changed = done.Changed, Removed = done.Removed };
                    return done;
                });
                Terminal.Print(Cli.ChangeMessages.Undone(run, kept.Did.Id, result));
                return ExitCode.Done;
            }
            catch (UndoRefusedException refusal)
            {
                Terminal.Say(refusal.Message);
                return ExitCode.Failed;
            }
        });
        return command;
    }

    private static void Write(UndoResult result)
    {
        var table = new Table { Border = TableBorder.Rounded }.AddColumn("type").AddColumn(new TableColumn("records").RightAligned());
        foreach (var (type, count) in result.ByType) table.AddRow(new Text(type), new Text(Numbers.Grouped(count)));
        Terminal.Data.Write(table);
        foreach (var line in result.First) Terminal.Print(line);
        var others = result.Added + result.Changed + result.Removed - result.First.Count;
        if (others > 0) Terminal.Print(Messages.AndMore(others));
    }
}
