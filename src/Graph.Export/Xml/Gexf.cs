using System.Text;
using Graph.Export.Tables;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Export.Xml;

/// <summary>
/// GEXF 1.3 as its published schema has it, for Gephi and Gephi Lite: a graph in time. An act is there on its day, a relationship
/// with an interval on its days, a tally of the view of actors on each day that has an act; what is undated is always there.
/// </summary>
public sealed class Gexf : IRecordFormat
{
    // Gephi's own columns of nodes and edges.
    private static readonly string[] OfNodes = ["Id", "Label", "Type", "Interval", "Timeset", "Timestamp"];
    private static readonly string[] OfEdges = ["Id", "Label", "Type", "Kind", "Weight", "Source", "Target", "Interval", "Timeset", "Timestamp"];

    /// <inheritdoc/>
    public string Name => "gexf";

    /// <inheritdoc/>
    public string Description => "GEXF 1.3 with a time line, for Gephi";

    /// <inheritdoc/>
    public string Ending => ".gexf";

    /// <inheritdoc/>
    public string ContentType => "application/gexf+xml";

    /// <inheritdoc/>
    public GraphView DefaultView => GraphView.Acts;

    /// <inheritdoc/>
    public IRecordWriter Begin(ExportPlan plan, ExportOutput output) => new Writer(plan, output.Buffer);

    private static string TypeOf(TableColumn column)
    {
        var type = column.Form switch
        {
            ScalarKind.Int => "integer",
            ScalarKind.BigInt => "long",
            ScalarKind.Float => "double",
            ScalarKind.Boolean => "boolean",
            _ => "string",
        };
        return column.IsList ? "list" + type : type;
    }

    private sealed class Writer : IRecordWriter
    {
        private readonly ResponseBuffer output;
        private readonly ResponseBuffer list = new();
        private readonly XmlText text;
        private readonly Ontology ontology;
        private readonly PropertyTags tags;
        private readonly byte[][] types;
        private readonly byte[][] relationships;
        private long edges;
        private bool hasEdges;

        public Writer(ExportPlan plan, ResponseBuffer output)
        {
            (this.output, text, ontology) = (output, new(output), plan.Ontology);
            tags = new(plan, Tag, Tag);
            types = [.. ontology.NodeTypes.Select(type => Encoding.UTF8.GetBytes(type.Name))];
            relationships = [.. ontology.RelationshipTypes.Select(type => Encoding.UTF8.GetBytes(type.Name))];
            Begin(tags.Nodes, tags.Edges, plan.LastImport);
        }

        public long Changed => text.Changed;

        public ValueTask WriteAsync(ExportPage page)
        {
            var records = page.Records;
            foreach (var node in records.Nodes) Node(records, node);
            if (records.Relationships.Count > 0) BeginEdges();
            for (var i = 0; i < records.Relationships.Count; i++) Edge(records, records.Relationships[i], page.Days(i));
            return default;
        }

        public ValueTask FinishAsync()
        {
            BeginEdges();
            output.WriteRaw("</edges>\n</graph>\n</gexf>\n"u8);
            list.Dispose();
            return default;
        }

        private void Node(RecordBatch records, in NodeEntry node)
        {
            var type = node.Type;
            var cells = records.Cells(node);
            output.WriteRaw("<node id=\""u8);
            Id(type, records.Utf8(cells[type.Id.Ordinal]));
            output.WriteRaw("\" label=\""u8);
            var caption = cells[type.Caption.Ordinal];
            text.Write(records.Utf8(caption.Kind == CellKind.Text ? caption : cells[type.Id.Ordinal]));
            output.WriteRaw("\"><attvalues><attvalue for=\"type\" value=\""u8);
            output.WriteRaw(types[type.Ordinal]);
            output.WriteRaw("\"/>"u8);
            Values(records, tags.Of(type), cells);
            output.WriteRaw("</attvalues>"u8);
            if (type == ontology.Act?.Type && cells[ontology.Act.On.Ordinal] is { Kind: CellKind.Date } on)
            {
                output.WriteRaw("<spells>"u8);
                Spell(on.Day, on.Day);
                output.WriteRaw("</spells>"u8);
            }

            output.WriteRaw("</node>\n"u8);
        }

