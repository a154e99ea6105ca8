using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Import;
using Graph.Model.Stores;
using Graph.Server;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var import = new Option<string[]>("--import")
        {
            Description = "Import this first; may be given several times",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true
        };
        var keptDays = SharedOptions.KeepChanges();
        var serving = new ServeOptions();
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command =
            new Command("serve", "Serve the GraphQL API, on this machine only unless --urls says otherwise.") { import, store, ontology, keptDays };
        foreach (var option in serving.All) command.Add(option);
        command.Run(async (parsed, cancellationToken) =>
        {
            // All that can be wrong is found before a file is made or filled.
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            var options = serving.Of(parsed);
            var location = SharedOptions.StoreOf(parsed, store);
            var imported = parsed.GetValue(import) is { Length: > 0 } paths ? new ImportOptions
            {
                Paths = paths,
                KeepChanges = parsed.GetValue(keptDays),
            } : null;
            if (imported is not null && Importer.WrongPath(imported) is { } wrong) throw new UsageException(wrong);
            GraphServer.Demand(domain, options);

            // With --import the file may be made here; without, one that is missing is misspelt.
            var (graph, notice) = imported is not null && location is StoreLocation.Sqlite
                ? (await GraphStores.OpenAsync(location, domain, cancellationToken), null)
                : await GraphStores.OpenForServingAsync(location, domain, cancellationToken);
            await using var disposal = graph;
            if (notice is not null) Terminal.Say(notice);
            if (imported is not null)
            {
                var report = await ImportRuns.RunAsync(imported, graph, cancellationToken);
                ImportReports.Write(report, graph, Terminal.Data, Terminal.Talk);
                if (report.Outcome is not (ImportOutcome.Complete or ImportOutcome.SomeRejected)) return (int)report.Outcome;
            }

            // Asked before the address is told: from then on Ctrl+C ends the server as it should.
            var isEmpty = notice is null && await graph.IsEmptyAsync(cancellationToken);
            await using var server = await GraphServer.StartAsync(graph, options, cancellationToken);
            Welcome.Write(server.Url, graph, options.TrustedDocuments);
            foreach (var warning in server.Warnings) Terminal.Say(warning);
            if (isEmpty) Terminal.Say(Messages.EmptyGraph(graph.Location));
            await server.RunAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
