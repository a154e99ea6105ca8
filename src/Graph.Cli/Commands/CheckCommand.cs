using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Import;

namespace Graph.Cli.Commands;

/// <summary><c>graph check</c>.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Dossiers: .yaml files, or folders of them", Arity = ArgumentArity.OneOrMore };
        var ontology = SharedOptions.Ontology();
        var command = new Command("check", "Check dossiers without a store: names, dates, quotes that must stand in their texts.")
        {
            paths, ontology,
        };
        command.Run(async (parsed, _) =>
        {
            var report = await DossierCheck.RunAsync(parsed.GetValue(paths)!, SharedOptions.OntologyOf(parsed, ontology));
            ImportReports.Write(report, Terminal.Data, Terminal.Talk);
            return (int)report.Outcome;
        });
        return command;
    }
}
