using System.CommandLine;
using System.Text.Json;
using Graph.Api;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Questions;
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
        var top = new Option<int>("--top")
        {
            Description = "How many series are named; the others are one",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 5,
        };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("timeline", "Show how many accusations there were over time.") { bucket, series, top, store, ontology };
        foreach (var option in acts.All) command.Add(option);
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var api = new Client(graph);
            if (domain.Act is not { Timeline: { } field } act) throw new UsageException(Messages.NotOffered("timeline"));
            var variables = await acts.VariablesAsync(parsed, api, act, field, withDays: false, cancellationToken);
            var (from, to) = acts.Days(parsed);
            variables["bucket"] = (parsed.GetValue(bucket) ?? "month").ToUpperInvariant();
            variables["top"] = parsed.GetValue(top);
            if (from is not null) variables["from"] = from;
            if (to is not null) variables["to"] = to;
            if (parsed.GetValue(series) is { } split) variables["series"] = split.Replace('-', '_').ToUpperInvariant();
            List<string> arguments = [.. new[] { "acts", "rollUp" }.Where(variables.ContainsKey)];
            if (await api.AskAsync(ActQueries.Timeline(act, arguments), variables, cancellationToken) is not { } answer) return ExitCode.Failed;
            Draw([.. answer.GetProperty("rows").EnumerateArray()], parsed.GetValue(series) is not null);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Draw(List<JsonElement> rows, bool hasSeries)
    {
        var most = rows.Count == 0 ? 0 : rows.Max(row => row.GetProperty("count").GetInt64());
        if (most == 0)
        {
            Terminal.Print(Messages.NothingOnAnyDay);
            return;
        }

        var names = rows.ConvertAll(row => hasSeries ? Series(row) : "");
        var (width, digits) = (names.Max(name => name.Length), Numbers.Grouped(most).Length);
        for (var i = 0; i < rows.Count; i++)
        {
            var count = rows[i].GetProperty("count").GetInt64();
            var day = rows[i].GetProperty("time").GetString()![..TimeText.DateLength];
            var bar = new string('█', (int)Math.Ceiling((double)count * LongestBar / most));
            Terminal.Print($"{day}  {(hasSeries ? names[i].PadRight(width) + "  " : "")}{Numbers.Grouped(count).PadLeft(digits)}  {bar}".TrimEnd());
        }
    }

    private static string Series(JsonElement row) =>
        row.GetProperty("isOther").GetBoolean() ? Messages.OtherSeries : row.GetProperty("series").GetString() ?? Messages.NoSeries;
}
