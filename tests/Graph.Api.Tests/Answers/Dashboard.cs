using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Graph.Model.Ontologies;

namespace Graph.Api.Tests.Answers;

/// <summary>The dashboard that ships, over the seeds: every query of it answers with the columns that its panel draws.</summary>
public sealed partial class Dashboard
{
    private static readonly string Root = FindRoot();
    private static readonly string Folder = Path.Combine(Root, "docs", "grafana");

    [Fact]
    public void EmbedsTheQueriesThatStandBesideIt() => Assert.Equal(
        Directory.GetFiles(Path.Combine(Folder, "queries")).Select(File.ReadAllText).Order(StringComparer.Ordinal),
        Targets().Select(Query).Order(StringComparer.Ordinal));

    [Fact]
    public async Task EveryPanelGetsItsColumns()
    {
        await using var graph = new ImportedGraph();
        await graph.ImportAsync(Ontology.Shipped, path: Path.Combine(Root, "seeds"));
        Assert.All(Targets(), target =>
        {
            using var answer = JsonDocument.Parse(graph.Ask(Interpolated(Query(target))));
            Assert.False(answer.RootElement.TryGetProperty("errors", out _), answer.RootElement.ToString());
            var rows = Select(answer.RootElement, target.GetProperty("root_selector").GetString()!);
            var all = rows.ValueKind == JsonValueKind.Array ? [.. rows.EnumerateArray()] : new List<JsonElement> { rows };
            Assert.NotEmpty(all);
            Assert.All(target.GetProperty("columns").EnumerateArray(), column => HasValues(all, column));
        });
    }

    [Fact]
    public void UsesNoVariableThatItDoesNotDeclare()
    {
        var declared = Variables().Select(variable => variable.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal);
        var used = Targets().SelectMany(target => Variable().Matches(Query(target))).Select(match => match.Groups["name"].Value)
            .Where(name => !name.StartsWith("__", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(declared.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryChoiceOfAVariableIsAnswered()
    {
        await using var graph = new ImportedGraph();
        await graph.ImportAsync(Ontology.Shipped, path: Path.Combine(Root, "seeds"));
        var choices = Variables().Where(variable => variable.GetProperty("type").GetString() == "custom").SelectMany(
            variable => variable.GetProperty("options").EnumerateArray(),
            (variable, option) => (Name: variable.GetProperty("name").GetString()!, Value: option.GetProperty("value").GetString()!));
        Assert.All(choices, choice => Assert.All(Targets().Select(Query), query => Assert.DoesNotContain(
            "\"errors\"", graph.Ask(Interpolated(query, choice.Name, choice.Value)), StringComparison.Ordinal)));
    }

    private static void HasValues(List<JsonElement> rows, JsonElement column)
    {
        var selector = column.GetProperty("selector").GetString()!;
        var values = rows.ConvertAll(row => Select(row, selector))
            .FindAll(value => value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined));
        Assert.True(values.Count > 0, $"No row has a value at {selector}.");
        Assert.All(values, value => Assert.True(Fits(value, column.GetProperty("type").GetString()!), $"{selector}: {value}"));
    }

    private static bool Fits(JsonElement value, string type) => type switch
    {
        "number" => value.ValueKind == JsonValueKind.Number,
        "timestamp" => value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _),
        "string" => value.ValueKind == JsonValueKind.String,
        _ => false
    };

    /// <summary>What Infinity finds at a path of names and places in lists; undefined where there is nothing.</summary>
    private static JsonElement Select(JsonElement value, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (value.ValueKind == JsonValueKind.Array && int.TryParse(step, CultureInfo.InvariantCulture, out var place))
                value = place < value.GetArrayLength() ? value[place] : default;
            else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step, out var next)) value = next;
            else return default;
        }

        return value;
    }

    /// <summary>The query as Grafana sends it, for the year 2025 and what is chosen at first, or one other choice.</summary>
    private static string Interpolated(string query, string? other = null, string? choice = null) => Variable().Replace(query, match =>
    {
        var (name, format) = (match.Groups["name"].Value, match.Groups["format"].Value);
        return (name, format) switch
        {
            ("__from", "date:YYYY-MM-DD") => "2025-01-01",
            ("__to", "date:YYYY-MM-DD") => "2025-12-31",
            ("__from", "") => "1735689600000",
            ("__to", "") => "1767225599999",
            _ => Chosen(name == other ? choice! : Current(name), format)
        };
    });

    private static string Chosen(string value, string format) => format switch
    {
        "" => value,
        "doublequote" => $"\"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        _ => throw new ArgumentException($"The tests do not know the format {format} of Grafana.", nameof(format))
    };

    private static string Current(string name) => Variables().Single(variable => variable.GetProperty("name").GetString() == name)
        .GetProperty("current").GetProperty("value").GetString()!;

    private static IEnumerable<JsonElement> Targets() =>
    [
        .. Read().GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()),
        .. Variables().Where(variable => variable.GetProperty("type").GetString() == "query")
            .Select(variable => variable.GetProperty("query").GetProperty("infinityQuery"))
    ];

    private static IEnumerable<JsonElement> Variables() => Read().GetProperty("templating").GetProperty("list").EnumerateArray();

    private static string Query(JsonElement target) => target.GetProperty("url_options").GetProperty("body_graphql_query").GetString()!;

    private static JsonElement Read() => JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "dashboards", "graph.json")));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Graph.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Graph.sln");
        return folder;
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)(:(?<format>[^}]+))?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
