using System.Text.Json;

namespace Graph.Export.LinkedData;

/// <summary>How the types, properties and relationships of a domain are called in a vocabulary: a data file beside the format.</summary>
/// <param name="Types">By the name of a node type.</param>
/// <param name="Relationships">By the name of a relationship type.</param>
/// <param name="Addresses">What stands before the values of properties that are addresses, by the vocabulary's property.</param>
internal sealed record Mapping(
    IReadOnlyDictionary<string, MappedType> Types,
    IReadOnlyDictionary<string, MappedRelationship> Relationships,
    IReadOnlyDictionary<string, string> Addresses)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The mapping of a file of this folder.</summary>
    public static Mapping Read(string file)
    {
        using var stream = typeof(Mapping).Assembly.GetManifestResourceStream("Graph.Export." + file)
            ?? throw new InvalidOperationException($"{file} is missing from the assembly.");
        return JsonSerializer.Deserialize<Mapping>(stream, Options) ?? throw new InvalidOperationException($"{file} is empty.");
    }
}

/// <summary>What the nodes of a type are.</summary>
/// <param name="Types">Their types where nothing says otherwise.</param>
/// <param name="Properties">What their properties are called; others are not written.</param>
/// <param name="TypesBy">The property that decides their types; null: none does.</param>
/// <param name="TypesOf">Their types by its value.</param>
internal sealed record MappedType(
    IReadOnlyList<string> Types,
    IReadOnlyDictionary<string, string> Properties,
    string? TypesBy = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? TypesOf = null);
