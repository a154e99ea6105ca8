using System.Text;
using Graph.Export.Tables;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Export.Xml;

/// <summary>
/// GraphML as its published schema has it, for NetworkX, igraph, yEd, Cytoscape and <c>apoc.import.graphml</c>. Days, instants and
/// enums are text, lists JSON text. The ids of nodes must be name tokens: they are made of type and own id, which is a property too.
/// </summary>
public sealed class GraphMl : IRecordFormat
{
    /// <inheritdoc/>
    public string Name => "graphml";

    /// <inheritdoc/>
    public string Description => "GraphML, for NetworkX, igraph and yEd";

    /// <inheritdoc/>
    public string Ending => ".graphml";

    /// <inheritdoc/>
    public string ContentType => "application/graphml+xml";

    /// <inheritdoc/>
    public GraphView DefaultView => GraphView.Acts;

    /// <inheritdoc/>
    public IRecordWriter Begin(ExportPlan plan, ExportOutput output) => new Writer(plan, output.Buffer);

    private static string TypeOf(TableColumn column) => column switch
    {
        { IsList: true } => "string",
        { Form: ScalarKind.Int or ScalarKind.BigInt } => "long",
        { Form: ScalarKind.Float } => "double",
        { Form: ScalarKind.Boolean } => "boolean",
        _ => "string",
    };

    private sealed class Writer : IRecordWriter
    {
        private readonly ResponseBuffer output;
        private readonly XmlText text;
        private readonly PropertyTags tags;
        private readonly byte[][] labels;
        private readonly byte[][] relationships;
        private readonly byte[][] prefixes;
        private long edges;

        public Writer(ExportPlan plan, ResponseBuffer output)
        {
            (this.output, text) = (output, new(output));
            tags = new(plan, column => Tag("n_", column), column => Tag("e_", column));
            labels = [.. plan.Ontology.NodeTypes.Select(type => Encoding.UTF8.GetBytes(string.Concat(type.Labels.Select(label => ":" + label))))];
            relationships = [.. plan.Ontology.RelationshipTypes.Select(type => Encoding.UTF8.GetBytes(type.Name))];
            prefixes = [.. plan.Ontology.NodeTypes.Select(type => Encoding.UTF8.GetBytes(type.Name + ":"))];
            Begin(tags.Nodes, tags.Edges);
        }

        public long Changed => text.Changed;

        public ValueTask WriteAsync(ExportPage page)
        {
            var records = page.Records;
            foreach (var node in records.Nodes)
            {
                var cells = records.Cells(node);
                output.WriteRaw("<node id=\""u8);
                Id(node.Type, records.Utf8(cells[node.Type.Id.Ordinal]));
                output.WriteRaw("\"><data key=\"labels\">"u8);
                output.WriteRaw(labels[node.Type.Ordinal]);
                output.WriteRaw("</data>"u8);
                Data(records, tags.Of(node.Type), cells);
                output.WriteRaw("</node>\n"u8);
            }

            foreach (var edge in records.Relationships)
            {
                output.WriteRaw("<edge id=\"e"u8);
                output.WriteInt64(edges++);
                output.WriteRaw("\" source=\""u8);
                Id(edge.StartType, records.Utf8(edge.Start));
                output.WriteRaw("\" target=\""u8);
                Id(edge.EndType, records.Utf8(edge.End));
                output.WriteRaw("\"><data key=\"label\">"u8);
                output.WriteRaw(relationships[edge.Type.Ordinal]);
                output.WriteRaw("</data>"u8);
                Data(records, tags.Of(edge.Type), records.Cells(edge));
                output.WriteRaw("</edge>\n"u8);
            }

            return default;
        }

        public ValueTask FinishAsync()
        {
            output.WriteRaw("</graph>\n</graphml>\n"u8);
            return default;
        }

        private void Begin(ColumnSet nodes, ColumnSet edges)
        {
            output.WriteRaw("""
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                <key id="labels" for="node" attr.name="labels" attr.type="string"/>

                """u8);
            foreach (var column in nodes.Columns) Key("n_", "node", column);
            output.WriteRaw("<key id=\"label\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>\n"u8);
            foreach (var column in edges.Columns) Key("e_", "edge", column);
            output.WriteRaw("<graph id=\"G\" edgedefault=\"directed\">\n"u8);
        }

        private void Key(string prefix, string side, TableColumn column) => output.WriteRaw(Encoding.UTF8.GetBytes(
            $"<key id=\"{prefix}{column.Key}\" for=\"{side}\" attr.name=\"{column.Key}\" attr.type=\"{TypeOf(column)}\"/>\n"));

        private static string Tag(string prefix, TableColumn column) => $"<data key=\"{prefix}{column.Key}\">";

        private void Data(RecordBatch records, byte[][] openings, ReadOnlySpan<Cell> cells)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i].Kind == CellKind.Null) continue;
                output.WriteRaw(openings[i]);
                if (cells[i].Kind is CellKind.Text or CellKind.List) text.Write(records.Utf8(cells[i]));
                else CellText.Write(output, cells[i]);
                output.WriteRaw("</data>"u8);
            }
        }

        private void Id(NodeType type, ReadOnlySpan<byte> id)
        {
            output.WriteRaw(prefixes[type.Ordinal]);
            NameToken.Write(output, id);
        }
    }
}
