using System.Globalization;
using Graph.Cli.Output.Rows;

namespace Graph.Cli.Output;

/// <summary>Writes tables as RFC 4180 has it: commas, CRLF, quotation marks where they are needed, a header line.</summary>
internal static class CsvText
{
    /// <summary>What a spreadsheet takes for the beginning of a formula; of the full-width forms some do so too.</summary>
    private const string BeginsFormula = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="forExcel">
    /// Begin with a byte-order mark, without which Excel does not read UTF-8, and put an apostrophe before each cell that
    /// a spreadsheet would take for a formula; numbers stay numbers.
    /// </param>
    /// <param name="output">Takes it.</param>
    public static void Write(FlatTable table, bool forExcel, TextWriter output)
    {
        if (forExcel) output.Write('\uFEFF');
        output.Write(Line(table.Columns, forExcel));
        foreach (var row in table.Rows) output.Write(Line(row, forExcel));
    }

    private static string Line(IEnumerable<string?> cells, bool forExcel) =>
        string.Join(',', cells.Select(cell => cell is null ? "" : forExcel ? Quoted(Guarded(cell), ",;\t\"\r\n") : Quoted(cell, ",\"\r\n"))) + "\r\n";

    private static string Guarded(string cell) => cell.Length > 0 && BeginsFormula.Contains(cell[0]) && !IsNumber(cell) ? "'" + cell : cell;

    private static bool IsNumber(string cell) =>
        double.TryParse(
            cell,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out _);

    /// <summary>The cell, in quotation marks where it holds one of the special signs or begins or ends with white space.</summary>
    private static string Quoted(string cell, string special) =>
        cell.AsSpan().IndexOfAny(special) < 0 && cell.Trim() == cell ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
