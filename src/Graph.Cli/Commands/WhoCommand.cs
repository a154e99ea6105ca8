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

    public static Command Create()
    {
        var acts = new ActOptions();
        var matrix = new Option<bool>("--matrix") { Description = "Those who act as rows, those whom they act against as columns" };
        var limit = new Option<int>("--limit")
        {
            Description = "How many pairs, or rows and columns of the matrix",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 20,
        };
        var csv = new Option<bool>("--csv") { Description = "As CSV, for programs" };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("who", "Show who accused whom, and how often.") { matrix, limit, csv, store, ontology };
        foreach (var option in acts.All) command.Add(option);
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var api = new Client(graph);
            if (domain.Act is not { Pairs: { } field } act) throw new UsageException(Messages.NotOffered("who"));
            var most = parsed.GetValue(limit);
            if (most < 1) throw new UsageException(Messages.TooSmall("--limit", most));
            var variables = await acts.VariablesAsync(parsed, api, act, field, withDays: true, cancellationToken);
            variables["limit"] = parsed.GetValue(matrix) ? null : most;
            List<string> arguments = [.. new[] { "acts", "rollUp" }.Where(variables.ContainsKey)];
            var figures = Figures.Where(figure => api.Has(field, figure)).ToList();
            if (await api.AskAsync(ActQueries.Pairs(act, arguments, figures), variables, cancellationToken) is not { } answer) return ExitCode.Failed;
            var rows = answer.GetProperty("rows").EnumerateArray().ToList();
            var table = parsed.GetValue(matrix) ? Matrix(rows, act, most) : Pairs(rows, act, figures);
            if (parsed.GetValue(csv)) CsvText.Write(table, forExcel: false, Terminal.Exact);
            else QueryFormats.WriteTable(table, Terminal.Data);
            return ExitCode.Done;
        });
        return command;
    }

    private static FlatTable Pairs(List<JsonElement> rows, Act act, List<string> figures) => new(
        [act.Actor, act.Counterpart, act.Type.Plural, .. figures],
        rows.ConvertAll(IReadOnlyList<string?> (row) =>
            [Caption(row, "by"), Caption(row, "against"), row.GetProperty("count").ToString(),
                .. figures.Select(figure => row.GetProperty(figure).ToString())]));

    /// <summary>The busiest rows and columns; what they leave out is told in a last row and column, so that every number is somewhere.</summary>
    private static FlatTable Matrix(List<JsonElement> rows, Act act, int most)
    {
        var (down, across) = (Totals(rows, "by"), Totals(rows, "against"));
        var (above, beside) = (down.Take(most).ToList(), across.Take(most).ToList());
        var counts = rows.GroupBy(row => (above.FindIndex(one => one.Id == Id(row, "by")), beside.FindIndex(one => one.Id == Id(row, "against"))))
            .ToDictionary(cell => cell.Key, cell => cell.Sum(row => row.GetProperty("count").GetInt64()));
        var columns = Enumerable.Range(0, beside.Count).Concat(across.Count > most ? [-1] : []).ToList();
        var lines = Enumerable.Range(0, above.Count).Concat(down.Count > most ? [-1] : []);
        return new(
            [act.Actor, .. columns.Select(column => column < 0 ? Messages.Others(across.Count - most) : beside[column].Caption), "total"],
            [
                .. lines.Select(IReadOnlyList<string?> (line) =>
                [
                    line < 0 ? Messages.Others(down.Count - most) : above[line].Caption,
                    .. columns.Select(column => counts.TryGetValue((line, column), out var count) ? Numbers.Grouped(count) : null),
                    Numbers.Grouped(columns.Sum(column => counts.GetValueOrDefault((line, column)))),
                ]),
            ]);
    }

    private static List<(string Id, string Caption, long Total)> Totals(List<JsonElement> rows, string end) =>
    [
        .. rows.GroupBy(row => Id(row, end))
            .Select(group => (group.Key, Caption(group.First(), end), group.Sum(row => row.GetProperty("count").GetInt64())))
            .OrderByDescending(one => one.Item3).ThenBy(one => one.Key, StringComparer.Ordinal),
    ];

    private static string Id(JsonElement row, string end) => row.GetProperty(end).GetProperty("id").GetString()!;

    private static string Caption(JsonElement row, string end) => row.GetProperty(end).GetProperty("caption").GetString()!;
}
