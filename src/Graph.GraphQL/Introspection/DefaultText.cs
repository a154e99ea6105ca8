using System.Globalization;
using System.Text.RegularExpressions;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Introspection;

/// <summary>
/// Default values as introspection tells them (section 4.2.5): the literal of the value that the default stands for, once coerced to its
/// type. A single value at a list's place is a list, fields of input objects stand in their order with their own defaults.
/// </summary>
internal static partial class DefaultText
{
    /// <summary>The default of an argument or input field; null without one, and where it does not fit its type.</summary>
    public static string? Of(InputValueDefinition definition) =>
        definition.DefaultValue is { } value && LiteralCoercion.OfConstants.TryCoerce(value, definition.Type, out _)
            ? Print(value, definition.Type)
            : null;

    private static string Print(ValueNode value, GraphQLType type)
    {
        if (value is NullValueNode) return "null";
        return type switch
        {
            NonNullType nonNull => Print(value, nonNull.OfType),
            ListType list =>
                $"[{string.Join(", ", (value is ListValueNode items ? items.Values : [value]).Select(item => Print(item, list.OfType)))}]",
            InputObjectType input => $"{{{string.Join(", ", Fields((ObjectValueNode)value, input))}}}",
            ScalarType scalar => Print(value, scalar),
            _ => Printer.Print(value),
        };
    }

    private static IEnumerable<string> Fields(ObjectValueNode value, InputObjectType type)
    {
        foreach (var field in type.Fields)
        {
            if ((value.Fields.LastOrDefault(given => given.Name.Value == field.Name)?.Value ?? field.DefaultValue) is { } entry)
                yield return $"{field.Name}: {Print(entry, field.Type)}";
        }
    }

    private static string Print(ValueNode value, ScalarType type) => value switch
    {
        StringValueNode text when type.Name == "ID" && WholeNumber().IsMatch(text.Value) => text.Value,
        StringValueNode text => StringLiteral.Print(text.Value),
        IntValueNode number when type.Name != "ID" => Number(number.Value),
        FloatValueNode number => Number(number.Value),
        EnumValueNode name => StringLiteral.Print(name.Value), // only custom scalars take it, as a text
        _ => Printer.Print(value),
    };

    private static string Number(string literal) => JsonNumber.Format(double.Parse(literal, CultureInfo.InvariantCulture));

    [GeneratedRegex("^-?(?:0|[1-9][0-9]*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeNumber();
}
