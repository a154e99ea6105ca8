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
            Description = "Dossiers (.yaml), JSON Lines (.jsonl), JSON (.json), the last two also packed (.gz); or folders",
            Arity = ArgumentArity.OneOrMore
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
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command(
            "import",
            "Import dossiers and JSON Lines. What is stored already stays as it is; what is wrong is put aside and named.")
        {
            paths, store, ontology, dryRun, rejected, batch,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var options = new ImportOptions
            {
                Paths = parsed.GetValue(paths)!,
                DryRun = parsed.GetValue(dryRun),
                RejectedPath = parsed.GetValue(rejected)!,
                BatchRecords = parsed.GetValue(batch),
            };
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
