using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>
/// Reads the compact JSON that <c>json_array</c> writes, straight from the memory of the database. Text is copied to the
/// response as it stands: SQLite has escaped it already.
/// </summary>
internal ref partial struct RowReader(ReadOnlySpan<byte> json) : IValueReader
{
    private static readonly SearchValues<byte> EndOfPlain = SearchValues.Create(",]"u8);

    private readonly ReadOnlySpan<byte> json = json;
    private int at;

    /// <inheritdoc/>
    public bool ReadNull()
    {
        if (Next() != 'n') return false;
        at += 4;
        return true;
    }

    /// <inheritdoc/>
    public void EnterList()
    {
        if (Next() != '[') throw Misread("a list");
        at++;
    }

    /// <inheritdoc/>
    public bool MoveNext()
    {
        switch (Next())
        {
            case (byte)']':
                at++;
                return false;
            case (byte)',':
                at++;
                return true;
            default:
                return at > 0 && json[at - 1] == '[' ? true : throw Misread("the end of a value");
        }
    }

    /// <inheritdoc/>
    public void LeaveList()
    {
        while (MoveNext()) Skip();
    }

    /// <inheritdoc/>
    public void Skip() => TakeValue();

    /// <inheritdoc/>
    public long ReadInt64()
    {
        var value = TakePlain();
        return Utf8Parser.TryParse(value, out long number, out var used) && used == value.Length ? number : throw Misread("a whole number");
    }

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
        return TryWrite(output, value, form) ? null : Fault(value);
    }

    /// <inheritdoc/>
    public void WriteExact(ResponseBuffer output, ScalarKind kind)
    {
        var value = TakeValue();
        if (kind == ScalarKind.DateTime && value[0] == '"' && TimeText.IsInstant(value[1..^1])) output.WriteRaw(value);
        else if (value[0] is (byte)'n' or (byte)'[' or (byte)'{' || !Utf8.IsValid(value)) output.WriteNull();
        else if (kind == ScalarKind.DateTime || !TryWrite(output, value, kind))
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
            if (!isMisplacedText && item[0] != 'n' && TryWrite(output, item, form)) continue;
            output.Truncate(start);
            return Fault(item) with { Index = index };
        }

        output.WriteByte((byte)']');
        return null;
    }

    private static bool TryWrite(ResponseBuffer output, ReadOnlySpan<byte> value, ValueForm form)
    {
        var isText = value[0] == '"';
        switch (form.Kind)
        {
            case ScalarKind.Id or ScalarKind.String when isText:
                return Utf8.IsValid(value) && Write(output, value);
            case ScalarKind.Id or ScalarKind.String:
                return IsWhole(value) && WriteQuoted(output, value);
            case ScalarKind.Enum:
                return isText && (form.Enum is not { } names ? Utf8.IsValid(value) : names.Contains(value[1..^1])) && Write(output, value);
            case ScalarKind.Int:
                return Utf8Parser.TryParse(value, out int _, out var used) && used == value.Length && Write(output, value);
            case ScalarKind.BigInt:
                return IsWhole(value) && WriteQuoted(output, value);
            case ScalarKind.Float:
                return TryWriteFloat(output, value.Trim((byte)'"'));
            case ScalarKind.Boolean:
                return TryWriteBoolean(output, value);
            case ScalarKind.Date:
                return isText && TimeText.IsDay(value[1..^1]) && Write(output, value);
            case ScalarKind.DateTime:
                if (!isText || !TimeText.IsInstant(value[1..^1])) return false;
                output.WriteRaw(value[..(1 + TimeText.MillisecondsEnd)]);
                return Write(output, "Z\""u8);
            default:
                return false;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> value) => Utf8Parser.TryParse(value, out long _, out var used) && used == value.Length;

    private static bool Write(ResponseBuffer output, ReadOnlySpan<byte> json)
    {
        output.WriteRaw(json);
        return true;
    }

    private static bool WriteQuoted(ResponseBuffer output, ReadOnlySpan<byte> value)
    {
        output.WriteByte((byte)'"');
        output.WriteRaw(value);
        output.WriteByte((byte)'"');
        return true;
    }

    private static bool TryWriteBoolean(ResponseBuffer output, ReadOnlySpan<byte> value)
    {
        if (!TryTruth(value, out var truth)) return false;
        output.WriteBoolean(truth);
        return true;
    }

    private static bool TryTruth(ReadOnlySpan<byte> value, out bool truth)
    {
        truth = value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8);
        return truth || value.SequenceEqual("0"u8) || value.SequenceEqual("false"u8);
    }

    private static ValueFault Fault(ReadOnlySpan<byte> value)
    {
        var start = value[..Math.Min(value.Length, 4 * ValueFault.MostShown)];
        return ValueFault.Of(Encoding.UTF8.GetString(start));
    }

    // Between the very large and the very small, the database's text is JavaScript's.
    private static bool TryWriteFloat(ResponseBuffer output, ReadOnlySpan<byte> value)
    {
        // The words Infinity and NaN, and every literal, end with a letter.
        if (value.IsEmpty || !IsDigit(value[^1]) || !(IsDigit(value[0]) || value[0] == '-')) return false;
        if (value.IndexOfAny((byte)'E', (byte)'e') >= 0 || value.SequenceEqual("-0"u8) || value.EndsWith(".0"u8))
        {
            Utf8Parser.TryParse(value, out double number, out _);
            if (!double.IsFinite(number)) return false;
            output.WriteDouble(number);
            return true;
        }

        return Write(output, value);
    }

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';

    private readonly byte Next() => at < json.Length ? json[at] : throw Misread("another value");

    private ReadOnlySpan<byte> TakeValue()
    {
        var start = at;
        switch (Next())
        {
            case (byte)'"':
                PassText();
                break;
            case (byte)'[' or (byte)'{':
                PassList();
                break;
            case (byte)',' or (byte)']':
                throw Misread("a value");
            default:
                return TakePlain();
        }

        return json[start..at];
    }

    private ReadOnlySpan<byte> TakePlain()
    {
        var rest = json[at..];
        var length = rest.IndexOfAny(EndOfPlain);
        var value = length < 0 ? rest : rest[..length];
        at += value.Length;
        return value;
    }

    private void PassText()
    {
        at++;
        while (true)
        {
            var end = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (end < 0) throw Misread("the end of a text");
            at += end + 1;
            if (json[at - 1] == '"') return;
            at++;
        }
    }

    private void PassList()
    {
        var depth = 0;
        do
        {
            switch (Next())
            {
                case (byte)'[' or (byte)'{':
                    depth++;
                    at++;
                    break;
                case (byte)']' or (byte)'}':
                    depth--;
                    at++;
                    break;
                case (byte)'"':
                    PassText();
                    break;
                default:
                    at++;
                    break;
            }
        }
        while (depth > 0);
    }

    private readonly InvalidOperationException Misread(string expected) => new($"Expected {expected} at byte {at} of the row.");
}
