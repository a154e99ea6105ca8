using System.CommandLine;
using Graph.Api;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Questions;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;
using Spectre.Console;

namespace Graph.Cli.Commands;

/// <summary>
/// <c>graph stats</c>: what is in a graph, who acts and is acted against most, how fresh it is. It asks what any client of
/// the API could ask.
/// </summary>
internal static class StatsCommand
{
    /// <summary>How many of the busiest are named.</summary>
    private const int Busiest = 5;

    public static Command Create()
    {
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("stats", "Show how much of each type there is, the busiest accusers and accused, and how fresh the graph is.")
        {
            store, ontology,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            return await WriteAsync(graph, cancellationToken) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    /// <summary>Prints everything; false where something could not be answered, which is told.</summary>
    private static async Task<bool> WriteAsync(IGraphStore graph, CancellationToken cancellationToken)
    {
        var api = new Client(graph);
        Terminal.Data.WriteLine(graph.Location);
        var isWhole = await WriteCountsAsync(api, cancellationToken);
        if (api.Ontology.Act is { } act)
        {
            isWhole &= await WriteBusiestAsync(api, $"busiest {act.Actor}s", act, isAgainst: false, cancellationToken);
            isWhole &= await WriteBusiestAsync(api, $"most {act.Counterpart}", act, isAgainst: true, cancellationToken);
        }

        return isWhole & await WriteFreshnessAsync(api, cancellationToken);
    }

    private static async Task<bool> WriteCountsAsync(Client api, CancellationToken cancellationToken)
    {
        if (await api.AskAsync("{ counts { type count } }", null, cancellationToken) is not { } answer) return false;
        var table = new Table { Border = TableBorder.Rounded }.AddColumn("type").AddColumn(new TableColumn("nodes").RightAligned());
        foreach (var row in answer.GetProperty("counts").EnumerateArray())
            table.AddRow(new Text(Plural(api, row.GetProperty("type").GetString()!)), new Text(Numbers.Grouped(row.GetProperty("count").GetInt64())));
        Terminal.Data.Write(table);
        return true;
    }

    private static async Task<bool> WriteBusiestAsync(Client api, string title, Act act, bool isAgainst, CancellationToken cancellationToken)
    {
        if (await api.AskAsync(ActQueries.Top(act, isAgainst, Busiest), null, cancellationToken) is not { } answer) return false;
        var table = new Table { Border = TableBorder.Rounded }.AddColumn(title).AddColumn(new TableColumn(act.Type.Plural).RightAligned());
        foreach (var row in answer.GetProperty("rows").EnumerateArray())
            table.AddRow(Terminal.Cell(row.GetProperty("text").GetString()), new Text(Numbers.Grouped(row.GetProperty("count").GetInt64())));
        if (table.Rows.Count > 0) Terminal.Data.Write(table);
        return true;
    }

    private static async Task<bool> WriteFreshnessAsync(Client api, CancellationToken cancellationToken)
    {
        if (!api.Offers("freshness")) return true;
        if (await api.AskAsync("{ freshness { type property text } }", null, cancellationToken) is not { } answer) return false;
        foreach (var row in answer.GetProperty("freshness").EnumerateArray())
            if (row.GetProperty("text").GetString() is { } latest)
                Terminal.Data.WriteLine($"latest {row.GetProperty("property").GetString()} of "
                    + $"{Plural(api, row.GetProperty("type").GetString()!)}: {latest}");
        return true;
    }

    private static string Plural(Client api, string type) => api.Ontology.FindNodeType(type)?.Plural ?? type;
}
