using System.Text.Json;
using System.Text.Json.Serialization;

namespace Graph.Export.FollowTheMoney;

/// <summary>What of a domain becomes which entities: the data file beside the format.</summary>
/// <param name="Entities">In the order in which they are written.</param>
/// <param name="Longest">How long the values of properties may be, where that is not <see cref="UsualLength"/>.</param>
/// <param name="Tables">Codes of the model by those of the domain.</param>
internal sealed record EntityMapping(
    IReadOnlyList<MappedEntity> Entities,
    IReadOnlyDictionary<string, int> Longest,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tables)
{
    /// <summary>Characters that the model allows a text to have, where it says nothing else.</summary>
    public const int UsualLength = 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new OneOrMany() },
    };

    /// <summary>The mapping that is shipped.</summary>
    public static EntityMapping Read()
    {
        using var stream = typeof(EntityMapping).Assembly.GetManifestResourceStream("Graph.Export.followthemoney.json")
            ?? throw new InvalidOperationException("followthemoney.json is missing from the assembly.");
        return JsonSerializer.Deserialize<EntityMapping>(stream, Options) ?? throw new InvalidOperationException("followthemoney.json is empty.");
    }

    /// <summary>A list of texts of which a single one stands without brackets.</summary>
    private sealed class OneOrMany : JsonConverter<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return [reader.GetString()!];
            List<string> texts = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) texts.Add(reader.GetString()!);
            return texts;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}

/// <summary>What the nodes of a type become, or each relationship along a field of theirs.</summary>
/// <param name="Type">The type of the nodes.</param>
/// <param name="Schema">The schema, where <paramref name="SchemaOf"/> has no other.</param>
/// <param name="Properties">The properties in their order; one whose name begins with <c>~</c> is asked for and not written.</param>
/// <param name="Along">The field; null: each node is an entity.</param>
/// <param name="SchemaBy">The property that decides the schema.</param>
/// <param name="SchemaOf">The schema by its value.</param>
/// <param name="Datasets">The datasets that name it.</param>
/// <param name="Required">Properties without which it is left out.</param>
/// <param name="Except">The ids of nodes that are nobody: they are no entities, and nothing refers to them.</param>
internal sealed record MappedEntity(
    string Type,
    string Schema,
    IReadOnlyDictionary<string, MappedProperty> Properties,
    string? Along = null,
    string? SchemaBy = null,
    IReadOnlyDictionary<string, string>? SchemaOf = null,
    MappedProperty? Datasets = null,
    IReadOnlyList<string>? Required = null,
    IReadOnlyList<string>? Except = null);

/// <summary>
/// Where the values of a property come from. A way is names of fields with dots between, from the node, which is also called
/// <c>near</c>; from <c>far</c>, the node at the end of the relationship; or of <c>edge</c>, the relationship.
/// </summary>
internal sealed record MappedProperty
{
    /// <summary>Ways to properties: their values, each once.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Ways to nodes: the entities that they are.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>The types of nodes that may be referred to; null: any.</summary>
    public IReadOnlyList<string>? Among { get; init; }

    /// <summary>A way to a property that stands in where there is no value.</summary>
    public string? Else { get; init; }

    /// <summary>Values that are left out.</summary>
    public IReadOnlyList<string>? Except { get; init; }

    /// <summary>A way to a property whose values are left out.</summary>
    public string? Without { get; init; }

    /// <summary>What is written for each value; others are not written.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>The table of codes; what it does not know is left out and counted.</summary>
    public string? Table { get; init; }

    /// <summary>A day that no longer belongs, of which the model wants the one before.</summary>
    public bool DayBefore { get; init; }

    /// <summary>A value is left out where it is too long; otherwise cut.</summary>
    public bool Whole { get; init; }

    /// <summary>How long the value may be; null: as the model says.</summary>
    public int? Longest { get; init; }

    /// <summary>What stands before the value.</summary>
    public string? Prefix { get; init; }

    /// <summary>The property that decides what stands before it.</summary>
    public string? PrefixBy { get; init; }

    /// <summary>What stands before it by that property's value.</summary>
    public IReadOnlyDictionary<string, string>? Prefixes { get; init; }

    /// <summary>A value that is always the same.</summary>
    public string? Text { get; init; }

    /// <summary>The property without which <see cref="Text"/> is not written.</summary>
    public string? With { get; init; }
}
