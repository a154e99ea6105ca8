using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Model.Ontologies;
using Graph.Server;
using Spectre.Console;

namespace Graph.Cli.Commands;

/// <summary><c>graph stats</c>: what is in a graph, who accuses and is accused most, how fresh it is.</summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("stats", "Show how much of each type there is, the busiest accusers and accused, and how fresh the graph is.") { store, ontology };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var stats = new GraphStatistics(graph);
            var console = Terminal.Data;
            console.WriteLine(graph.Location);
            var counts = new Table { Border = TableBorder.Rounded };
            counts.AddColumn("type").AddColumn(new TableColumn("nodes").RightAligned());
            foreach (var type in domain.NodeTypes)
                counts.AddRow(new Text(type.Plural), new Text(Numbers.Grouped(await stats.CountAsync(type, cancellationToken))));
            console.Write(counts);
            await WriteBusiestAsync(stats, domain, console, cancellationToken);
            foreach (var (label, value) in await stats.FreshnessAsync(cancellationToken))
                console.WriteLine($"{label}: {value}");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteBusiestAsync(GraphStatistics stats, Ontology ontology, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (ontology.Tally is not { } tally) return;
        Write("busiest accusers", await stats.BusiestAsync(tally.Made, Direction.Out, cancellationToken));
        Write("most accused", await stats.BusiestAsync(tally.Against, Direction.In, cancellationToken));

        void Write(string title, IReadOnlyList<(string Name, long Count)> rows)
        {
            if (rows.Count == 0) return;
            var table = new Table { Border = TableBorder.Rounded };
            table.AddColumn(title).AddColumn(new TableColumn("accusations").RightAligned());
            foreach (var (name, count) in rows) table.AddRow(Terminal.Cell(name), new Text(Numbers.Grouped(count)));
            console.Write(table);
        }
    }
}
