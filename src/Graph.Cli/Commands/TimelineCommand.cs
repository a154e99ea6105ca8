using System.CommandLine;
using System.Text.Json;
using Graph.Api;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Output.Rows;
using Graph.Cli.Questions;
using Graph.Model.Ontologies;
using Graph.Model.Text;
using Graph.Model.Values;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph timeline</c>: acts over time, with a bar for each bucket.</summary>
internal static class TimelineCommand
{
    /// <summary>Signs of the longest bar: beside the day and the number they fit 80 columns.</summary>
    private const int LongestBar = 40;

    private static readonly string[] Buckets = ["day", "week", "month", "quarter", "year"];

    public static Command Create()
    {
        var acts = new ActOptions();
        var bucket = Choices.Of("--bucket", "How long a time each count is of (default: month)", Buckets);
        var series = new Option<string?>("--series")
        {
            Description = "Tell apart by this, such as accuser or act (default: nothing)",
            HelpName = "NAME",
        };
        var top = Amounts.Of(
            "--top", "How many series are named; the others are one", least: 0, most: ActQueries.MostSeries, otherwise: 5);
        var csv = new Option<bool>("--csv") { Description = "As CSV, for programs" };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("timeline", "Show how many accusations there were over time.") { bucket, series, top, csv, store, ontology };
        foreach (var option in acts.All) command.Add(option);
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var api = new Client(graph);
            if (domain.Act is not { Timeline: { } field } act) throw new UsageException(Messages.NotOffered("timeline", "timeline"));
            var split = parsed.GetValue(series) is { } given ? Choices.Constant("--series", api.Choices(field, "series"), given) : null;
            var variables = await acts.VariablesAsync(parsed, api, act, field, withDays: false, cancellationToken);
            var (from, to) = acts.Days(parsed);
            variables["bucket"] = (parsed.GetValue(bucket) ?? "month").ToUpperInvariant();
            variables["top"] = parsed.GetValue(top);
            if (from is not null) variables["from"] = from;
            if (to is not null) variables["to"] = to;
            if (split is not null) variables["series"] = split;
            List<string> arguments = [.. new[] { "acts", "rollUp" }.Where(variables.ContainsKey)];
            if (await api.AskAsync(ActQueries.Timeline(act, arguments), variables, cancellationToken) is not { } answer) return ExitCode.Failed;
            var rows = answer.GetProperty("rows").EnumerateArray().ToList();
            var most = rows.Select(row => row.GetProperty("count").GetInt64()).DefaultIfEmpty().Max();
            if (parsed.GetValue(csv)) CsvText.Write(Table(rows, act, split is not null), forExcel: false, Terminal.Exact);
            else if (most == 0) Terminal.Print(Messages.NothingOnAnyDay);
            else Draw(rows, most, split is not null);
            if (most == 0) await acts.SayWhyNothingAsync(parsed, api, field, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static FlatTable Table(List<JsonElement> rows, Act act, bool hasSeries) => new(
        hasSeries ? ["time", "series", act.Type.Plural] : ["time", act.Type.Plural],
        rows.ConvertAll(IReadOnlyList<string?> (row) => hasSeries
            ? [DayOf(row), row.GetProperty("isOther").GetBoolean() ? Messages.OtherSeries : row.GetProperty("series").GetString(), CountOf(row)]
            : [DayOf(row), CountOf(row)]));

    private static string DayOf(JsonElement row) => row.GetProperty("time").GetString()![..TimeText.DateLength];

    private static string CountOf(JsonElement row) => Numbers.Exact(row.GetProperty("count").GetInt64());

    private static void Draw(List<JsonElement> rows, long most, bool hasSeries)
    {
        var names = rows.ConvertAll(row => hasSeries ? VisibleSigns.Show(Series(row)) : "");
        var (width, digits) = (names.Max(Terminal.Width), Numbers.Grouped(most).Length);
        for (var i = 0; i < rows.Count; i++)
        {
            var count = rows[i].GetProperty("count").GetInt64();
            var bar = new string('█', (int)Math.Ceiling((double)count * LongestBar / most));
            var name = hasSeries ? Terminal.Padded(names[i], width + 2) : "";
            Terminal.Print($"{DayOf(rows[i])}  {name}{Numbers.Grouped(count).PadLeft(digits)}  {bar}".TrimEnd());
        }
    }

    private static string Series(JsonElement row) =>
        row.GetProperty("isOther").GetBoolean() ? Messages.OtherSeries : row.GetProperty("series").GetString() ?? Messages.NoSeries;
}
