using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Export;

/// <summary>The values of a row that are a record's.</summary>
internal static class RowCells
{
    /// <summary>Reads the next values of a row into cells, one a property by ordinal; gives those that are not of their form.</summary>
    public static IReadOnlyList<(Property Property, ValueFault Fault)> Read<TReader>(
        ref TReader row,
        RecordBatch page,
        IReadOnlyList<Property> properties,
        Span<Cell> cells)
        where TReader : IValueReader, allows ref struct
    {
        List<(Property, ValueFault)>? faults = null;
        foreach (var property in properties)
        {
            row.MoveNext();
            if (row.ReadCell(page, property.Form, out cells[property.Ordinal]) is { } fault) (faults ??= []).Add((property, fault));
        }

        return faults is null ? [] : faults;
    }
}
