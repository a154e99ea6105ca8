using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Export.FollowTheMoney;

/// <summary>Values of properties as texts.</summary>
internal static class ValueTexts
{
    /// <summary>Reads the next value of a row: none, one, or the items of a list. What is not of the property's form is none.</summary>
    public static IReadOnlyList<string> Read<TReader>(ref TReader row, RecordBatch scratch, Property property)
        where TReader : IValueReader, allows ref struct
    {
        row.MoveNext();
        row.ReadCell(scratch, property.Form, out var cell);
        return cell.Kind switch
        {
            CellKind.Null => [],
            CellKind.List => [.. JsonElement.Parse(scratch.Utf8(cell)).EnumerateArray().Select(item => item.ToString())],
            CellKind.Date => [TimeText.Of(cell.Day)],
            CellKind.DateTime => [TimeText.Of(cell.Instant)],
            CellKind.Integer => [cell.Number.ToString()],
            CellKind.Float => [cell.Double.ToString("R", System.Globalization.CultureInfo.InvariantCulture)],
            CellKind.Boolean => [cell.Number != 0 ? "true" : "false"],
            _ => [scratch.Text(cell)],
        };
    }
}
