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
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("export", "Write the whole graph, in the same order each time.") { output, format, store, ontology };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            await using var file = OutputFile.Create(parsed.GetValue(output));
            var report = await Exporter.RunAsync(graph, OutputFormats.Find(parsed.GetValue(format)!)!, file.Stream, cancellationToken);
            await file.KeepAsync();
            Terminal.Say(Messages.Exported(report, file.Name));
            return Tell(report);
        });
        return command;
    }

    private static string FormatNames => string.Join('|', OutputFormats.All.Select(known => known.Name));

    private static int Tell(ExportReport report)
    {
        if (report.LeftOut == 0) return ExitCode.Done;
        foreach (var sentence in report.Sentences) Terminal.Say(sentence);
        if (report.LeftOut > report.Sentences.Count) Terminal.Say(Messages.LeftOut(report));
        return ExitCode.SomeRejected;
    }
}
