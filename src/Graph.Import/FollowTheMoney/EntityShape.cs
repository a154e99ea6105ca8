using System.Text.Json;
using Graph.Import.Sources;

namespace Graph.Import.FollowTheMoney;

/// <summary>Tells entities from other JSON by how a file begins.</summary>
internal static class EntityShape
{
    /// <summary>An object with a schema, or with an id and lists of texts for properties; or a delta that holds one.</summary>
    public static bool Begins(ReadOnlySpan<byte> start)
    {
        bool hasId = false, hasProperties = false;
        return JsonStart.Tell(start, mayBeArray: false, Look) ?? (hasId && hasProperties);

        bool? Look(ref Utf8JsonReader reader)
        {
            if (reader.ValueTextEquals("type"u8) || reader.ValueTextEquals("labels"u8)) return false;
            if (reader.ValueTextEquals("op"u8)) return true;
            hasId |= reader.ValueTextEquals("id"u8);
            hasProperties |= reader.ValueTextEquals("properties"u8);
            if (!reader.ValueTextEquals("schema"u8)) return null;
            return reader.Read() ? reader.TokenType == JsonTokenType.String : hasId && hasProperties;
        }
    }
}
