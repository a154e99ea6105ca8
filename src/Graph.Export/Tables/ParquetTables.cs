using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Parquet;
using Parquet.Schema;

namespace Graph.Export.Tables;

/// <summary>
/// Two tables, <c>nodes.parquet</c> and <c>edges.parquet</c>, for DuckDB, Polars and pandas: the columns of the CSV tables, with their
/// types. Lists are JSON text.
/// </summary>
public sealed class ParquetTables : IRecordFormat
{
    private const string NodesFile = "nodes.parquet", EdgesFile = "edges.parquet";

    private static readonly string[] OfNodes = ["Id", "Label", "Type"];
    private static readonly string[] OfEdges = ["Source", "Target", "Kind"];

    /// <inheritdoc/>
    public string Name => "parquet";

    /// <inheritdoc/>
    public string Description => "nodes.parquet and edges.parquet, for DuckDB, Polars and pandas";

    /// <inheritdoc/>
    public string Ending => ".parquet";

    /// <inheritdoc/>
    public string ContentType => "application/vnd.apache.parquet";

    /// <inheritdoc/>
    public bool HasManyFiles => true;

    /// <inheritdoc/>
    public IRecordWriter Begin(ExportPlan plan, ExportOutput output) => new Writer(plan, output);

    private sealed class Writer(ExportPlan plan, ExportOutput output) : IRecordWriter
    {
        private readonly ColumnSet nodes = ColumnSet.OfNodes(plan.Part.Types);
        private readonly ColumnSet edges = ColumnSet.OfRelationships(plan.Part.Relationships);
        private readonly Dictionary<object, int[]> places = [];
        private ParquetFile? file;

        public async ValueTask WriteAsync(ExportPage page)
        {
            file ??= await BeginAsync(NodesFile, OfNodes, nodes);
            if (page.Records.Relationships.Count > 0 && output.File == NodesFile)
            {
                await file.EndAsync();
                file = await BeginAsync(EdgesFile, OfEdges, edges);
            }

            Add(page.Records, file);
            await file.WriteIfFullAsync();
        }

        public async ValueTask FinishAsync()
        {
            file ??= await BeginAsync(NodesFile, OfNodes, nodes);
            if (output.File == NodesFile)
            {
                await file.EndAsync();
                file = await BeginAsync(EdgesFile, OfEdges, edges);
            }

            await file.EndAsync();
        }

        private async ValueTask<ParquetFile> BeginAsync(string name, string[] own, ColumnSet columns)
        {
            await output.BeginAsync(name);
            var fields = own.Select(field => ParquetColumn.Text(field))
                .Concat(columns.Columns.Select(column => ParquetColumn.Of(Reserved.Beside(own, column.Key), column)));
            return await ParquetFile.BeginAsync(output.Stream, [.. fields]);
        }

        private void Add(RecordBatch records, ParquetFile into)
        {
            foreach (var node in records.Nodes)
            {
                var cells = records.Cells(node);
                var id = records.Text(cells[node.Type.Id.Ordinal]);
                var caption = cells[node.Type.Caption.Ordinal];
                into.Texts(Named(node.Type, id), caption.Kind == CellKind.Text ? records.Text(caption) : id, node.Type.Name);
                into.Cells(records, Places(nodes, node.Type), cells);
            }

            foreach (var edge in records.Relationships)
            {
                into.Texts(Named(edge.StartType, records.Text(edge.Start)), Named(edge.EndType, records.Text(edge.End)), edge.Type.Name);
                into.Cells(records, Places(edges, edge.Type), records.Cells(edge));
            }
        }

        private int[] Places(ColumnSet columns, object type)
        {
            if (!places.TryGetValue(type, out var known)) places.Add(type, known = columns.ByColumn(type));
            return known;
        }

        private static string Named(NodeType type, string id) => $"{type.Name}:{id}";
    }
}

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

/// <summary>A column of the group that is kept.</summary>
internal abstract class ParquetColumn(Field field)
{
    public Field Field { get; } = field;

    /// <summary>A column of text.</summary>
    public static ParquetColumn Text(string name) => new OfText(name);

    /// <summary>The column of a property.</summary>
    public static ParquetColumn Of(string name, TableColumn column) => column switch
    {
        { IsList: true } => new OfText(name),
        { Form: ScalarKind.Int or ScalarKind.BigInt } => new OfValues<long>(new DataField(name, typeof(long), isNullable: true), cell => cell.Number),
        { Form: ScalarKind.Float } => new OfValues<double>(new DataField(name, typeof(double), isNullable: true), cell => cell.Double),
        { Form: ScalarKind.Boolean } => new OfValues<bool>(new DataField(name, typeof(bool), isNullable: true), cell => cell.Number != 0),
        { Form: ScalarKind.Date } => new OfValues<DateOnly>(new DataField(name, typeof(DateOnly), isNullable: true), cell => cell.Day),
        { Form: ScalarKind.DateTime } => new OfValues<DateTime>(
            new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true),
            cell => cell.Instant.UtcDateTime),
        _ => new OfText(name),
    };

    /// <summary>Adds a text.</summary>
    public virtual void Add(string text) => throw new NotSupportedException();

    /// <summary>Adds a value.</summary>
    public abstract void Add(RecordBatch records, in Cell cell);

    /// <summary>Writes the values into a group, and forgets them.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, DataField stored);

    private sealed class OfText(string name) : ParquetColumn(new DataField(name, typeof(string), isNullable: true))
    {
        private readonly List<string?> values = [];

        public override void Add(string text) => values.Add(text);

        public override void Add(RecordBatch records, in Cell cell) =>
            values.Add(cell.Kind == CellKind.Null ? null : Encoding.UTF8.GetString(records.Utf8(cell)));

        public override async Task WriteAsync(ParquetRowGroupWriter group, DataField stored)
        {
            await group.WriteAsync(stored, (IReadOnlyCollection<string>)values!);
            values.Clear();
        }
    }

    private sealed class OfValues<T>(Field field, Func<Cell, T> value) : ParquetColumn(field)
        where T : struct
    {
        private readonly List<T?> values = [];

        public override void Add(RecordBatch records, in Cell cell) => values.Add(cell.Kind == CellKind.Null ? null : value(cell));

        public override async Task WriteAsync(ParquetRowGroupWriter group, DataField stored)
        {
            await group.WriteAsync<T>(stored, values.ToArray().AsMemory());
            values.Clear();
        }
    }
}
