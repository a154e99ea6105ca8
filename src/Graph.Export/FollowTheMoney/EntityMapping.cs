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
