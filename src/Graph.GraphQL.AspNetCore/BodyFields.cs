using System.Buffers;
using System.Text.Json;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.AspNetCore;

/// <summary>The properties of a JSON body. Names it does not know are ignored, as the specification asks.</summary>
internal struct BodyFields
{
    private readonly string what;
    private ReadOnlySequence<byte> body;
    private int documentLength;
    private string? documentId;
    private string? operationName;
    private JsonElement variables;
    private JsonElement extensions;
    private Known seen;

    /// <param name="what">What the JSON is, as a sentence begins.</param>
    public BodyFields(string what) => this.what = what;

    /// <summary>Holds the document's text; null for none.</summary>
    public byte[]? Rented { get; private set; }

    public readonly bool HasDocument => Rented is not null;

    public readonly GraphQLRequest Request => new()
    {
        Document = Rented.AsMemory(0, documentLength),
        DocumentId = documentId,
        OperationName = string.IsNullOrEmpty(operationName) ? null : operationName,
        Variables = variables,
        Extensions = extensions,
    };

    /// <summary>Reads a whole body.</summary>
    /// <exception cref="JsonException">It is not JSON, or repeats a key where values are given.</exception>
    /// <exception cref="InvalidOperationException">A string in it is not text.</exception>
    public HttpRefusal? Read(ReadOnlySequence<byte> body, int malformed)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = FixedHttpLimits.MaxJsonDepth });
        this.body = body;
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Skip();
            return new(malformed, HttpMessages.Batch);
        }

        if (reader.TokenType != JsonTokenType.StartObject) return new(malformed, HttpMessages.NotAnObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            if (ReadProperty(ref reader) is { } message) return new(malformed, message);
        // Whatever follows the object is not JSON: this throws.
        reader.Read();
        return null;
    }

    public void Return()
    {
        if (Rented is not null) ArrayPool<byte>.Shared.Return(Rented);
        Rented = null;
    }

    private string? ReadProperty(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8))
        {
            if (IsRepeated(Known.Query)) return HttpMessages.KeyRepeated(what, "query");
            reader.Read();
            return reader.TokenType == JsonTokenType.Null || ReadDocument(ref reader) ? null : HttpMessages.NotAString("query");
        }

        if (reader.ValueTextEquals("variables"u8))
            return IsRepeated(Known.Variables)
                ? HttpMessages.KeyRepeated(what, "variables")
                : ReadMap(ref reader, out variables, emptyIsNone: true) ? null : HttpMessages.NotAMap("variables");
        if (reader.ValueTextEquals("operationName"u8))
            return IsRepeated(Known.OperationName)
                ? HttpMessages.KeyRepeated(what, "operationName")
                : ReadString(ref reader, out operationName) ? null : HttpMessages.NotAString("operationName");
        if (reader.ValueTextEquals("extensions"u8))
            return IsRepeated(Known.Extensions)
                ? HttpMessages.KeyRepeated(what, "extensions")
                : ReadMap(ref reader, out extensions) ? null : HttpMessages.NotAMap("extensions");
        if (reader.ValueTextEquals("documentId"u8))
            return IsRepeated(Known.DocumentId)
                ? HttpMessages.KeyRepeated(what, "documentId")
                : ReadString(ref reader, out documentId) ? null : HttpMessages.NotAString("documentId");
        reader.Read();
        reader.Skip();
        return null;
    }

    /// <summary>Whether a key comes a second time: what stands between client and server may have looked at the other value.</summary>
    private bool IsRepeated(Known key)
    {
        if (seen.HasFlag(key)) return true;
        seen |= key;
        return false;
    }

    private bool ReadDocument(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) return false;
        var length = checked((int)(reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length));
        Rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, length));
        documentLength = reader.CopyString(Rented);
        return true;
    }

    private static bool ReadString(ref Utf8JsonReader reader, out string? value)
    {
        reader.Read();
        value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null;
    }

    /// <param name="reader">Stands before the value.</param>
    /// <param name="value">The map; undefined for none.</param>
    /// <param name="emptyIsNone">An empty text is none, as some dashboards send it.</param>
    private readonly bool ReadMap(ref Utf8JsonReader reader, out JsonElement value, bool emptyIsNone = false)
    {
        reader.Read();
        value = default;
        if (reader.TokenType == JsonTokenType.Null) return true;
        if (emptyIsNone && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("")) return true;
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        var start = reader.TokenStartIndex;
        reader.Skip();
        var text = body.Slice(start, reader.BytesConsumed - start);
        value = JsonText.Parse(text.IsSingleSegment ? text.FirstSpan : text.ToArray());
        return true;
    }

    [Flags]
    private enum Known
    {
        None = 0,
        Query = 1,
        Variables = 2,
        OperationName = 4,
        Extensions = 8,
        DocumentId = 16,
    }
}
