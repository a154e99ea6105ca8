using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Graph.Model.Ontologies;
using Graph.Server;
using Graph.Server.Stores;

namespace Graph.EndToEnd.Tests.Explorer;

/// <summary>What the explorer asks of the API: every file of its queries, with values that the seeds have an answer for.</summary>
internal static partial class ExplorerQueries
{
    private const string Lavrov = """{ "accusers": { "some": { "id": { "eq": "sergey-lavrov" } } } }""";
    private const string Act = "accusation-038830b5642b77c4";

    /// <summary>By the name of the file, the variables that the page gives.</summary>
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["act"] = $$"""{ "id": "{{Act}}", "evidence": 100 }""",
        ["actor"] = """{ "id": "sergey-lavrov" }""",
        ["acts"] = $$"""{ "where": {{Lavrov}}, "undated": { "saidOn": { "isNull": true } }, "first": 20, "sort": [{ "saidOn": "DESC" }] }""",
        ["chains"] = """{ "from": "sergey-lavrov", "to": "friedrich-merz", "directed": true, "lengths": 1, "limit": 12 }""",
        ["counterparts"] = $$"""{ "made": {{Lavrov}}, "received": { "accused": { "some": { "id": { "eq": "ukraine" } } } }, "limit": 200 }""",
        ["counts"] = "{}",
        ["event"] = """{ "id": "istanbul-talks-2025-round-2" }""",
        ["matrix"] = """{ "rollUp": "STATE", "limit": 2000 }""",
        ["names"] = """{ "ids": ["russia", "ukraine"] }""",
        ["neighbourhood"] = """{ "of": [{ "type": "Person", "id": "sergey-lavrov" }], "depth": 1, "perRelationship": 25, "along": ["ACCUSED"] }""",
        ["passage"] = """{ "evidence": "evidence-60d9b3941088cb81", "characters": 400 }""",
        ["search"] = """{ "text": "лавров", "first": 25 }""",
        ["start"] = """{ "limit": 8 }""",
        ["threads"] = """{ "limit": 10 }""",
        ["timeline"] = """{ "bucket": "MONTH", "series": "ACCUSER", "top": 8 }""",
        ["two"] = $$"""{ "ids": ["sergey-lavrov", "ukraine"], "there": {{Lavrov}}, "back": {{Lavrov}}, "limit": 100 }""",
        ["ways"] = """{ "from": { "type": "Person", "id": "sergey-lavrov" }, "to": { "type": "State", "id": "germany" }, "limit": 6 }""",
    };

    /// <summary>All answers of a graph, each under the name of its file, without the moments of the import.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AnswersAsync(StoreLocation location)
    {
        await using var store = await GraphStores.OpenAsync(location, Ontology.Shipped, CancellationToken.None);
        await using var server = await GraphServer.StartAsync(store, new() { Urls = "http://127.0.0.1:0" }, CancellationToken.None);
        using var client = new HttpClient();
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "src", "Graph.Explorer", "app", "queries"), "*.graphql"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            Assert.True(Variables.ContainsKey(name), $"{name}.graphql has no values here to be tried with.");
            var body = new JsonObject { ["query"] = await File.ReadAllTextAsync(file), ["variables"] = JsonNode.Parse(Variables[name]) };
            using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await client.PostAsync($"{server.Url}/graphql", content);
            answers.Add(name, Instants().Replace(await response.Content.ReadAsStringAsync(), "an instant"));
        }

        return answers;
    }

    /// <summary>Every query is answered without a fault, and finds something.</summary>
    public static void AreAnswers(IReadOnlyDictionary<string, string> answers)
    {
        foreach (var (name, answer) in answers)
        {
            var response = JsonElement.Parse(answer);
            Assert.False(response.TryGetProperty("errors", out _), $"{name}.graphql: {answer}");
            foreach (var field in response.GetProperty("data").EnumerateObject())
            {
                var isEmpty = field.Value.ValueKind == JsonValueKind.Array && field.Value.GetArrayLength() == 0;
                // Nothing says that the other of two accused back.
                Assert.False(isEmpty && field.Name != "received", $"{field.Name} of {name}.graphql is empty.");
            }
        }
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z(?<!T00:00:00\.000Z)", RegexOptions.CultureInvariant)]
    private static partial Regex Instants();
}
