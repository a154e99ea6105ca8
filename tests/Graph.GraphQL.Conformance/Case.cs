using System.Text.Json;

namespace Graph.GraphQL.Conformance;

/// <summary>A question put to the engine: one line of the protocol. See README.md for the modes.</summary>
public sealed record Case(string Id, string Mode, string? Schema, string? Document, string? OperationName, JsonElement Variables, JsonElement Data)
{
    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">The line is not a JSON object with an <c>id</c> and a <c>mode</c>.</exception>
    public static Case Parse(string line)
    {
        var root = JsonElement.Parse(line);
        string? Text(string name) =>
            root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : null;
        return new(
            Text("id") ?? throw new JsonException("A case needs an id."),
            Text("mode") ?? throw new JsonException("A case needs a mode."),
            Text("schema"), Text("document"), Text("operationName"),
            root.TryGetProperty("variables", out var variables) ? variables : default,
            root.TryGetProperty("data", out var data) ? data : default);
    }
}
