using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Import;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph import</c>.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Dossiers (.yaml), JSON Lines (.jsonl), JSON (.json), feeds, all but the first also packed (.gz, .zip); or folders",
            Arity = ArgumentArity.ZeroOrMore
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check and resolve everything without writing anything" };
        var rejected = new Option<string>("--rejected")
        {
            Description = "Where rejected records are written: a file, or a folder in which each run has one of its own and the last ten are kept",
            DefaultValueFactory = _ => ".",
            HelpName = "PATH"
        };
        var batch = new Option<int?>("--batch") { Description = "Records of one transaction [default: what suits the store]", HelpName = "N" };
        batch.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var size) && size is < 1 or > MaxBatchRecords)
                result.AddError(Messages.BatchOutOfRange(MaxBatchRecords, result.Tokens[0].Value));
        });
        var source = new Option<string?>("--source")
        {
            Description = "In whose name files speak that do not say: imported again under it, what they no longer list is removed",
            HelpName = "NAME"
        };
        source.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError(Messages.SourceWithoutName);
        });
        var keep = new Option<bool>("--keep") { Description = "Add and change only: remove nothing that a source no longer lists" };
        var confirm = new Option<bool>("--confirm-removals") { Description = "Remove also where more than a third of a source would go" };
        var withoutTexts = new Option<bool>("--no-texts") { Description = "Keep no texts of documents: only their words that are quoted" };
        var keptDays = SharedOptions.KeepChanges();
        var feeds = new FeedOptions();
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command(
            "import",
            "Import dossiers, JSON Lines and feeds. A dossier replaces what it said before; what is wrong is put aside and named.")
        {
            paths, store, ontology, source, keep, confirm, withoutTexts, dryRun, rejected, batch, keptDays,
        };
        foreach (var option in feeds.All) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(paths) is null or { Tokens.Count: 0 } && !feeds.NamesResolver(result))
                result.AddError(Messages.ArgumentsMissing(GraphCommand.Invocation(command), [paths.Name]));
        });
        command.Run(async (parsed, cancellationToken) =>
        {
            var options = feeds.AddTo(new()
            {
                Paths = parsed.GetValue(paths)!,
                DryRun = parsed.GetValue(dryRun),
                RejectedPath = parsed.GetValue(rejected)!,
                BatchRecords = parsed.GetValue(batch),
                Source = parsed.GetValue(source)?.Trim(),
                WithoutTexts = parsed.GetValue(withoutTexts),
                Keep = parsed.GetValue(keep),
                ConfirmRemovals = parsed.GetValue(confirm),
                KeepChanges = parsed.GetValue(keptDays),
            }, parsed);
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            var location = SharedOptions.StoreOf(parsed, store);
            if (Importer.WrongPath(options) is { } wrong) throw new UsageException(wrong);
            await using var graph = options.DryRun
                ? await GraphStores.OpenForRehearsalAsync(location, domain, cancellationToken)
                : await GraphStores.OpenAsync(location, domain, cancellationToken);
            var report = await ImportRuns.RunAsync(options, graph, cancellationToken);
            ImportReports.Write(report, graph, Terminal.Data, Terminal.Talk);
            return (int)report.Outcome;
        });
        return command;
    }

    /// <summary>A batch is held in memory and in one transaction; a million records are about 200 MB.</summary>
    private const int MaxBatchRecords = 1_000_000;
}