        private void Edge(RecordBatch records, in RelationshipEntry edge, ReadOnlySpan<DateOnly> days)
        {
            var type = edge.Type;
            var cells = records.Cells(edge);
            output.WriteRaw("<edge id=\"e"u8);
            output.WriteInt64(edges++);
            output.WriteRaw("\" source=\""u8);
            Id(edge.StartType, records.Utf8(edge.Start));
            output.WriteRaw("\" target=\""u8);
            Id(edge.EndType, records.Utf8(edge.End));
            output.WriteRaw("\" label=\""u8);
            output.WriteRaw(relationships[type.Ordinal]);
            output.WriteRaw("\" kind=\""u8);
            output.WriteRaw(relationships[type.Ordinal]);
            output.WriteRaw("\" weight=\""u8);
            output.WriteInt64(ontology.Tally is { } tally && type == tally.Relationship ? cells[tally.Count.Ordinal].Number : 1);
            output.WriteRaw("\">"u8);
            if (cells.ContainsAnyExcept(Cell.Null))
            {
                output.WriteRaw("<attvalues>"u8);
                Values(records, tags.Of(type), cells);
                output.WriteRaw("</attvalues>"u8);
            }

            if (days.Length > 0)
            {
                output.WriteRaw("<spells>"u8);
                foreach (var day in days) Spell(day, day);
                output.WriteRaw("</spells>"u8);
            }
            else if (type.Properties?.Interval is { } interval)
            {
                Spells(cells[interval.From.Ordinal], cells[interval.Until.Ordinal]);
            }

            output.WriteRaw("</edge>\n"u8);
        }

        private void BeginEdges()
        {
            if (hasEdges) return;
            hasEdges = true;
            output.WriteRaw("</nodes>\n<edges>\n"u8);
        }

        private void Begin(ColumnSet nodes, ColumnSet edges, DateTimeOffset? lastImport)
        {
            var modified = lastImport is { } moment ? $" lastmodifieddate=\"{TimeText.Of(DateOnly.FromDateTime(moment.UtcDateTime))}\"" : "";
            Raw($"""
                <?xml version="1.0" encoding="UTF-8"?>
                <gexf xmlns="http://gexf.net/1.3" version="1.3">
                <meta{modified}><creator>graph</creator></meta>
                <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval" idtype="string">
                <attributes class="node" mode="static">
                <attribute id="type" title="Type" type="string"/>

                """);
            foreach (var column in nodes.Columns) Attribute(column, OfNodes);
            Raw("</attributes>\n");
            if (edges.Columns.Count > 0) Raw("<attributes class=\"edge\" mode=\"static\">\n");
            foreach (var column in edges.Columns) Attribute(column, OfEdges);
            if (edges.Columns.Count > 0) Raw("</attributes>\n");
            Raw("<nodes>\n");
        }

        private void Attribute(TableColumn column, string[] own) =>
            Raw($"<attribute id=\"p_{column.Key}\" title=\"{Reserved.Beside(own, column.Key)}\" type=\"{TypeOf(column)}\"/>\n");

        private static string Tag(TableColumn column) => $"<attvalue for=\"p_{column.Key}\" value=\"";

        private void Values(RecordBatch records, byte[][] openings, ReadOnlySpan<Cell> cells)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i].Kind == CellKind.Null) continue;
                output.WriteRaw(openings[i]);
                switch (cells[i].Kind)
                {
                    case CellKind.Text: text.Write(records.Utf8(cells[i])); break;
                    case CellKind.List: text.Write(CellText.List(records.Utf8(cells[i]), list)); break;
                    default: CellText.Write(output, cells[i]); break;
                }

                output.WriteRaw("\"/>"u8);
            }
        }

        /// <summary>The days from one until another, which no longer belongs; an open end has no day, and no days are no spell.</summary>
        private void Spells(in Cell from, in Cell until)
        {
            DateOnly? first = from.Kind == CellKind.Date ? from.Day : null;
            DateOnly? last = until.Kind == CellKind.Date && until.Day > DateOnly.MinValue ? until.Day.AddDays(-1) : null;
            if ((first is null && last is null) || first > last) return;
            output.WriteRaw("<spells>"u8);
            Spell(first, last);
            output.WriteRaw("</spells>"u8);
        }

        private void Spell(DateOnly? first, DateOnly? last)
        {
            output.WriteRaw("<spell"u8);
            Bound(" start=\""u8, first);
            Bound(" end=\""u8, last);
            output.WriteRaw("/>"u8);
        }

        private void Bound(ReadOnlySpan<byte> name, DateOnly? day)
        {
            if (day is null) return;
            output.WriteRaw(name);
            CellText.Day(output, day.Value);
            output.WriteByte((byte)'"');
        }

        private void Id(NodeType type, ReadOnlySpan<byte> id)
        {
            output.WriteRaw(types[type.Ordinal]);
            output.WriteByte((byte)':');
            text.Write(id);
        }

        private void Raw(string xml) => output.WriteRaw(Encoding.UTF8.GetBytes(xml));
    }
}
