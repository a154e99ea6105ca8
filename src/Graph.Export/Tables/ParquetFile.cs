using Graph.Model.Records;
using Parquet;
using Parquet.Schema;

namespace Graph.Export.Tables;

/// <summary>A Parquet file in the making; a group of rows is kept until it is full.</summary>
internal sealed class ParquetFile
{
    /// <summary>Rows of a group: readers skip groups by their statistics, and what is not written yet is kept.</summary>
    private const int RowsAtOnce = 20_000;

    private readonly PendingStream output;
    private readonly ParquetColumn[] columns;
    private readonly ParquetWriter writer;
    private readonly DataField[] fields;
    private int rows;

    private ParquetFile(PendingStream output, ParquetColumn[] columns, ParquetSchema schema, ParquetWriter writer) =>
        (this.output, this.columns, fields, this.writer) = (output, columns, schema.DataFields, writer);

    public static async ValueTask<ParquetFile> BeginAsync(Stream stream, ParquetColumn[] columns)
    {
        var (output, schema) = (new PendingStream(stream), new ParquetSchema(columns.Select(column => column.Field)));
        var writer = await ParquetWriter.CreateAsync(schema, output, new() { CompressionMethod = CompressionMethod.Snappy });
        return new(output, columns, schema, writer);
    }

    /// <summary>Begins a row with its first cells.</summary>
    public void Texts(params ReadOnlySpan<string> texts)
    {
        rows++;
        for (var i = 0; i < texts.Length; i++) columns[i].Add(texts[i]);
    }

    /// <summary>The other cells of the row, by the ordinal of each column's property; -1 where there is none.</summary>
    public void Cells(RecordBatch records, int[] ordinals, ReadOnlySpan<Cell> cells)
    {
        var own = columns.Length - ordinals.Length;
        for (var i = 0; i < ordinals.Length; i++) columns[own + i].Add(records, ordinals[i] < 0 ? Cell.Null : cells[ordinals[i]]);
    }

    public async ValueTask WriteIfFullAsync()
    {
        if (rows >= RowsAtOnce) await WriteAsync();
    }

    /// <summary>Writes what is kept, and the end of the file.</summary>
    public async ValueTask EndAsync()
    {
        if (rows > 0) await WriteAsync();
        await writer.DisposeAsync();
        await output.SendAsync(CancellationToken.None);
    }

    private async ValueTask WriteAsync()
    {
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < columns.Length; i++) await columns[i].WriteAsync(group, fields[i]);
        group.CompleteValidate();
        rows = 0;
    }
}
