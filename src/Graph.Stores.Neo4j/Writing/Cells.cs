using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Writes the values of a record as PackStream, without an object for a value.</summary>
internal static class Cells
{
    /// <summary>The cells of a record; an import stamp it lacks is the time of import.</summary>
    public static void WriteAll(PackStreamWriter writer, RecordBatch batch, IReadOnlyList<Property> properties, ReadOnlySpan<Cell> cells, Cell now)
    {
        for (var i = 0; i < cells.Length; i++)
            Write(writer, batch, properties[i], cells[i].Kind == CellKind.Null && properties[i].IsImportStamp ? now : cells[i]);
    }

    /// <summary>One value of a record.</summary>
    public static void Write(PackStreamWriter writer, RecordBatch batch, Property property, in Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Null: writer.WriteNull(); break;
            case CellKind.Text: writer.WriteString(batch.Utf8(cell)); break;
            case CellKind.Integer: writer.WriteInteger(cell.Number); break;
            case CellKind.Float: writer.WriteFloat(cell.Double); break;
            case CellKind.Boolean: writer.WriteBoolean(cell.Number != 0); break;
            case CellKind.Date: writer.WriteDate(cell.Number); break;
            case CellKind.DateTime: writer.WriteDateTime(cell.Number); break;
            case CellKind.List: WriteList(writer, property.Kind, batch.Utf8(cell)); break;
            default: throw new InvalidOperationException($"A cell of kind {cell.Kind} has no form in PackStream.");
        }
    }

    // Neo4j stores lists of one type only, so an item's form follows the property and not how its number happens to be spelled.
    private static void WriteList(PackStreamWriter writer, ScalarKind kind, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var start = writer.BeginList();
        var count = 0;
        reader.Read();
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            switch (kind)
            {
                case ScalarKind.Int: writer.WriteInteger(reader.GetInt64()); break;
                case ScalarKind.BigInt when reader.TokenType == JsonTokenType.Number: writer.WriteInteger(reader.GetInt64()); break;
                case ScalarKind.BigInt: writer.WriteInteger(long.Parse(reader.GetString()!)); break;
                case ScalarKind.Float: writer.WriteFloat(reader.GetDouble()); break;
                case ScalarKind.Boolean: writer.WriteBoolean(reader.GetBoolean()); break;
                case ScalarKind.Date when ScalarText.TryDay(reader.ValueSpan, out var day): writer.WriteDate(day); break;
                case ScalarKind.DateTime when ScalarText.TryInstant(reader.ValueSpan, out var instant): writer.WriteDateTime(instant); break;
                case ScalarKind.Date or ScalarKind.DateTime: throw new InvalidOperationException($"A list of {kind} holds {reader.GetString()}.");
                default: WriteText(writer, ref reader); break;
            }
        }

        writer.EndList(start, count);
    }

    private static void WriteText(PackStreamWriter writer, ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped) writer.WriteString(reader.GetString()!.AsSpan());
        else writer.WriteString(reader.ValueSpan);
    }
}
