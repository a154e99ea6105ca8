using System.CommandLine;
using System.Text.Json;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.GraphQL.Execution;
using Graph.Server;

namespace Graph.Cli.Commands;

/// <summary><c>graph query</c>.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "A GraphQL query, a file that holds one, or - for standard input" };
        var format = new Option<QueryFormat>("--format") { Description = "How the answer is printed", DefaultValueFactory = _ => QueryFormat.Table, HelpName = "table|json|jsonl|csv" };
        var variables = new Option<string?>("--variables") { Description = "The query's variables as a JSON object", HelpName = "JSON" };
        var operation = new Option<string?>("--operation") { Description = "Which operation of the document to run", HelpName = "NAME" };
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("query", "Answer one GraphQL query.") { query, format, variables, operation, store, ontology };
        command.Run(async (parsed, cancellationToken) =>
        {
            var text = await TextAsync(parsed.GetValue(query)!, cancellationToken);
            var request = RequestOf(text, parsed.GetValue(variables), parsed.GetValue(operation));
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            using var response = await GraphExecutor.Create(graph).ExecuteAsync(request, cancellationToken);
            QueryFormats.Write(JsonElement.Parse(response.Body.Span), parsed.GetValue(format), Console.Out, Terminal.Data);
            foreach (var error in response.Errors) Console.Error.WriteLine(Describe(error));
            return response.Errors.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static async Task<string> TextAsync(string given, CancellationToken cancellationToken)
    {
        if (given == "-") return await Console.In.ReadToEndAsync(cancellationToken);
        if (given.AsSpan().IndexOfAny('{', '\n') >= 0) return given;
        if (File.Exists(given)) return await File.ReadAllTextAsync(given, cancellationToken);
        throw new UsageException($"\"{given}\" is neither a file nor a query. A query looks like '{{ people {{ name }} }}'.");
    }

    private static GraphQLRequest RequestOf(string text, string? variables, string? operation)
    {
        try
        {
            return GraphQLRequest.Of(text, variables, operation);
        }
        catch (JsonException fault)
        {
            throw new UsageException($"--variables is not JSON: {fault.Message} Write for example '{{\"id\": \"russia\"}}'.");
        }
    }

    private static string Describe(GraphQL.GraphQLError error)
    {
        var place = error.Locations.IsDefaultOrEmpty ? "" : $"{error.Locations[0].Line}:{error.Locations[0].Column}: ";
        var path = error.Path is { Count: > 0 } ? $" (at {string.Join('.', error.Path)})" : "";
        return place + error.Message + path;
    }
}
