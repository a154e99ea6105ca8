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

    public static void Write(JsonElement response, QueryFormat format, bool forExcel, TextWriter output, IAnsiConsole console)
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
            case QueryFormat.Csv: CsvText.Write(Flattening.Flatten(data), forExcel, output); break;
            default: WriteTable(Flattening.Flatten(data), console); break;
        }
    }

    private static void WriteTable(FlatTable table, IAnsiConsole console)
    {
        if (table.Rows.Count == 0)
        {
            console.WriteLine("No rows.");
            return;
        }

        var view = new Table { Border = TableBorder.Rounded };
        foreach (var column in table.Columns) view.AddColumn(new TableColumn(Terminal.Cell(column)));
        foreach (var row in table.Rows) view.AddRow(row.Select(Terminal.Cell).ToArray());
        console.Write(view);
        console.WriteLine(table.Rows.Count == 1 ? "1 row" : $"{table.Rows.Count} rows");
    }
}
