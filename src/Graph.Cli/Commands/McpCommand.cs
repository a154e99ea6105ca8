using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Server.Assistants;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph mcp</c>: an assistant asks the graph over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command(
            "mcp", "Answer an assistant that speaks the Model Context Protocol, over standard input and output. It reads, and changes nothing.")
        {
            store, ontology,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var location = SharedOptions.StoreOf(parsed, store);
            await using var graph = await GraphStores.OpenExistingAsync(location, SharedOptions.OntologyOf(parsed, ontology), cancellationToken);
            if (!Console.IsInputRedirected) Terminal.Say(Messages.McpByHand);

            // Standard output is the assistant's: whatever people should know goes to standard error.
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            await AssistantServer.RunAsync(graph, input, output, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
