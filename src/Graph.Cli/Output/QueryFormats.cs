using System.Text.Encodings.Web;
using System.Text.Json;
using Graph.Cli.Output.Rows;
using Spectre.Console;

namespace Graph.Cli.Output;

/// <summary>How an answer is printed.</summary>
/// <param name="Format">The form.</param>
/// <param name="Path">The list whose items are the rows of a table, by response keys; null for the first.</param>
/// <param name="ForExcel">See <see cref="CsvText.Write"/>.</param>
internal sealed record Printing(QueryFormat Format, IReadOnlyList<string>? Path, bool ForExcel);

/// <summary>Prints the data of a GraphQL answer.</summary>
internal static class QueryFormats
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints an answer.</summary>
    /// <param name="response">The whole answer.</param>
    /// <param name="selected">Tells what the operation selects; asked only where the answer has data.</param>
    /// <param name="printing">How.</param>
    /// <param name="output">Takes texts.</param>
    /// <param name="console">Takes tables for people.</param>
    public static void Write(
        JsonElement response,
        Func<IReadOnlyList<SelectedField>> selected,
        Printing printing,
        TextWriter output,
        IAnsiConsole console)
    {
        if (printing.Format == QueryFormat.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(response, Indented));
            return;
        }

        if (!response.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object) return;
        switch (printing.Format)
        {
            case QueryFormat.Jsonl:
                foreach (var row in Flattening.Items(data, selected())) output.WriteLine(JsonSerializer.Serialize(row, OneLine));
                break;
            case QueryFormat.Csv: CsvText.Write(Flattening.Flatten(data, selected(), printing.Path), printing.ForExcel, output); break;
            default: PrintedTable.Write(Flattening.Flatten(data, selected(), printing.Path), console); break;
        }
    }
}
