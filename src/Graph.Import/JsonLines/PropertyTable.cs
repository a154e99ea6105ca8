using System.Text;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.JsonLines;

/// <summary>The properties of a type by UTF-8 name, and what a record must have.</summary>
internal sealed class PropertyTable
{
    private readonly byte[][] names;
    private readonly Property[] required;
    private readonly byte[][][] enums;

    public PropertyTable(string owner, IReadOnlyList<Property> properties)
    {
        Owner = owner;
        Properties = properties;
        names = [.. properties.Select(property => Encoding.UTF8.GetBytes(property.Name))];
        required = [.. properties.Where(property => property.IsRequired && !property.IsImportStamp)];
        enums = [.. properties.Select(property => property.Enum?.Values.Select(value => Encoding.UTF8.GetBytes(value.Name)).ToArray() ?? [])];
    }

    /// <summary>The type's name, for messages.</summary>
    public string Owner { get; }

    public IReadOnlyList<Property> Properties { get; }

    /// <summary>The names that a property of an enum may hold.</summary>
    public byte[][] Names(Property property) => enums[property.Ordinal];

    /// <summary>
    /// The property whose name the reader stands on, or null. Writers keep one order, so the search starts where the last one
    /// ended.
    /// </summary>
    public Property? Find(ref Utf8JsonReader reader, ref int next)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var at = next + i < names.Length ? next + i : next + i - names.Length;
            if (!reader.ValueTextEquals(names[at])) continue;
            next = at + 1 == names.Length ? 0 : at + 1;
            return Properties[at];
        }

        return null;
    }

    /// <summary>The first required property without a value. A required list without a value is an empty list.</summary>
    public Property? Missing(Span<Cell> cells, RecordBatch batch)
    {
        foreach (var property in required)
        {
            ref var cell = ref cells[property.Ordinal];
            if (cell.Kind != CellKind.Null) continue;
            if (!property.IsList) return property;
            cell = batch.AddText("[]"u8, CellKind.List);
        }

        return null;
    }
}
