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
        var addKeys = new Option<bool>("--add-keys")
        {
            Description = "Write a key into the dossier for each accusation that has none; each keeps its id, the files their comments and layout"
        };
        var command = new Command("check", "Check dossiers without a store: names, dates, quotes that must stand in their texts.")
        {
            paths, ontology, addKeys,
        };
        command.Run(async (parsed, _) =>
        {
            var report = await DossierCheck.RunAsync(parsed.GetValue(paths)!, SharedOptions.OntologyOf(parsed, ontology));
            ImportReports.Write(report, parsed.GetValue(addKeys), Terminal.Data, Terminal.Talk);
            if (!parsed.GetValue(addKeys) || report.WrongUsage is not null) return (int)report.Outcome;
            var keys = DossierKeys.Add(report);
            foreach (var fault in keys.Faults) Terminal.Say(fault);
            Terminal.Print(Messages.KeysAdded(keys));
            return keys.Faults.Count > 0 ? ExitCode.Failed : (int)report.Outcome;
        });
        return command;
    }
}
