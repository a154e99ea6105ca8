using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Model.Search;

/// <summary>The searchable texts of nodes.</summary>
public static class NodeTexts
{
    /// <summary>The properties of a type whose words are found, in the order of the ontology.</summary>
    public static IReadOnlyList<Property> Searched(this EntityType type) => [.. type.Properties.Where(property => property.IsSearchable)];

    /// <summary>Those of them that are names.</summary>
    public static IReadOnlyList<Property> Named(this EntityType type) =>
        [.. type.Properties.Where(property => property.SearchAs is { } role && SearchTokens.IsName(role))];

    /// <summary>The node types of which something is found.</summary>
    public static IReadOnlyList<NodeType> Searched(this Ontology ontology) =>
        [.. ontology.NodeTypes.Where(type => type.Properties.Any(property => property.IsSearchable))];

    /// <summary>The tokens of a node of a batch; null where it has none.</summary>
    public static string? Of(this SearchTokens tokens, RecordBatch batch, in NodeEntry node)
    {
        var cells = batch.Cells(node);
        foreach (var property in node.Type.Properties)
        {
            if (property.SearchAs is not { } role) continue;
            var cell = cells[property.Ordinal];
            if (cell.Kind == CellKind.Text) tokens.Add(role, batch.Text(cell));
            else if (cell.Kind == CellKind.List) tokens.AddList(role, batch.Text(cell));
        }

        return tokens.Take();
    }

    /// <summary>Adds the texts of a list, given as JSON; what is no list of texts is left out.</summary>
    public static void AddList(this SearchTokens tokens, SearchRole role, string json)
    {
        foreach (var text in Texts(json)) tokens.Add(role, text);
    }

    private static IEnumerable<string> Texts(string json)
    {
        if (json == "[]") return [];
        try
        {
            using var list = JsonDocument.Parse(json);
            return list.RootElement.ValueKind != JsonValueKind.Array
                ? []
                : [.. list.RootElement.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
