using System.Text.Json;

namespace Graph.Import.FollowTheMoney;

/// <summary>Tells entities from other JSON by how a file begins.</summary>
internal static class EntityShape
{
    /// <summary>An object with a schema, or with an id and lists of texts for properties; or a delta that holds one.</summary>
    public static bool Begins(ReadOnlySpan<byte> start)
    {
        var reader = new Utf8JsonReader(start, isFinalBlock: false, default);
        bool hasId = false, hasProperties = false;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("type"u8) || reader.ValueTextEquals("labels"u8)) return false;
                var isSchema = reader.ValueTextEquals("schema"u8);
                if (reader.ValueTextEquals("op"u8)) return true;
                hasId |= reader.ValueTextEquals("id"u8);
                hasProperties |= reader.ValueTextEquals("properties"u8);
                if (!reader.Read()) break;
                if (isSchema) return reader.TokenType == JsonTokenType.String;
                if (!reader.TrySkip()) break;
            }

            return hasId && hasProperties;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
