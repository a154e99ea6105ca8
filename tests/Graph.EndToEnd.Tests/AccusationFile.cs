using System.Text;
using System.Text.Json;
using Graph.Tests;

namespace Graph.EndToEnd.Tests;

/// <summary>
/// A file of accusations among states, in an order that lets every relationship find its ends: the states, then for each accusation
/// itself, who made it, and against whom. What a database holds after a number of its records is therefore known.
/// </summary>
internal static class AccusationFile
{
    public const int States = 40;

    private const string Stored =
        "RETURN COUNT { (:State) }, COUNT { (:Accusation) }, COUNT { ()-[:MADE]->(:Accusation) }, COUNT { (:Accusation)-[:AGAINST]->() }";

    private const string Nodes = "MATCH (n:State|Accusation) RETURN n.id, labels(n), properties(n)";

    private const string Relationships = "MATCH (a)-[r:!MIGRATED_TO]->(b) RETURN a.id, type(r), b.id, properties(r)";

    /// <summary>Writes the file; gives the number of its records.</summary>
    public static int Write(string path, int accusations)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false));
        for (var i = 0; i < States; i++)
            file.WriteLine($$$"""{"type":"node","id":"state-{{{i}}}","labels":["State","Actor"],"properties":{"id":"state-{{{i}}}","name":"State {{{i}}}","aliases":[]}}""");
        for (var i = 0; i < accusations; i++)
        {
            var said = new DateOnly(2020, 1, 1).AddDays(i % 1500).ToString("O");
            file.WriteLine($$$"""{"type":"node","id":"acc-{{{i}}}","labels":["Accusation"],"properties":{"id":"acc-{{{i}}}","act":"ACCUSE","matter":"stalling the talks, case {{{i}}}","matterTypes":["BAD_FAITH"],"saidOn":"{{{said}}}","saidOnBasis":"STATED","modality":"ASSERTED","confidence":0.5,"method":"CODED","scheme":"CAMEO","code":"112"}}""");
            file.WriteLine($$$"""{"type":"relationship","id":"m{{{i}}}","label":"MADE","start":{"id":"state-{{{i % States}}}","labels":["State","Actor"]},"end":{"id":"acc-{{{i}}}","labels":["Accusation"]}}""");
            file.WriteLine($$$"""{"type":"relationship","id":"a{{{i}}}","label":"AGAINST","start":{"id":"acc-{{{i}}}","labels":["Accusation"]},"end":{"id":"state-{{{i * 7 % States}}}","labels":["State","Actor"]}}""");
        }

        return States + (3 * accusations);
    }

    /// <summary>How many records a database holds while an import is running: the parts of the sum are read one after another.</summary>
    public static async Task<int> CountRoughlyAsync(OwnNeo4j server) => (await CountsAsync(server)).Sum();

    /// <summary>How many records a database holds, after seeing that these are the first of the file.</summary>
    public static async Task<int> CountAsync(OwnNeo4j server)
    {
        var counts = await CountsAsync(server);
        var records = counts.Sum();
        var accusing = Math.Max(0, records - States);
        Assert.Equal([Math.Min(States, records), (accusing + 2) / 3, (accusing + 1) / 3, accusing / 3], counts);
        return records;
    }

    /// <summary>Every node and relationship with its properties, but for the time of import.</summary>
    public static async Task<string[]> ReadAsync(OwnNeo4j server)
    {
        JsonElement[] things = [.. await server.AskAsync(Nodes), .. await server.AskAsync(Relationships)];
        return [.. things.Select(Text).Order(StringComparer.Ordinal)];
    }

    private static string Text(JsonElement thing) => thing.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', thing.EnumerateArray().Select(Text)),
        JsonValueKind.Object => string.Join(' ', thing.EnumerateObject().Where(property => property.Name != "importedAt")
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => property.ToString())),
        _ => thing.ToString(),
    };

    private static async Task<int[]> CountsAsync(OwnNeo4j server) =>
        [.. (await server.AskAsync(Stored)).Single().EnumerateArray().Select(count => count.GetInt32())];
}
