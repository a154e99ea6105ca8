using System.CommandLine;
using System.Text.Json;
using Graph.Api;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Output.Rows;
using Graph.Cli.Questions;
using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph who</c>: who acted against whom, as pairs or as a matrix.</summary>
internal static class WhoCommand
{
    private static readonly string[] Figures = ["claims", "evidence", "answered", "denied", "first", "last"];

    /// <summary>What a narrow terminal does not show, so that names stay readable; <c>--csv</c> has it.</summary>
    private static readonly string[] LeftOutFirst = ["answered", "denied", "evidence", "claims"];

    public static Command Create()
    {
        var acts = new ActOptions();
        var matrix = new Option<bool>("--matrix") { Description = "Those who act as rows, those whom they act against as columns" };
        var limit = Amounts.Limit("How many pairs, or rows and columns of the matrix", most: ActQueries.MostRows);
        var csv = new Option<bool>("--csv") { Description = "As CSV, for programs" };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("who", "Show who accused whom, and how often.") { matrix, limit, csv, store, ontology };
        foreach (var option in acts.All) command.Add(option);
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var api = new Client(graph);
            if (domain.Act is not { Pairs: { } field } act) throw new UsageException(Messages.NotOffered("who", "pairs"));
            var variables = await acts.VariablesAsync(parsed, api, act, field, withDays: true, cancellationToken);
            List<string> arguments = [.. new[] { "acts", "rollUp" }.Where(variables.ContainsKey)];
            var (isMatrix, isCsv) = (parsed.GetValue(matrix), parsed.GetValue(csv));
            var figures = isMatrix ? [] : Figures.Where(figure => api.Has(field, figure)).ToList();
            var query = ActQueries.Pairs(act, arguments, figures);
            FlatTable table;
            if (isMatrix)
            {
                // Every pair counts in the totals, however many there are.
                variables["limit"] = ActQueries.MostRows;
                var all = new PairMatrix(act);
                var read = await api.EachRowAsync(query, ActQueries.MostRows, long.MaxValue, all.Add, cancellationToken, variables);
                if (read == RowsRead.None) return ExitCode.Failed;
                table = all.Table(parsed.GetValue(limit), isCsv ? Numbers.Exact : Numbers.Grouped);
            }
            else
            {
                variables["limit"] = parsed.GetValue(limit);
                if (await api.AskAsync(query, variables, cancellationToken) is not { } answer) return ExitCode.Failed;
                table = Pairs(answer.GetProperty("rows").EnumerateArray(), act, figures);
            }

            if (isCsv) CsvText.Write(table, forExcel: false, Terminal.Exact);
            else PrintedTable.Write(table, Terminal.Data, LeftOutFirst);
            if (table.Rows.Count == 0) await acts.SayWhyNothingAsync(parsed, api, field, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static FlatTable Pairs(IEnumerable<JsonElement> rows, Act act, List<string> figures) => new(
        [act.Actor, act.Counterpart, act.Type.Plural, .. figures],
        [
            .. rows.Select(IReadOnlyList<string?> (row) =>
            [
                Caption(row, "by"), Caption(row, "against"), row.GetProperty("count").ToString(),
                .. figures.Select(figure => row.GetProperty(figure).ToString()),
            ]),
        ]);

    private static string Caption(JsonElement row, string end) => row.GetProperty(end).GetProperty("caption").GetString()!;
}
