using System.Buffers;
using Graph.GraphQL.Json;

namespace Graph.Export.Tables;

/// <summary>Cells of a CSV file (RFC 4180, lines ended by a line feed).</summary>
/// <param name="output">Takes the bytes.</param>
/// <param name="isForSpreadsheets">A text that a spreadsheet would run as a formula gets an apostrophe before it.</param>
internal sealed class CsvText(ResponseBuffer output, bool isForSpreadsheets)
{
    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);

    private bool isFirst = true;

    /// <summary>Begins the next cell.</summary>
    public void Next()
    {
        if (!isFirst) output.WriteByte((byte)',');
        isFirst = false;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        output.WriteByte((byte)'\n');
        isFirst = true;
    }

    /// <summary>A cell of text; an empty one is a pair of quotation marks, for a cell with nothing in it has no value.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Next();
        var isFormula = isForSpreadsheets && utf8 is [(byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r', ..];
        if (!utf8.IsEmpty && utf8.IndexOfAny(Quoted) < 0)
        {
            if (isFormula) output.WriteByte((byte)'\'');
            output.WriteRaw(utf8);
            return;
        }

        output.WriteByte((byte)'"');
        if (isFormula) output.WriteByte((byte)'\'');
        while (utf8.IndexOf((byte)'"') is >= 0 and var at)
        {
            output.WriteRaw(utf8[..(at + 1)]);
            output.WriteByte((byte)'"');
            utf8 = utf8[(at + 1)..];
        }

        output.WriteRaw(utf8);
        output.WriteByte((byte)'"');
    }

    /// <summary>A cell of text that is put together of a prefix and a text.</summary>
    public void Text(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOfAny(Quoted) < 0)
        {
            Next();
            output.WriteRaw(prefix);
            output.WriteRaw(utf8);
            return;
        }

        byte[] whole = [.. prefix, .. utf8];
        Text(whole);
    }
}
