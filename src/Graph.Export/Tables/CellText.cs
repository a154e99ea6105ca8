using System.Buffers;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Export.Tables;

/// <summary>Values as text, without anything around them.</summary>
internal static class CellText
{
    // What would end an item of a list, or begin another kind of it.
    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"'[]\\ \t\r\n"u8);

    /// <summary>The text of a value that is neither text nor a list: a number, a truth value, a day, an instant.</summary>
    public static void Write(ResponseBuffer output, in Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Integer: output.WriteInt64(cell.Number); break;
            case CellKind.Float: output.WriteDouble(cell.Double); break;
            case CellKind.Boolean: output.WriteBoolean(cell.Number != 0); break;
            case CellKind.Date: Day(output, cell.Day); break;
            case CellKind.DateTime:
                TimeText.Write(cell.Instant, output.GetSpan(TimeText.DateTimeLength));
                output.Advance(TimeText.DateTimeLength);
                break;
            default: throw new ArgumentException($"A cell of kind {cell.Kind} has no text of its own.", nameof(cell));
        }
    }

    /// <summary>A day.</summary>
    public static void Day(ResponseBuffer output, DateOnly day)
    {
        TimeText.Write(day, output.GetSpan(TimeText.DateLength));
        output.Advance(TimeText.DateLength);
    }

    /// <summary>
    /// A list as Gephi writes one: <c>[a, b]</c>; an item that has a comma, a space, a bracket or a quotation mark stands between
    /// quotation marks.
    /// </summary>
    /// <param name="json">The list as JSON.</param>
    /// <param name="output">Takes the text; emptied before.</param>
    public static ReadOnlySpan<byte> List(ReadOnlySpan<byte> json, ResponseBuffer output)
    {
        if (json.SequenceEqual("[]"u8)) return "[]"u8;
        output.Clear();
        output.WriteByte((byte)'[');
        var reader = new Utf8JsonReader(json);
        var isFirst = true;
        for (reader.Read(); reader.Read() && reader.TokenType != JsonTokenType.EndArray; isFirst = false)
        {
            if (!isFirst) output.WriteRaw(", "u8);
            if (reader.TokenType != JsonTokenType.String) output.WriteRaw(reader.ValueSpan);
            else if (!reader.ValueIsEscaped && !reader.ValueSpan.IsEmpty && reader.ValueSpan.IndexOfAny(Quoted) < 0)
            {
                output.WriteRaw(reader.ValueSpan);
            }
            else output.WriteString(reader.GetString()!);
        }

        output.WriteByte((byte)']');
        return output.WrittenSpan;
    }
}
