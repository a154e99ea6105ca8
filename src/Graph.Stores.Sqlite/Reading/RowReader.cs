using System.Buffers;
using System.Buffers.Text;
using System.Text;
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
    public long ReadInt64() => TryWhole(TakePlain(), out var number) ? number : throw Misread("a whole number");

    private static bool TryWhole(ReadOnlySpan<byte> value, out long whole) =>
        Utf8Parser.TryParse(value, out whole, out var used) && used == value.Length;

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
