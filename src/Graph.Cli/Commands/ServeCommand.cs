using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server;

namespace Graph.Cli.Commands;

/// <summary><c>graph serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"Where to listen (environment: GRAPH_URLS; default: {GraphServerOptions.DefaultUrl})",
            HelpName = "URL",
        };
        var import = new Option<string[]>("--import") { Description = "Import this first; may be given several times", HelpName = "PATH", AllowMultipleArgumentsPerToken = true };
        var origins = new Option<string[]>("--allow-origin") { Description = "An origin whose pages may ask the API from a browser; may be given several times (default: none)", HelpName = "ORIGIN" };
        var noIntrospection = new Option<bool>("--no-introspection") { Description = "Do not tell the schema" };
        var trusted = new Option<string?>("--trusted-documents") { Description = "Answer only the operations in the .graphql files of a folder", HelpName = "FOLDER" };
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("serve", "Serve the GraphQL API, on this machine only unless --urls says otherwise.")
        {
            urls, import, store, ontology, origins, noIntrospection, trusted,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            var options = new GraphServerOptions
            {
                Urls = SharedOptions.Setting(parsed, urls, "GRAPH_URLS") ?? GraphServerOptions.DefaultUrl,
                AllowedOrigins = parsed.GetValue(origins) ?? [],
                Introspection = !parsed.GetValue(noIntrospection),
                TrustedDocuments = parsed.GetValue(trusted),
            };
            if (options.TrustedDocuments is { } folder && !Directory.Exists(folder))
                throw new UsageException($"--trusted-documents names {folder}, which is no folder. Name one that holds .graphql files.");
            var location = SharedOptions.StoreOf(parsed, store);
            var imports = parsed.GetValue(import) is { Length: > 0 };

            // With --import the file may be made here; without, one that is missing is misspelt.
            var (graph, notice) = imports && location is StoreLocation.Sqlite
                ? (await GraphStores.OpenAsync(location, domain, cancellationToken), null)
                : await GraphStores.OpenForServingAsync(location, domain, cancellationToken);
            await using var disposal = graph;
            if (notice is not null) Terminal.Say(notice);
            if (parsed.GetValue(import) is { Length: > 0 } paths)
            {
                var report = await ImportRuns.RunAsync(new() { Paths = paths }, graph, cancellationToken);
                ImportReports.Write(report, graph.Location, Terminal.Data, Terminal.Talk);
                if (report.Outcome is not (ImportOutcome.Complete or ImportOutcome.SomeRejected)) return (int)report.Outcome;
            }

            await using var server = await GraphServer.StartAsync(graph, options, cancellationToken);
            WriteWelcome(server.Url, graph);
            await server.RunAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteWelcome(string url, IGraphStore graph)
    {
        Terminal.Print($"Serving {graph.Location} at {url}/graphql (Ctrl+C ends it). Queries to begin with:");
        Terminal.Print("");
        foreach (var query in Examples(graph.Ontology)) Terminal.Print($"  {query}");
        Terminal.Print("");
    }

    /// <summary>Three queries that the domain can answer; each stands in the tests of this command.</summary>
    private static IEnumerable<string> Examples(Ontology ontology)
    {
        if (ontology.Tally is not null)
        {
            return
            [
                "{ accusations(limit: 5, sort: [{ saidOn: DESC }]) { saidOn matter accusers { name } accused { name } } }",
                "{ accusations(where: { accused: { some: { name: { eq: \"Ukraine\" } } } }) { matter evidence { quote } answeredBy { act } } }",
                "{ actors { name accusesConnection { edges { node { name } properties { ... on Tally { accusations first last } } } } } }",
            ];
        }

        return ontology.NodeTypes.Take(3).Select(type => $"{{ {type.Plural}(limit: 5) {{ {string.Join(' ', type.Properties.Take(3).Select(property => property.Name))} }} }}");
    }
}
