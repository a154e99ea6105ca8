using Graph.GraphQL.Coercion;

namespace Graph.Api.Streams;

/// <summary>Values of a request as a text that is the same for equal ones only.</summary>
internal static class ValueKey
{
    /// <summary>The text.</summary>
    public static string Of(IEnumerable<object?> values) => string.Join(',', values.Select(Of));

    private static string Of(object? value) => value switch
    {
        null => "-",
        string text => $"\"{text.Length}:{text}",
        InputObject fields => $"{{{string.Join(',', fields.Select(field => $"{field.Key}:{Of(field.Value)}"))}}}",
        IEnumerable<object?> items => $"[{Of(items)}]",
        // Its usual form leaves out what is less than a second.
        DateTimeOffset time => time.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => $"{number.GetType().Name} {number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType().Name} {value}",
    };
}
