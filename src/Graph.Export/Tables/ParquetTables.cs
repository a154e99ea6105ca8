using Graph.Model.Ontologies;
using Graph.Model.Records;

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
