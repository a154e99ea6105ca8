using System.Globalization;
using System.Text.Json;

namespace Graph.GraphQL.TypeSystem;

/// <summary>What a resolver gave for a scalar, reduced to the few CLR types that coercions tell apart: string, bool, int, long, double.</summary>
internal static class ScalarResult
{
    public static object Of(object value) => value switch
    {
        string or bool or int or long or double => value,
        JsonElement json => Of(json),
        byte or sbyte or short or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        uint number => (long)number,
        float number => (double)number,
        decimal number => (double)number,
        Enum name => name.ToString(),
        _ => value,
    };

    public static bool TryParseNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static object Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.Number => json.GetDouble(),
        _ => json,
    };
}
