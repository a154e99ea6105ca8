using System.CommandLine;
using System.Text.Json;
using Graph.Api;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Output.Rows;
using Graph.Cli.Questions;
using Graph.Model.Search;
using Graph.Server.Stores;

namespace Graph.Cli.Commands;

/// <summary><c>graph search WORDS</c>.</summary>
internal static class SearchCommand
{
    private const string Query =
        "query ($text: String!, $types: [SearchableType!], $first: Int) { search(text: $text, types: $types, first: $first) { "
            + "totalCount suggestions hits { type id caption fields { name snippet } } } }";

    public static Command Create()
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "All have to occur; \"in quotes\" side by side, with - before a word not at all, the last as the beginning of a word",
            Arity = ArgumentArity.OneOrMore,
        };
        var limit = Amounts.Limit("How many", most: ActQueries.MostRows);
        var types = new Option<string[]>("--type") { Description = "Only this type, such as Person; may be given several times", HelpName = "TYPE" };
        var csv = new Option<bool>("--csv") { Description = "As CSV, for programs" };
        var (store, ontology) = (SharedOptions.Store(), SharedOptions.Ontology());
        var command = new Command("search", "Find what holds these words, in any spelling.") { words, types, limit, csv, store, ontology };
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            await using var graph = await GraphStores.OpenExistingAsync(SharedOptions.StoreOf(parsed, store), domain, cancellationToken);
            var api = new Client(graph);
            if (!api.Offers(NameQueries.SearchField)) throw new UsageException(Messages.NothingSearchable);
            var text = string.Join(' ', parsed.GetValue(words)!);
            if (SearchText.Of(text, prefix: true).IsEmpty) throw new UsageException(Messages.NoWords);
            var variables = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["text"] = text,
                ["first"] = parsed.GetValue(limit),
                ["types"] = parsed.GetValue(types) is { Length: > 0 } asked
                    ? asked.Select(one => Choices.Constant("--type", api.Choices(NameQueries.SearchField, "types"), one)).Distinct()
                    : null,
            };
            if (await api.AskAsync(Query, variables, cancellationToken) is not { } answer) return ExitCode.Failed;
            var found = answer.GetProperty(NameQueries.SearchField);
            var total = found.GetProperty("totalCount").GetInt64();
            Write(found, total, parsed.GetValue(csv));
            if (total == 0) await api.SayWhereEmptyAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(JsonElement found, long total, bool csv)
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

        // The table tells how many rows it has.
        if (hits.Count > 0) PrintedTable.Write(table, Terminal.Data);
        if (hits.Count < total || total == 0) Terminal.Print(Messages.Hits(hits.Count, total));
        var shown = hits.Select(hit => hit.GetProperty("caption").GetString()!);
        var near = found.GetProperty("suggestions").EnumerateArray().Select(name => name.GetString()!).Except(shown).ToList();
        if (near.Count > 0) Terminal.Print(Messages.Near(near));
    }
}
