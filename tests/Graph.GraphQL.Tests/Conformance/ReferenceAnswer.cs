using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Graph.GraphQL.Conformance;

namespace Graph.GraphQL.Tests.Conformance;

/// <summary>
/// An answer as far as it is compared. Errors and their places are in no order, keys of data are; of an introspected
/// <c>__schema</c> counts what the schema itself defines, in any order.
/// </summary>
internal static partial class ReferenceAnswer
{
    private static readonly HashSet<string> BuiltIn =
        ["Int", "Float", "String", "Boolean", "ID", "skip", "include", "deprecated", "specifiedBy", "oneOf"];

    /// <summary>The answer in a form in which equal answers are equal texts.</summary>
    public static string Read(JsonElement answer, string mode)
    {
        var text = new StringBuilder();
        foreach (var error in answer.GetProperty("errors").EnumerateArray().Select(Error).Order(StringComparer.Ordinal))
            text.Append(error).Append("; ");
        if (mode != "execute") return text.ToString();
        if (answer.TryGetProperty("data", out var data)) Append(text, data, isRoot: true);
        return text.ToString();
    }

    private static string Error(JsonElement error)
    {
        var places = error.GetProperty("locations").EnumerateArray().Select(place => $"{place.GetProperty("line")}:{place.GetProperty("column")}")
            .Order(StringComparer.Ordinal);
        var path = error.TryGetProperty("path", out var steps) ? $" at {steps.GetRawText()}" : "";
        return $"{Reworded(JsonText.Read(error.GetProperty("message")))} ({string.Join(' ', places)}){path}";
    }

    /// <summary>
    /// Two sentences of the reference are not true here: descriptions stand on operations and fragments too, and nobody writes
    /// JavaScript.
    /// </summary>
    private static string Reworded(string message) =>
        AdviceForJavaScript().Replace(message, "Give ${type} a type resolver, or let its values tell their \"__typename\".")
        .Replace("descriptions are supported only on type definitions.", "descriptions are supported only on definitions.", StringComparison.Ordinal);

    [GeneratedRegex("Either the (?<type>\"[^\"]*\") type should provide a \"resolveType\" function or each possible type should provide an \"isTypeOf\" function\\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AdviceForJavaScript();

    private static void Append(StringBuilder text, JsonElement value, bool isRoot = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var member in value.EnumerateObject())
                {
                    text.Append(member.Name).Append(':');
                    if (isRoot && member.Name == "__schema" && member.Value.ValueKind == JsonValueKind.Object) AppendSchema(text, member.Value);
                    else Append(text, member.Value);
                    text.Append(' ');
                }
                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Append(text, item);
                    text.Append(' ');
                }
                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(value.GetDouble().ToString("R", CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String:
                text.Append('"').Append(JsonText.Read(value)).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendSchema(StringBuilder text, JsonElement schema)
    {
        foreach (var member in schema.EnumerateObject())
        {
            text.Append(member.Name).Append(':');
            if (member.Name is "types" or "directives") AppendOwn(text, member.Value);
            else Append(text, member.Value);
        }
    }

    private static void AppendOwn(StringBuilder text, JsonElement list)
    {
        var own = list.EnumerateArray().Select(item => (Name: item.TryGetProperty("name", out var name) ? name.GetString() : null, Item: item))
            .Where(item => item.Name is null || !(BuiltIn.Contains(item.Name) || item.Name.StartsWith("__", StringComparison.Ordinal)));
        foreach (var (_, item) in own.OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            foreach (var member in item.EnumerateObject())
            {
                text.Append(member.Name).Append(':');
                if (member.Name == "possibleTypes" && member.Value.ValueKind == JsonValueKind.Array) AppendOwn(text, member.Value);
                else Append(text, member.Value);
            }
            text.Append(' ');
        }
    }
}
