using System.Text.Json.Nodes;

namespace Graph.Server.Assistants;

/// <summary>Something that a tool may be told.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says.</param>
internal sealed record ToolArgument(string Name, string Description)
{
    /// <summary>Whether it has to be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The only values that it may have; null: any text.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The greatest number that it may be, from 1; null: it is no number.</summary>
    public int? Most { get; init; }

    /// <summary>What it is where it is not given, if it is a number.</summary>
    public int Usual { get; init; }

    /// <summary>Whether it is a day, as in <c>2025-06-02</c>.</summary>
    public bool IsDay { get; init; }

    /// <summary>Its JSON Schema.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Most is null ? "string" : "integer", ["description"] = Description };
        if (Values is { } values) schema["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        if (Most is { } most) (schema["minimum"], schema["maximum"], schema["default"]) = (1, most, Usual);
        else if (Values is null) schema["maxLength"] = Limits.AssistantTextChars;
        if (IsDay) schema["format"] = "date";
        return schema;
    }
}
