using System.Globalization;
using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Records;

namespace Graph.Model.Values;

/// <summary>
/// Writes a list cell: compact JSON with only the escapes that JSON demands, so that equal lists are equal bytes. Reused
/// from list to list.
/// </summary>
public sealed class ListJson
{
    private byte[] buffer = new byte[256];
    private int length;

    /// <summary>Starts again with an empty list.</summary>
    public void Clear() => length = 0;

    /// <summary>Adds text.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Separate();
        Put((byte)'"');
        while (utf8.IndexOfAny(Escaped) is >= 0 and var at)
        {
            Put(utf8[..at]);
            Escape(utf8[at]);
            utf8 = utf8[(at + 1)..];
        }

        Put(utf8);
        Put((byte)'"');
    }

    /// <summary>Adds a day.</summary>
    public void Day(DateOnly day)
    {
        Span<byte> text = stackalloc byte[TimeText.DateLength];
        TimeText.Write(day, text);
        Text(text);
    }

    /// <summary>Adds an instant, in UTC to the microsecond: the form in which a single one is kept and compared.</summary>
    public void Instant(DateTimeOffset instant)
    {
        Span<byte> text = stackalloc byte[TimeText.DateTimeLength];
        TimeText.Write(instant, text);
        Text(text);
    }

    /// <summary>Adds a whole number.</summary>
    public void Number(long number) => Raw(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a finite double as JavaScript prints it: the form in which lists are compared.</summary>
    public void Number(double number)
    {
        using var text = new ResponseBuffer(32);
        text.WriteDouble(number);
        Separate();
        Put(text.WrittenSpan);
    }

    /// <summary>Adds a truth value.</summary>
    public void Truth(bool value) => Raw(value ? "true" : "false");

    /// <summary>Adds null, which no list of a record holds and a list to compare with may.</summary>
    public void Null() => Raw("null");

    /// <summary>Adds a value in one of the forms of <see cref="Queries.Parameter.Kind"/>.</summary>
    public void Add(object? item)
    {
        switch (item)
        {
            case null: Null(); break;
            case string text: Text(Encoding.UTF8.GetBytes(text)); break;
            case int number: Number((long)number); break;
            case long number: Number(number); break;
            case double number: Number(number); break;
            case bool truth: Truth(truth); break;
            case DateOnly day: Day(day); break;
            case DateTimeOffset instant: Instant(instant); break;
            default: throw new ArgumentException($"A list has no item of the type {item.GetType().Name}.", nameof(item));
        }
    }

    /// <summary>Adds a single value of a record.</summary>
    /// <param name="batch">Holds its text.</param>
    /// <param name="item">No list, and not null.</param>
    public void Add(RecordBatch batch, in Cell item)
    {
        switch (item.Kind)
        {
            case CellKind.Text: Text(batch.Utf8(item)); break;
            case CellKind.Integer: Number(item.Number); break;
            case CellKind.Float: Number(item.Double); break;
            case CellKind.Boolean: Truth(item.Number != 0); break;
            case CellKind.Date: Day(item.Day); break;
            case CellKind.DateTime: Instant(item.Instant); break;
            default: throw new ArgumentException($"A list has no item of kind {item.Kind}.", nameof(item));
        }
    }

    /// <summary>Ends the list; the bytes are good until the next change.</summary>
    public ReadOnlySpan<byte> Close()
    {
        if (length == 0) return "[]"u8;
        Put((byte)']');
        return buffer.AsSpan(0, length);
    }

    private static readonly System.Buffers.SearchValues<byte> Escaped = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private void Escape(byte code)
    {
        Put((byte)'\\');
        var letter = code switch
        {
            (byte)'\b' => 'b',
            (byte)'\f' => 'f',
            (byte)'\n' => 'n',
            (byte)'\r' => 'r',
            (byte)'\t' => 't',
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            _ => 'u',
        };
        Put((byte)letter);
        if (letter == 'u') Put(Encoding.ASCII.GetBytes(code.ToString("x4", CultureInfo.InvariantCulture)));
    }

    private void Raw(string json)
    {
        Separate();
        Put(Encoding.ASCII.GetBytes(json));
    }

    private void Separate() => Put((byte)(length == 0 ? '[' : ','));

    private void Put(byte value)
    {
        if (length == buffer.Length) Array.Resize(ref buffer, length * 2);
        buffer[length++] = value;
    }

    private void Put(ReadOnlySpan<byte> values)
    {
        if (buffer.Length - length < values.Length) Array.Resize(ref buffer, Math.Max(length * 2, length + values.Length));
        values.CopyTo(buffer.AsSpan(length));
        length += values.Length;
    }
}
