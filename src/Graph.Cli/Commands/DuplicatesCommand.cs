using System.CommandLine;
using System.Globalization;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Output.Rows;
using Graph.Cli.Questions;
using Graph.Model.Merging;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph duplicates</c>: actors that may be one; merges nothing by itself.</summary>
internal static class DuplicatesCommand
{
    public static Command Create()
    {
        var limit = Amounts.Limit("How many");
        var csv = new Option<bool>("--csv") { Description = "As CSV, for programs" };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("duplicates", "List actors that may be one, the likeliest first, with what speaks for it; merges nothing.")
        {
            limit, csv, store, ontology,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            if (Mergeable.Of(domain) is not { } rules) throw new UsageException(MergeMessages.NothingToMerge);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var judgements = (await graph.JudgedAsync(cancellationToken)).Judgements;
            if (await new Duplicates(new Client(graph), rules).FindAsync(judgements, parsed.GetValue(limit), cancellationToken) is not { } found)
            {
                return ExitCode.Failed;
            }
            var table = new FlatTable(
                ["A", "B", "score", "because"],
                found.Select(IReadOnlyList<string?> (one) =>
                    [one.One, one.Another, one.Score.ToString(CultureInfo.InvariantCulture), string.Join("; ", one.Reasons)]).ToList());
            if (parsed.GetValue(csv)) CsvText.Write(table, forExcel: false, Terminal.Exact);
            else if (found.Count > 0) PrintedTable.Write(table, Terminal.Data);
            if (!parsed.GetValue(csv)) Terminal.Print(MergeMessages.Candidates(found.Count));
            return ExitCode.Done;
        });
        return command;
    }
}
