using System.CommandLine;
using System.Text.Json;
using Graph.Api;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Output.Rows;
using Graph.Cli.Questions;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph search WORDS</c>.</summary>
internal static class SearchCommand
{
    private const string Query =
        "query ($text: String!, $first: Int) { search(text: $text, first: $first) { totalCount suggestions hits { type id caption "
            + "fields { name snippet } } } }";

    public static Command Create()
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "All have to occur; \"in quotes\" side by side, with - before a word not at all, the last as the beginning of a word",
            Arity = ArgumentArity.OneOrMore,
        };
        var limit = new Option<int>("--limit") { Description = "How many", HelpName = "NUMBER", DefaultValueFactory = _ => 20 };
        var csv = new Option<bool>("--csv") { Description = "As CSV, for programs" };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("search", "Find what holds these words, in any spelling.") { words, limit, csv, store, ontology };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var api = new Client(graph);
            if (!api.Offers(NameQueries.SearchField)) throw new UsageException(Messages.NothingSearchable);
            var most = parsed.GetValue(limit);
            if (most < 1) throw new UsageException(Messages.TooSmall("--limit", most));
            var variables =
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = string.Join(' ', parsed.GetValue(words)!), ["first"] = most };
            if (await api.AskAsync(Query, variables, cancellationToken) is not { } answer) return ExitCode.Failed;
            Write(answer.GetProperty(NameQueries.SearchField), parsed.GetValue(csv));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(JsonElement found, bool csv)
    {
        var hits = found.GetProperty("hits").EnumerateArray().ToList();
        var table = new FlatTable(
            ["type", "id", "caption", "found in", "words"],
            hits.ConvertAll(IReadOnlyList<string?> (hit) =>
            {
                var field = hit.GetProperty("fields").EnumerateArray().FirstOrDefault();
                var isField = field.ValueKind == JsonValueKind.Object;
                return
                [
                    hit.GetProperty("type").GetString(), hit.GetProperty("id").GetString(), hit.GetProperty("caption").GetString(),
                    isField ? field.GetProperty("name").GetString() : null, isField ? field.GetProperty("snippet").GetString() : null,
                ];
            }));
        if (csv)
        {
            CsvText.Write(table, forExcel: false, Terminal.Exact);
            return;
        }

        if (hits.Count > 0) QueryFormats.WriteTable(table, Terminal.Data);
        Terminal.Print(Messages.Hits(hits.Count, found.GetProperty("totalCount").GetInt64()));
        var near = found.GetProperty("suggestions").EnumerateArray().Select(name => name.GetString()!).ToList();
        if (near.Count > 0) Terminal.Print(Messages.Near(near));
    }
}
