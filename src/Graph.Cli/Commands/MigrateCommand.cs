using System.CommandLine;
using Graph.Cli.Options;
using Graph.Server;

namespace Graph.Cli.Commands;

/// <summary><c>graph migrate</c>.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Only compare, and fail when something is missing" };
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("migrate", "Bring a store's constraints and indexes up to what the ontology demands.") { check, store, ontology };
        return command;
    }
}
