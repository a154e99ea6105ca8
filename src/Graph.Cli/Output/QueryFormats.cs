using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Graph.Cli.Output;

/// <summary>The forms in which <c>graph query</c> prints an answer.</summary>
internal enum QueryFormat
{
    /// <summary>Columns for people.</summary>
    Table,

    /// <summary>The whole GraphQL response, indented.</summary>
    Json,

    /// <summary>One row a line as JSON.</summary>
    Jsonl,

    /// <summary>RFC 4180, with a header line.</summary>
    Csv,
}

/// <summary>Prints the data of a GraphQL answer.</summary>
internal static class QueryFormats
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(JsonElement response, QueryFormat format, TextWriter output, IAnsiConsole console)
    {
        if (format == QueryFormat.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(response, Indented));
            return;
        }

        if (!response.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object) return;
        switch (format)
        {
            case QueryFormat.Jsonl:
                foreach (var row in Flattening.Rows(data)) output.WriteLine(JsonSerializer.Serialize(row, OneLine));
                break;
            case QueryFormat.Csv: WriteCsv(Flattening.Flatten(data), output); break;
            default: WriteTable(Flattening.Flatten(data), console); break;
        }
    }

    private static void WriteCsv(FlatTable table, TextWriter output)
    {
        output.Write(string.Join(',', table.Columns.Select(Quoted)) + "\r\n");
        foreach (var row in table.Rows) output.Write(string.Join(',', row.Select(cell => cell is null ? "" : Quoted(cell))) + "\r\n");
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 && cell.Trim() == cell ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void WriteTable(FlatTable table, IAnsiConsole console)
    {
        if (table.Rows.Count == 0)
        {
            console.WriteLine("No rows.");
            return;
        }

        var view = new Table { Border = TableBorder.Rounded };
        foreach (var column in table.Columns) view.AddColumn(new TableColumn(Markup.Escape(column)));
        foreach (var row in table.Rows) view.AddRow(row.Select(cell => new Text(cell ?? "")).ToArray());
        console.Write(view);
        console.WriteLine(table.Rows.Count == 1 ? "1 row" : $"{table.Rows.Count} rows");
    }
}
