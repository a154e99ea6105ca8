using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using Graph.Api.Serving;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Output.Rows;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph query</c>.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "A GraphQL query, a file that holds one, or - for standard input" };
        var format = new Option<QueryFormat>("--format")
        {
            Description = "How the answer is printed",
            DefaultValueFactory = _ => QueryFormat.Table,
            HelpName = FormatNames,
            CustomParser = result =>
            {
                var name = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
                foreach (var known in Enum.GetValues<QueryFormat>())
                    if (known.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)) return known;
                result.AddError(Messages.UnknownFormat(FormatNames, name));
                return QueryFormat.Table;
            },
        };
        var excel = new Option<bool>("--excel")
        {
            Description
                = "With --format csv: for spreadsheets, with a byte-order mark, and an apostrophe before what they would take for a formula"
        };
        var path = new Option<string?>("--rows")
        {
            Description = "With table or csv: a row for each item of this list, such as accusations.evidence (default: of the first list)",
            HelpName = "PATH",
        };
        var variables = new Option<string?>("--variables") { Description = "The query's variables as a JSON object", HelpName = "JSON" };
        var operation = new Option<string?>("--operation") { Description = "Which operation of the document to run", HelpName = "NAME" };
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command = new Command("query", "Answer one GraphQL query.") { query, format, path, excel, variables, operation, store, ontology };
        command.Run(async (parsed, cancellationToken) =>
        {
            var printing = new Printing(parsed.GetValue(format), parsed.GetValue(path)?.Split('.'), parsed.GetValue(excel));
            if (printing.ForExcel && printing.Format != QueryFormat.Csv) throw new UsageException(Messages.ExcelWithoutCsv);
            if (printing is { Path: not null, Format: QueryFormat.Json or QueryFormat.Jsonl }) throw new UsageException(Messages.RowsWithoutTable);
            var text = await TextAsync(parsed.GetValue(query)!, cancellationToken);
            var request = RequestOf(text, parsed.GetValue(variables), parsed.GetValue(operation));
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var executor = GraphExecutor.Create(graph);
            using var response = await executor.ExecuteAsync(request, cancellationToken);
            QueryFormats.Write(
                JsonElement.Parse(response.Body.ToArray()),
                () => SelectedField.Of(executor.Schema, Parser.ParseDocument(text), request.OperationName, request.Variables),
                printing,
                Terminal.Exact,
                Terminal.Data);
            foreach (var error in response.Errors) Terminal.Say(error);
            return response.Errors.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private const string FormatNames = "table|json|jsonl|csv";

    /// <summary>The query that an argument is, or names by a file; "-" is standard input.</summary>
    public static async Task<string> TextAsync(string given, CancellationToken cancellationToken)
    {
        try
        {
            if (given == "-") return await StandardInputAsync(cancellationToken);
            if (given.AsSpan().IndexOfAny('{', '\n') >= 0) return given.TrimStart('\uFEFF');
            if (File.Exists(given))
            {
                var text = Utf8Text.OfFile(given);
                return HoldsQuery(text) ? text : throw new UsageException(Messages.FileHoldsNoQuery(given));
            }
        }
        catch (InvalidDataException fault)
        {
            throw new UsageException(fault.Message);
        }

        throw new UsageException(Messages.NeitherFileNorQuery(given));
    }

    /// <summary>Whether anything stands beside white space, commas and comments, which GraphQL ignores.</summary>
    private static bool HoldsQuery(string text) => text.Split('\n', '\r').Any(line => line.Trim(' ', '\t', ',', '\uFEFF') is [not '#', ..]);

    private static async Task<string> StandardInputAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancellationToken);
        return Utf8Text.Decode(bytes.ToArray()).OrThrow("standard input");
    }

    private static GraphQLRequest RequestOf(string text, string? variables, string? operation)
    {
        try
        {
            // "" is what some scripts have where there are none, as some clients of the server do.
            var request = GraphQLRequest.Of(text, string.IsNullOrWhiteSpace(variables) ? null : variables, operation);
            return request.Variables.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object
                ? request
                : throw new UsageException(Messages.VariablesNotAnObject(Messages.NoObject));
        }
        catch (JsonException fault)
        {
            throw new UsageException(Messages.VariablesNotAnObject(Messages.NotJson(fault)));
        }
    }
}
