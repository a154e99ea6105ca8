using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.GraphQL;
using Graph.GraphQL.AspNetCore;
using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server;
using Graph.Server.Stores;

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
        var import = new Option<string[]>("--import")
        {
            Description = "Import this first; may be given several times",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true
        };
        var origins = new Option<string[]>("--allow-origin")
        {
            Description = "An origin whose pages may ask the API from a browser; may be given several times (default: none)",
            HelpName = "ORIGIN"
        };
        var noIntrospection = new Option<bool>("--no-introspection") { Description = "Refuse introspection, so that clients cannot read the schema" };
        var trusted = new Option<string?>("--trusted-documents")
        {
            Description = "Answer only the operations in the .graphql files of a folder",
            HelpName = "FOLDER"
        };
        var maxCost = new Option<double?>("--max-cost")
        {
            Description = $"Most an operation may cost, in objects or work of that price (default: {new RequestLimits().MaxCost:0})",
            HelpName = "COST"
        };
        var maxList = new Option<int?>("--max-list-items")
        {
            Description = $"Most items in one list, with or without a limit (default: {new RequestLimits().MaxListItems})",
            HelpName = "ITEMS"
        };
        var heavy = new Option<int?>("--heavy-statements")
        {
            Description = "How many statements that take seconds work at once (default: half of the processors)",
            HelpName = "NUMBER"
        };
        var profile = new Option<string>("--http-profile")
        {
            Description = "Which edition of GraphQL over HTTP decides statuses: what clients expect today, or the newest draft with 422 and 294 (default: customary)",
            HelpName = "customary|draft",
        };
        profile.AcceptOnlyFromAmong("customary", "draft");
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("serve", "Serve the GraphQL API, on this machine only unless --urls says otherwise.")
        {
            urls, import, store, ontology, origins, noIntrospection, trusted, maxCost, maxList, heavy, profile,
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
                HttpProfile = parsed.GetValue(profile) == "draft" ? HttpProfile.NewestDraft : HttpProfile.Customary,
            };
            if (parsed.GetValue(maxCost) is { } cost) options = options with { MaxCost = AtLeastOne(cost, "--max-cost") };
            if (parsed.GetValue(maxList) is { } items) options = options with { MaxListItems = (int)AtLeastOne(items, "--max-list-items") };
            if (parsed.GetValue(heavy) is { } places)
            {
                var lane = options.Statements.Heavy with { Places = (int)AtLeastOne(places, "--heavy-statements") };
                options = options with { Statements = options.Statements with { Heavy = lane } };
            }

            if (options.TrustedDocuments is { } folder && !Directory.Exists(folder))
                throw new UsageException(Messages.TrustedDocumentsNotAFolder(folder));
            var location = SharedOptions.StoreOf(parsed, store);
            var imported = parsed.GetValue(import) is { Length: > 0 } paths ? new ImportOptions { Paths = paths } : null;
            if (imported is not null && Importer.WrongPath(imported) is { } wrong) throw new UsageException(wrong);

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

            await using var server = await GraphServer.StartAsync(graph, options, cancellationToken);
            WriteWelcome(server.Url, graph);
            await server.RunAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static double AtLeastOne(double given, string option) =>
        given >= 1 ? given : throw new UsageException(Messages.TooSmall(option, given));

    private static void WriteWelcome(string url, IGraphStore graph)
    {
        Terminal.Print(Messages.Serving(graph.Location, url));
        Terminal.Print("");
        foreach (var query in Examples(graph.Ontology)) Terminal.Print($"  {query}");
        Terminal.Print("");
    }

    /// <summary>Three queries that the domain can answer; each stands in the tests of this command.</summary>
    private static IEnumerable<string> Examples(Ontology ontology)
    {
        if (ontology.Text == Ontology.Shipped.Text)
        {
            return
            [
                "{ accusations(limit: 5, sort: [{ saidOn: DESC }]) { saidOn matter accusers { name } accused { name } } }",
                "{ accusations(where: { accused: { some: { name: { eq: \"Ukraine\" } } } }) { matter evidence { quote } answeredBy { act } } }",
                "{ actors { name accusesConnection { edges { node { name } properties { ... on Tally { accusations first last } } } } } }",
            ];
        }

        return ontology.NodeTypes.Take(3)
            .Select(type => $"{{ {type.Plural}(limit: 5) {{ {string.Join(' ', type.Properties.Take(3).Select(property => property.Name))} }} }}");
    }
}
