using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Export.Tables;

/// <summary>
/// Two tables, <c>nodes.csv</c> and <c>edges.csv</c>, with the columns that Gephi's import of spreadsheets looks for; also for
/// pandas, DuckDB and spreadsheets.
/// </summary>
public sealed class Csv : IRecordFormat
{
    /// <summary>The file of the nodes.</summary>
    public const string NodesFile = "nodes.csv";

    /// <summary>The file of the relationships.</summary>
    public const string EdgesFile = "edges.csv";

    private static readonly string[] OfNodes = ["Id", "Label", "Type"];
    private static readonly string[] OfEdges = ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight"];

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string Description => "nodes.csv and edges.csv, for Gephi, pandas and spreadsheets";

    /// <inheritdoc/>
    public string Ending => ".csv";

    /// <inheritdoc/>
    public string ContentType => "text/csv";

    /// <inheritdoc/>
    public bool HasManyFiles => true;

    /// <inheritdoc/>
    public GraphView DefaultView => GraphView.Acts;

    /// <inheritdoc/>
    public IRecordWriter Begin(ExportPlan plan, ExportOutput output) => new Writer(plan, output);

    private sealed class Writer(ExportPlan plan, ExportOutput output) : IRecordWriter
    {
        private readonly Ontology ontology = plan.Ontology;
        private readonly CsvText csv = new(output.Buffer, !plan.IsPlain);
        private readonly ResponseBuffer list = new();
        private readonly ColumnSet nodes = ColumnSet.OfNodes(plan.Part.Types);
        private readonly ColumnSet edges = ColumnSet.OfRelationships(plan.Part.Relationships);
        private readonly int[]?[] nodeCells = new int[]?[plan.Ontology.NodeTypes.Count];
        private readonly int[]?[] edgeCells = new int[]?[plan.Ontology.RelationshipTypes.Count];
        private readonly byte[][] types = [.. plan.Ontology.NodeTypes.Select(type => Encoding.UTF8.GetBytes(type.Name))];
        private readonly byte[][] prefixes = [.. plan.Ontology.NodeTypes.Select(type => Encoding.UTF8.GetBytes(type.Name + ":"))];
        private readonly byte[][] relationships = [.. plan.Ontology.RelationshipTypes.Select(type => Encoding.UTF8.GetBytes(type.Name))];
        private long written;

        public async ValueTask WriteAsync(ExportPage page)
        {
            if (output.File is null) await BeginAsync(NodesFile, OfNodes, nodes);
            foreach (var node in page.Records.Nodes) Node(page.Records, node);
            if (page.Records.Relationships.Count == 0) return;
            if (output.File == NodesFile) await BeginAsync(EdgesFile, OfEdges, edges);
            foreach (var edge in page.Records.Relationships) Edge(page.Records, edge);
        }

        public async ValueTask FinishAsync()
        {
            if (output.File is null) await BeginAsync(NodesFile, OfNodes, nodes);
            if (output.File == NodesFile) await BeginAsync(EdgesFile, OfEdges, edges);
            list.Dispose();
        }

        private async ValueTask BeginAsync(string file, string[] own, ColumnSet columns)
        {
            await output.BeginAsync(file);
            foreach (var name in own.Concat(columns.Columns.Select(column => Reserved.Beside(own, column.Key))))
            {
                csv.Text(Encoding.UTF8.GetBytes(name));
            }
            csv.EndRow();
        }

        private void Node(RecordBatch records, in NodeEntry node)
        {
            var type = node.Type;
            var cells = records.Cells(node);
            var (id, caption) = (cells[type.Id.Ordinal], cells[type.Caption.Ordinal]);
            csv.Text(prefixes[type.Ordinal], records.Utf8(id));
            csv.Text(records.Utf8(caption.Kind == CellKind.Text ? caption : id));
            csv.Text(types[type.Ordinal]);
            Cells(records, nodeCells[type.Ordinal] ??= nodes.ByColumn(type), cells);
        }

        private void Edge(RecordBatch records, in RelationshipEntry edge)
        {
            var type = edge.Type;
            var cells = records.Cells(edge);
            csv.Text(prefixes[edge.StartType.Ordinal], records.Utf8(edge.Start));
            csv.Text(prefixes[edge.EndType.Ordinal], records.Utf8(edge.End));
            csv.Text("Directed"u8);
            csv.Next();
            output.Buffer.WriteInt64(written++);
            csv.Text(relationships[type.Ordinal]);
            csv.Text(relationships[type.Ordinal]);
            csv.Next();
            output.Buffer.WriteInt64(ontology.Tally is { } tally && type == tally.Relationship ? cells[tally.Count.Ordinal].Number : 1);
            Cells(records, edgeCells[type.Ordinal] ??= edges.ByColumn(type), cells);
        }

        private void Cells(RecordBatch records, int[] byColumn, ReadOnlySpan<Cell> cells)
        {
            foreach (var ordinal in byColumn)
            {
                var cell = ordinal < 0 ? Cell.Null : cells[ordinal];
                switch (cell.Kind)
                {
                    case CellKind.Null: csv.Next(); break;
                    case CellKind.Text: csv.Text(records.Utf8(cell)); break;
                    case CellKind.List: csv.Text(CellText.List(records.Utf8(cell), list)); break;
                    default:
                        csv.Next();
                        CellText.Write(output.Buffer, cell);
                        break;
                }
            }

            csv.EndRow();
        }
    }
}
