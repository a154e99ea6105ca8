using System.Diagnostics;
using System.Text;
using Graph.Import.Yaml;
using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Import.Dossiers;

/// <summary>
/// Reads fields that are properties of the ontology, under the property's own name: a property added to the ontology can
/// be written in a dossier without a change here.
/// </summary>
internal static class PropertyFields
{
    /// <summary>Reads the properties that the dossier does not read in a way of its own.</summary>
    /// <param name="fields">The mapping.</param>
    /// <param name="properties">The type's or relationship's properties.</param>
    /// <param name="values">Takes one value a property.</param>
    /// <param name="own">The properties read elsewhere, set by the import, or given a default.</param>
    public static void Read(Fields fields, IReadOnlyList<Property> properties, object?[] values, params ReadOnlySpan<string> own)
    {
        foreach (var property in properties)
        {
            if (own.Contains(property.Name) || property.IsImportStamp) continue;
            values[property.Ordinal] = property.IsList ? ReadList(fields, property) : ReadOne(fields, property);
            if (values[property.Ordinal] is null && property.IsRequired && !fields.Has(property.Name)) fields.Missing(property.Name);
        }
    }

    /// <summary>A value of the property's kind, or null and a fault.</summary>
    public static object? Parse(Fields fields, Property property, YamlValue value)
    {
        if (fields.TextOf(property.Name, value, CommentsAfter(property.Kind)) is not { } text) return null;
        var parsed = Parse(property, text) is { } found && IsInRange(property, found) ? found : null;
        if (parsed is null) fields.Wrong(property.Name, value, Messages.Expected(property));
        return parsed;
    }

    private static Comments CommentsAfter(ScalarKind kind) => kind switch
    {
        ScalarKind.String => Comments.Refused,
        ScalarKind.Id => Comments.SetApart,
        _ => Comments.Allowed,
    };

    private static bool IsInRange(Property property, object value) => property.Range is not { } range || value switch
    {
        long number => range.Contains(number),
        double number => range.Contains(number),
        _ => true,
    };

    private static object? ReadOne(Fields fields, Property property) =>
        fields.Take(property.Name) is { } value ? Parse(fields, property, value) : null;

    private static List<object> ReadList(Fields fields, Property property) =>
        [.. fields.Items(property.Name).Select(item => Parse(fields, property, item)).OfType<object>()];

    private static object? Parse(Property property, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return property.Kind switch
        {
            ScalarKind.Id or ScalarKind.String => text,
            ScalarKind.Enum => property.Enum!.Values.Select(value => value.Name)
                .FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)),
            ScalarKind.Int => ScalarText.TryInteger(utf8, out var number) && number is >= int.MinValue and <= int.MaxValue ? number : null,
            ScalarKind.BigInt => ScalarText.TryInteger(utf8, out var number) ? number : null,
            ScalarKind.Float => ScalarText.TryFloat(utf8, out var number) ? number : null,
            ScalarKind.Boolean => text switch { "true" => true, "false" => false, _ => null },
            ScalarKind.Date => ScalarText.TryDay(utf8, out var day) ? day : null,
            ScalarKind.DateTime => ScalarText.TryInstant(utf8, out var instant) ? instant : null,
            _ => throw new UnreachableException($"A property of kind {property.Kind} cannot be read from a dossier."),
        };
    }
}
