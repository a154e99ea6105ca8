using System.Text;
using Graph.Import.Sources;
using Graph.Model.Records;

namespace Graph.Import.JsonLines;

/// <summary>Lines and columns of faults within a record, which may go over several lines.</summary>
internal static class FaultPlace
{
    /// <summary>A fault at a byte of a record.</summary>
    public static Fault At(ReadOnlySpan<byte> record, long at, RecordPlace place, string message)
    {
        var before = record[..(int)Math.Min(at, record.Length)];
        var last = before.LastIndexOf((byte)'\n');
        return last < 0
            ? new(place.Line, place.Column + Encoding.UTF8.GetCharCount(before), message)
            : new(place.Line + before.Count((byte)'\n'), Encoding.UTF8.GetCharCount(before[(last + 1)..]) + 1, message);
    }

    /// <summary>The first byte of a record that is no UTF-8.</summary>
    public static Fault OfBadUtf8(ReadOnlySpan<byte> record, RecordPlace place)
    {
        var fault = TextFile.Decode(record).Fault!.Value;
        return fault with
        {
            Line = place.Line + Math.Max(0, fault.Line - 1),
            Column = fault.Line <= 1
            ? place.Column + fault.Column - 1
            : fault.Column
        };
    }

    /// <summary>Where a line of a record begins, counted in bytes.</summary>
    /// <param name="record">The record.</param>
    /// <param name="line">From 0.</param>
    public static int StartOfLine(ReadOnlySpan<byte> record, long line)
    {
        var start = 0;
        for (; line > 0 && record[start..].IndexOf((byte)'\n') is >= 0 and var next; line--) start += next + 1;
        return start;
    }
}
