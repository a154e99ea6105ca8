using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Questions;
using Graph.Export;
using Graph.Model.Stores;
using Graph.Server.Exports;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph export</c>.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write, packed where its name ends with .gz [default: standard output]",
            HelpName = "FILE"
        };
        var format = new Option<string>("--format")
        {
            Description = $"The output format: {string.Join(", ", OutputFormats.All.Select(known => $"{known.Name} ({known.Description})"))}",
            DefaultValueFactory = _ => OutputFormats.All[0].Name,
            HelpName = FormatNames,
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && OutputFormats.Find(result.Tokens[0].Value) is null)
                result.AddError(Messages.UnknownFormat(FormatNames, result.Tokens[0].Value));
        });
        var view = new Option<string?>("--view")
        {
            Description =
                "What a drawing shows: acts (all nodes, and every relationship but the tallies) or actors (and their tallies) [default: acts where "
                    + "the format is one to draw from, otherwise all]",
            HelpName = "acts|actors",
        };
        var query = new Option<string?>("--query")
        {
            Description = "Only the nodes of this GraphQL query's answer: a query, or a file that holds one",
            HelpName = "QUERY",
        };
        var where = new Option<string?>("--where")
        {
            Description = "Only the acts for which this condition holds, as the API's where takes it, and what belongs to them",
            HelpName = "JSON",
        };
        var actor = new Option<string[]>("--actor")
        {
            Description = "Only the acts in which this actor has a part, by id or name, and what belongs to them; may be given several times",
            HelpName = "NAME",
        };
        var plain = new Option<bool>("--plain")
        {
            Description = "Leave cells that begin like a formula as they are: only spreadsheets run them",
        };
        var withoutTexts = new Option<bool>("--no-texts")
        {
            Description = "Leave out of JSON Lines the texts of documents, which not all may be given away; other formats never have them",
        };
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("export", "Write the graph, or a part of it, in the same order each time.")
        {
            output, format, view, query, where, actor, plain, withoutTexts, store, ontology,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var api = new Lazy<Client>(() => new(graph));
            var question = new ExportQuestion
            {
                Format = parsed.GetValue(format),
                View = parsed.GetValue(view),
                Query = parsed.GetValue(query) is { } asked ? await QueryCommand.TextAsync(asked, cancellationToken) : null,
                Where = parsed.GetValue(where),
                ActorIds = await IdsOfAsync(api, parsed.GetValue(actor), cancellationToken),
                IsPlain = parsed.GetValue(plain),
            };
            var (report, name) = await WriteAsync(question, !parsed.GetValue(withoutTexts), graph, api, parsed.GetValue(output), cancellationToken);
            Terminal.Say(Messages.Exported(report, name));
            if (report.Changed > 0) Terminal.Say(Messages.Changed(report.Changed));
            foreach (var note in report.Notes ?? []) Terminal.Say(note);
            return Tell(report);
        });
        return command;
    }

    private static async Task<(ExportReport Report, string Name)> WriteAsync(
        ExportQuestion question,
        bool withTexts,
        IGraphStore graph,
        Lazy<Client> api,
        string? output,
        CancellationToken cancellationToken)
    {
        try
        {
            var request = await question.PlanAsync(graph, () => api.Value.Executor, services: null, cancellationToken) with { WithTexts = withTexts };
            await using var destination = ExportDestination.Open(request.Format, output);
            var report = await Exporter.RunAsync(graph, request, destination.Target, cancellationToken);
            await destination.KeepAsync();
            return (report, destination.Name);
        }
        catch (ExportRefusedException refusal)
        {
            throw new UsageException(refusal.Message);
        }
        catch (QueryRefusedException refusal)
        {
            throw new UsageException(refusal.Message);
        }
    }

    private static async ValueTask<IReadOnlyList<string>> IdsOfAsync(Lazy<Client> api, string[]? names, CancellationToken cancellationToken) =>
        names is not { Length: > 0 } ? []
        : api.Value.Ontology.Act is { } act ? await new Names(api.Value, act.By.Target).IdsOfAsync(names, cancellationToken)
        : throw new UsageException(Messages.NoActors);

    private static string FormatNames => string.Join('|', OutputFormats.All.Select(known => known.Name));

    /// <summary>Tells what was left out; the exit code.</summary>
    public static int Tell(ExportReport report)
    {
        if (report.LeftOut == 0) return ExitCode.Done;
        foreach (var sentence in report.Sentences) Terminal.Say(sentence);
        if (report.LeftOut > report.Sentences.Count) Terminal.Say(Messages.LeftOut(report));
        return ExitCode.SomeRejected;
    }
}
