using System.Text.Json;

namespace Graph.Import.Sources;

/// <summary>Looks at a field of an object: what it tells, or null where it tells nothing and is passed over.</summary>
/// <param name="reader">Stands on the field's name; may be moved to the value where that tells.</param>
internal delegate bool? JsonFieldLook(ref Utf8JsonReader reader);

/// <summary>Tells by the first fields of a JSON file what it holds.</summary>
internal static class JsonStart
{
    /// <summary>What the first field that tells anything tells; false of what is no object, null where no field tells.</summary>
    /// <param name="start">The first bytes of the file.</param>
    /// <param name="mayBeArray">The object may be the first of an array.</param>
    /// <param name="look">Looks at one field after the other.</param>
    public static bool? Tell(ReadOnlySpan<byte> start, bool mayBeArray, JsonFieldLook look)
    {
        var reader = new Utf8JsonReader(start, isFinalBlock: false, default);
        try
        {
            if (!reader.Read()) return false;
            if (mayBeArray && reader.TokenType == JsonTokenType.StartArray && !reader.Read()) return false;
            if (reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (look(ref reader) is { } told) return told;
                if (!reader.Read() || !reader.TrySkip()) return null;
            }

            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Moves to the value of the field, which is then one of two texts or not.</summary>
    public static bool IsText(ref Utf8JsonReader reader, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        reader.Read() && reader.TokenType == JsonTokenType.String && (reader.ValueTextEquals(one) || reader.ValueTextEquals(other));
}
