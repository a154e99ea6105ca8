using System.Buffers;
using System.Buffers.Text;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>
/// Reads the compact JSON that <c>json_array</c> writes, straight from the memory of the database. Text is copied to the
/// response as it stands: SQLite has escaped it already.
/// </summary>
internal ref struct JsonRowReader(ReadOnlySpan<byte> json) : IValueReader
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
    public void WriteScalar(ResponseBuffer output, ScalarKind kind)
    {
        var value = TakeValue();
        if (IsKeptAsPrinted(kind) || value[0] == 'n') output.WriteRaw(value);
        else if (value[0] == '[') WriteList(output, value, kind);
        else WriteConverted(output, value, kind);
    }

    /// <inheritdoc/>
    public void WriteExact(ResponseBuffer output, ScalarKind kind)
    {
        if (kind == ScalarKind.DateTime) output.WriteRaw(TakeValue());
        else WriteScalar(output, kind);
    }

    private static bool IsKeptAsPrinted(ScalarKind kind) =>
        kind is not (ScalarKind.Float or ScalarKind.Boolean or ScalarKind.DateTime or ScalarKind.BigInt);

    private static void WriteList(ResponseBuffer output, ReadOnlySpan<byte> list, ScalarKind kind)
    {
        var items = new JsonRowReader(list);
        items.EnterList();
        output.WriteByte((byte)'[');
        for (var isFirst = true; items.MoveNext(); isFirst = false)
        {
            if (!isFirst) output.WriteByte((byte)',');
            items.WriteScalar(output, kind);
        }

        output.WriteByte((byte)']');
    }

    private static void WriteConverted(ResponseBuffer output, ReadOnlySpan<byte> value, ScalarKind kind)
    {
        switch (kind)
        {
            case ScalarKind.Float:
                WriteFloat(output, value.Trim((byte)'"'));
                break;
            case ScalarKind.Boolean:
                output.WriteBoolean(value[0] is (byte)'1' or (byte)'t');
                break;
            case ScalarKind.BigInt when value[0] != '"':
                output.WriteByte((byte)'"');
                output.WriteRaw(value);
                output.WriteByte((byte)'"');
                break;
            case ScalarKind.DateTime when value.Length == TimeText.DateTimeLength + 2:
                output.WriteRaw(value[..(1 + TimeText.MillisecondsEnd)]);
                output.WriteRaw("Z\""u8);
                break;
            default:
                output.WriteRaw(value);
                break;
        }
    }

    // Between the very large and the very small, the database's text is JavaScript's.
    private static void WriteFloat(ResponseBuffer output, ReadOnlySpan<byte> value)
    {
        if (value.IndexOfAny((byte)'E', (byte)'e') >= 0 || value.SequenceEqual("-0"u8) || value.EndsWith(".0"u8))
        {
            Utf8Parser.TryParse(value, out double number, out _);
            output.WriteDouble(number);
            return;
        }

        output.WriteRaw(value);
    }

    private readonly byte Next() => at < json.Length ? json[at] : throw Misread("another value");

    private ReadOnlySpan<byte> TakeValue()
    {
        var start = at;
        switch (Next())
        {
            case (byte)'"':
                PassText();
                break;
            case (byte)'[':
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
                case (byte)'[':
                    depth++;
                    at++;
                    break;
                case (byte)']':
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
