using System.Buffers.Text;
using System.Text.Unicode;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>Values as JSON of responses and cursors.</summary>
internal ref partial struct RowReader
{
    /// <inheritdoc/>
    public ValueFault? WriteScalar(ResponseBuffer output, ValueForm form)
    {
        var value = TakeValue();
        if (value[0] == 'n')
        {
            output.WriteNull();
            return null;
        }

        if (form.IsList) return WriteList(output, value, form.Item);
        return TryWrite(output, value, form, isExact: false) ? null : Fault(value);
    }

    /// <inheritdoc/>
    public void WriteExact(ResponseBuffer output, ScalarKind kind)
    {
        var value = TakeValue();
        if (kind == ScalarKind.DateTime && value[0] == '"' && TimeText.IsInstant(value[1..^1])) output.WriteRaw(value);
        else if (value[0] is (byte)'n' or (byte)'[' or (byte)'{' || !Utf8.IsValid(value)) output.WriteNull();
        else if (kind == ScalarKind.DateTime || !TryWrite(output, value, kind, isExact: true))
        {
            output.WriteByte((byte)'[');
            output.WriteRaw(value);
            output.WriteByte((byte)']');
        }
    }

    private static ValueFault? WriteList(ResponseBuffer output, ReadOnlySpan<byte> list, ValueForm form)
    {
        if (list[0] != '[') return Fault(list);
        var start = output.Length;
        var items = new RowReader(list);
        items.EnterList();
        output.WriteByte((byte)'[');
        for (var index = 0; items.MoveNext(); index++)
        {
            if (index > 0) output.WriteByte((byte)',');
            var item = items.TakeValue();

            // A number between quotation marks is how a column of numbers is printed; in a list it is text.
            var isMisplacedText = item[0] == '"' && form.Kind == ScalarKind.Float;
            if (!isMisplacedText && item[0] != 'n' && TryWrite(output, item, form, isExact: false)) continue;
            output.Truncate(start);
            return Fault(item) with { Index = index };
        }

        output.WriteByte((byte)']');
        return null;
    }

    private static bool TryWrite(ResponseBuffer output, ReadOnlySpan<byte> value, ValueForm form, bool isExact)
    {
        var isText = value[0] == '"';
        switch (form.Kind)
        {
            case ScalarKind.Id or ScalarKind.String when isText:
                return Utf8.IsValid(value) && Write(output, value);
            case ScalarKind.Enum:
                return isText && Utf8.IsValid(value) && form.Allows(value[1..^1]) && Write(output, value);
            case ScalarKind.Float:
                return TryWriteFloat(output, value.Trim((byte)'"'), form);
            case ScalarKind.Boolean:
                return TryWriteBoolean(output, value);
            case ScalarKind.Date:
                return isText && TimeText.IsDay(value[1..^1]) && Write(output, value);
            case ScalarKind.DateTime:
                if (!isText || !TimeText.IsInstant(value[1..^1])) return false;
                output.WriteRaw(value[..(1 + TimeText.MillisecondsEnd)]);
                return Write(output, "Z\""u8);
            case var _ when TryWhole(value, out var whole):
                return StoredValue.TryWrite(output, form, whole, isExact);
            default:
                return ScalarText.TryFloat(value, out var number) && StoredValue.TryWrite(output, form, number);
        }
    }

    private static bool Write(ResponseBuffer output, ReadOnlySpan<byte> json)
    {
        output.WriteRaw(json);
        return true;
    }

    private static bool TryWriteBoolean(ResponseBuffer output, ReadOnlySpan<byte> value)
    {
        if (!TryTruth(value, out var truth)) return false;
        output.WriteBoolean(truth);
        return true;
    }

    // Between the very large and the very small, the database's text is JavaScript's.
    private static bool TryWriteFloat(ResponseBuffer output, ReadOnlySpan<byte> value, ValueForm form)
    {
        // The words Infinity and NaN, and every literal, end with a letter.
        if (value.IsEmpty || !IsDigit(value[^1]) || !(IsDigit(value[0]) || value[0] == '-')) return false;
        if (value.IndexOfAny((byte)'E', (byte)'e') >= 0 || value.SequenceEqual("-0"u8) || value.EndsWith(".0"u8))
            return Utf8Parser.TryParse(value, out double number, out _) && StoredValue.TryWrite(output, form, number);
        return Write(output, value);
    }

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';
}
