using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Export;
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
            Description = "What a drawing shows: acts (all nodes, and every relationship but the tallies) or actors (and their tallies) [default: acts where the format is one to draw from, otherwise all]",
            HelpName = "acts|actors",
        };
        view.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && ViewOf(result.Tokens[0].Value) is null) result.AddError(Messages.UnknownView(result.Tokens[0].Value));
        });
        var plain = new Option<bool>("--plain")
        {
            Description = "Leave cells that begin like a formula as they are: only spreadsheets run them",
        };
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("export", "Write the graph, or a part of it, in the same order each time.") { output, format, view, plain, store, ontology };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var form = OutputFormats.Find(parsed.GetValue(format)!)!;
            var shape = ViewOf(parsed.GetValue(view)) ?? form.DefaultView;
            if (shape == GraphView.Actors && domain.Tally is null) throw new UsageException(Messages.NothingTallied);
            await using var destination = ExportDestination.Open(form, parsed.GetValue(output));
            var request = new ExportRequest(form, GraphPart.Of(domain, shape)) { IsPlain = parsed.GetValue(plain) };
            var report = await Exporter.RunAsync(graph, request, destination.Target, cancellationToken);
            await destination.KeepAsync();
            Terminal.Say(Messages.Exported(report, destination.Name));
            if (report.Changed > 0) Terminal.Say(Messages.Changed(report.Changed));
            return Tell(report);
        });
        return command;
    }

    private static GraphView? ViewOf(string? given) => given?.ToLowerInvariant() switch
    {
        "acts" => GraphView.Acts,
        "actors" => GraphView.Actors,
        _ => null,
    };

    private static string FormatNames => string.Join('|', OutputFormats.All.Select(known => known.Name));

    /// <summary>Tells what was left out; the exit code.</summary>
    public static int Tell(ExportReport report)
    {
        if (report.LeftOut == 0) return ExitCode.Done;
        foreach (var sentence in report.Sentences) Terminal.Say(sentence);
        if (report.LeftOut > report.Sentences.Count) Terminal.Say(Messages.LeftOut(report));
        return ExitCode.SomeRejected;
    }

    private static string FormatNames => string.Join('|', OutputFormats.All.Select(known => known.Name));
}
