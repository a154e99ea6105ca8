using System.Buffers.Text;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Model.Values;

/// <summary>
/// What becomes of a value that a database keeps, whoever put it there and in whatever type: the same for every store. A
/// store reads its own encoding and hands over what it found. What is of the form is written, or made the cell of a record;
/// what is not is left alone, and is a fault of that one value.
/// </summary>
public static class StoredValue
{
    // The longest whole number as text: a sign and nineteen digits.
    private const int IntegerLength = 20;

    /// <summary>Writes a whole number, where a property of the form may hold it: as text where ids and texts are wanted.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="form">What the value has to be.</param>
    /// <param name="value">What is stored.</param>
    /// <param name="isExact">The very value must come back: a number that stands for a text is none, as no text is compared with it.</param>
    /// <returns>Whether it was written.</returns>
    public static bool TryWrite(ResponseBuffer output, ValueForm form, long value, bool isExact)
    {
        switch (form.Kind)
        {
            case ScalarKind.Id or ScalarKind.String when isExact:
                return false;
            case ScalarKind.BigInt or ScalarKind.Id or ScalarKind.String:
                output.WriteByte((byte)'"');
                output.WriteInt64(value);
                output.WriteByte((byte)'"');
                return true;
            case ScalarKind.Float:
            case ScalarKind.Int when IsInt(value):
                output.WriteInt64(value);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes a number, where a property of the form may hold it.</summary>
    /// <returns>Whether it was written.</returns>
    public static bool TryWrite(ResponseBuffer output, ValueForm form, double value)
    {
        if (form.Kind != ScalarKind.Float) return TryWhole(form, value, out var whole) && TryWrite(output, form, whole, isExact: false);
        if (!double.IsFinite(value)) return false;
        output.WriteDouble(value);
        return true;
    }

    /// <summary>A whole number as a cell, where a property of the form may hold it.</summary>
    public static bool TryCell(RecordBatch batch, ValueForm form, long value, out Cell cell)
    {
        cell = Cell.Null;
        switch (form.Kind)
        {
            case ScalarKind.Id or ScalarKind.String:
                Utf8Formatter.TryFormat(value, batch.Reserve(IntegerLength), out var written);
                cell = batch.CommitText(written);
                return true;
            case ScalarKind.BigInt:
            case ScalarKind.Int when IsInt(value):
                cell = Cell.Of(value);
                return true;
            case ScalarKind.Float:
                cell = Cell.Of((double)value);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A number as a cell, where a property of the form may hold it.</summary>
    public static bool TryCell(RecordBatch batch, ValueForm form, double value, out Cell cell)
    {
        cell = Cell.Null;
        if (form.Kind != ScalarKind.Float) return TryWhole(form, value, out var whole) && TryCell(batch, form, whole, out cell);
        if (!double.IsFinite(value)) return false;
        cell = Cell.Of(value);
        return true;
    }

    // A whole number that another tool stored as a float is one still, as long as floats tell whole numbers apart.
    private static bool TryWhole(ValueForm form, double value, out long whole)
    {
        const double lastExact = 9_007_199_254_740_992;
        var isWhole = form.Kind is ScalarKind.Int or ScalarKind.BigInt && value == Math.Truncate(value) && Math.Abs(value) <= lastExact;
        whole = isWhole ? (long)value : 0;
        return isWhole;
    }

    private static bool IsInt(long value) => value is >= int.MinValue and <= int.MaxValue;
}
