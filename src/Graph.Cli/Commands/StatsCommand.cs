using System.CommandLine;
using System.Text.Json;
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
        var (api, isWhole) = (new Client(graph), true);
        var counts = new Table { Border = TableBorder.Rounded }.AddColumn("type").AddColumn(new TableColumn("nodes").RightAligned());
        var freshness = new List<string>();
        foreach (var type in graph.Ontology.NodeTypes)
        {
            if (await api.AskAsync(OverviewQueries.OfType(type), null, cancellationToken) is not { } answer)
            {
                isWhole = false;
                continue;
            }

            counts.AddRow(
                new Text(type.Plural),
                new Text(Numbers.Grouped(answer.GetProperty(OverviewQueries.Total).GetProperty("totalCount").GetInt64())));
            foreach (var property in OverviewQueries.Freshness(type))
                if (answer.GetProperty(property.Name) is { ValueKind: JsonValueKind.Array } latest && latest.GetArrayLength() > 0)
                    freshness.Add($"latest {property.Name} of {type.Plural}: {latest[0].GetProperty(property.Name).GetString()}");
        }

        Terminal.Data.WriteLine(graph.Location);
        Terminal.Data.Write(counts);
        if (graph.Ontology.Act is { } act)
        {
            isWhole &= await WriteBusiestAsync(api, $"busiest {act.Actor}s", act.By, cancellationToken);
            isWhole &= await WriteBusiestAsync(api, $"most {act.Counterpart}", act.Against, cancellationToken);
        }

        foreach (var line in freshness) Terminal.Data.WriteLine(line);
        return isWhole;
    }

    /// <summary>Those to whom a field of the acts leads most often.</summary>
    private static async Task<bool> WriteBusiestAsync(Client api, string title, RelationshipField field, CancellationToken cancellationToken)
    {
        var back = field.Target.Relationships
            .FirstOrDefault(candidate => candidate.Relationship == field.Relationship && candidate.Direction != field.Direction);
        if (back is null) return true;
        if (await api.AskAsync(OverviewQueries.Busiest(back, Busiest), null, cancellationToken) is not { } answer) return false;
        var rows = answer.GetProperty(OverviewQueries.List).EnumerateArray().ToList();
        if (rows.Count == 0) return true;
        var ids = rows.Select(row => row.GetProperty(back.Source.Id.Name).GetString()!);
        if (await api.AskAsync(OverviewQueries.Related(field, ids), null, cancellationToken) is not { } counts) return false;
        var table = new Table { Border = TableBorder.Rounded }.AddColumn(title).AddColumn(new TableColumn(field.Source.Plural).RightAligned());
        for (var i = 0; i < rows.Count; i++)
        {
            var count = counts.GetProperty(OverviewQueries.RelatedAt(i)).GetProperty("totalCount").GetInt64();
            table.AddRow(Terminal.Cell(rows[i].GetProperty(OverviewQueries.Caption).GetString()), new Text(Numbers.Grouped(count)));
        }

        Terminal.Data.Write(table);
        return true;
    }
}
