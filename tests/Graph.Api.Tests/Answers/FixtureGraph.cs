using System.IO.Compression;
using System.Text.Json;

namespace Graph.Api.Tests.Answers;

/// <summary>A node of the fixture.</summary>
public sealed record FixtureNode(string Id, string Type, JsonElement Properties)
{
    /// <summary>A property as text, or null.</summary>
    public string? this[string name] => Properties.TryGetProperty(name, out var value) ? value.ToString() : null;
}

/// <summary>A relationship of the fixture.</summary>
public sealed record FixtureEdge(string Type, FixtureNode From, FixtureNode To, JsonElement Properties)
{
    /// <summary>A property as text, or null.</summary>
    public string? this[string name] => Properties.TryGetProperty(name, out var value) ? value.ToString() : null;
}

/// <summary>
/// 1,479 nodes and 5,153 relationships with nulls, empty relations, parallel relationships and ties, imported into a store
/// and also at hand as they are in the file, so that a test can say by itself what is right.
/// </summary>
public sealed class FixtureGraph : IAsyncLifetime
{
    /// <summary>The time at which queries are asked: in UTC a day later than where the clock stands.</summary>
    public static readonly DateTimeOffset Now = new(2025, 6, 30, 23, 30, 0, TimeSpan.FromHours(-3));

    private readonly ImportedGraph graph = new();

    public IReadOnlyList<FixtureNode> Nodes { get; private set; } = [];

    public IReadOnlyList<FixtureEdge> Edges { get; private set; } = [];

    /// <summary>The nodes of a type.</summary>
    public IEnumerable<FixtureNode> Of(string type) => Nodes.Where(node => node.Type == type);

    /// <summary>The relationships that lead to a node.</summary>
    public IEnumerable<FixtureEdge> Into(FixtureNode node, string type) => Edges.Where(edge => edge.Type == type && edge.To == node);

    /// <summary>The relationships that lead from a node.</summary>
    public IEnumerable<FixtureEdge> From(FixtureNode node, string type) => Edges.Where(edge => edge.Type == type && edge.From == node);

    /// <summary>The response's data, which has no errors beside.</summary>
    public JsonElement Data(string query, string? variables = null)
    {
        var response = Response(query, variables);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data");
    }

    /// <summary>The ids of a root list, in order.</summary>
    public string[] Ids(string query) =>
        [.. Data(query).EnumerateObject().Single().Value.EnumerateArray().Select(node => node.GetProperty("id").GetString()!)];

    /// <summary>The whole response.</summary>
    public JsonElement Response(string query, string? variables = null) => JsonElement.Parse(graph.Ask(query, variables));

    /// <summary>The whole response of the API as a part of a larger one, with what it costs.</summary>
    public JsonElement Subgraph(string query, string? variables = null) => JsonElement.Parse(graph.AskAsGateway(query, variables));

    public async Task InitializeAsync()
    {
        await using (var packed = new GZipStream(
            typeof(FixtureGraph).Assembly.GetManifestResourceStream("fixture.jsonl.gz")!,
            CompressionMode.Decompress))
        await using (var text = File.Create(graph.File)) await packed.CopyToAsync(text);
        Read(graph.File);
        await graph.ImportAsync(Domains.Accusations, new() { Time = new FixedTime(Now) });
    }

    public async Task DisposeAsync() => await graph.DisposeAsync();

    private void Read(string file)
    {
        var lines = File.ReadLines(file).Select(line => JsonElement.Parse(line)).ToList();
        var nodes = lines.Where(line => line.GetProperty("type").GetString() == "node").ToDictionary(
            line => line.GetProperty("id").GetString()!,
            line => new FixtureNode(line.GetProperty("id").GetString()!, line.GetProperty("labels")[0].GetString()!, line.GetProperty("properties")),
            StringComparer.Ordinal);
        Nodes = [.. nodes.Values];
        Edges = [.. lines.Where(line => line.GetProperty("type").GetString() == "relationship").Select(line => new FixtureEdge(
            line.GetProperty("label").GetString()!,
            nodes[line.GetProperty("start").GetProperty("id").GetString()!],
            nodes[line.GetProperty("end").GetProperty("id").GetString()!],
            line.GetProperty("properties")))];
    }
}

/// <summary>The tests that only read the fixture share it.</summary>
[CollectionDefinition(Name)]
public sealed class OverTheFixture : ICollectionFixture<FixtureGraph>
{
    public const string Name = "fixture";
}
