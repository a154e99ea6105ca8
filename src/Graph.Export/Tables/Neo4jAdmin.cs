using System.Text;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Export.Tables;

/// <summary>
/// CSV files for <c>neo4j-admin database import</c>: a header and a file of rows for each type of node and each relationship from
/// one, and <c>import.txt</c> with the command. Types that share their ids share an id space. An empty list is an empty cell, for which
/// the tool knows no other form than no value: <c>after-import.cypher</c> sets those that the ontology requires.
/// </summary>
public sealed class Neo4jAdmin : IRecordFormat
{
    /// <summary>The file that holds the command.</summary>
    public const string CommandFile = "import.txt";

    /// <summary>The file that mends what the tool cannot import.</summary>
    public const string AfterFile = "after-import.cypher";

    // Between items of a list: U+001F, the unit separator, which names do not hold as they do ';'.
    private const byte Separator = 0x1F;

    /// <inheritdoc/>
    public string Name => "neo4j-admin";

    /// <inheritdoc/>
    public string Description => "CSV files for neo4j-admin database import";

    /// <inheritdoc/>
    public string Ending => ".neo4j";

    /// <inheritdoc/>
    public string ContentType => "text/csv";

    /// <inheritdoc/>
    public bool HasManyFiles => true;

    /// <inheritdoc/>
    public bool HasFilesByRelationship => true;

    /// <inheritdoc/>
    public IRecordWriter Begin(ExportPlan plan, ExportOutput output) => new Writer(output);

    private static string SpaceOf(NodeType type) =>
        type.Family is { Types.Count: > 1, Interfaces: [var face, ..] } ? face.Name : type.Family.Types[0].Name;

    private static string ColumnOf(Property property)
    {
        var type = property.Kind switch
        {
            ScalarKind.Int or ScalarKind.BigInt => "long",
            ScalarKind.Float => "double",
            ScalarKind.Boolean => "boolean",
            ScalarKind.Date => "date",
            ScalarKind.DateTime => "datetime",
            _ => "string",
        };
        return (type, property.IsList) switch
        {
            ("string", false) => property.Name,
            (_, false) => $"{property.Name}:{type}",
            _ => $"{property.Name}:{type}[]",
        };
    }

    private sealed class Writer(ExportOutput output) : IRecordWriter
    {
        private readonly CsvText csv = new(output.Buffer, isForSpreadsheets: false);
        private readonly ResponseBuffer list = new();
        private readonly List<string> arguments = [];
        private readonly HashSet<string> files = new(StringComparer.Ordinal);
        private readonly List<(NodeType Type, Property Property)> lists = [];
        private object? current;

        public long Changed { get; private set; }

        public async ValueTask WriteAsync(ExportPage page)
        {
            var records = page.Records;
            if (records.Nodes is [var node, ..])
            {
                if (current != (object)node.Type)
                    lists.AddRange(node.Type.Properties.Where(property => property is { IsList: true, IsRequired: true })
                        .Select(property => (node.Type, property)));
                await BeginAsync(node.Type, node.Type.Name, "nodes", HeaderOf(node.Type));
                foreach (var one in records.Nodes) Node(records, one);
            }

            // A page has relationships of one type and start, but where ends do not share their ids they may be of several spaces.
            for (var i = 0; i < records.Relationships.Count; i++)
            {
                var edge = records.Relationships[i];
                var space = SpaceOf(edge.EndType);
                if (!Equals(current, (edge.Type, edge.StartType, space)))
                    await BeginAsync(
                        (edge.Type, edge.StartType, space), $"{edge.StartType.Name}.{edge.Type.Name}.{space}", "relationships", HeaderOf(edge));
                Edge(records, edge);
            }
        }

        public async ValueTask FinishAsync()
        {
            await output.BeginAsync(AfterFile);
            foreach (var (type, property) in lists)
            {
                var (labels, value) = (string.Concat(type.Labels.Select(label => $":`{label}`")), $"n.`{property.Name}`");
                output.Buffer.WriteRaw(Encoding.UTF8.GetBytes($"MATCH (n{labels}) WHERE {value} IS NULL SET {value} = [];\n"));
            }

            await output.BeginAsync(CommandFile);
            output.Buffer.WriteRaw(Encoding.UTF8.GetBytes(Messages.Neo4jCommand(arguments)));
            list.Dispose();
        }

        private async ValueTask BeginAsync(object file, string name, string kind, IReadOnlyList<string> header)
        {
            if (Equals(current, file)) return;
            current = file;
            var stem = name;
            for (var i = 2; !files.Add(stem); i++) stem = $"{name}.{i}";
            arguments.Add($"--{kind}={stem}.header.csv,{stem}.csv");
            await output.BeginAsync(stem + ".header.csv");
            foreach (var column in header) csv.Text(Encoding.UTF8.GetBytes(column));
            csv.EndRow();
            await output.BeginAsync(stem + ".csv");
        }

        private static List<string> HeaderOf(NodeType type) =>
            [.. Written(type).Select(property => property == type.Id ? $"{property.Name}:ID({SpaceOf(type)})" : ColumnOf(property)), ":LABEL"];

        private static List<string> HeaderOf(RelationshipEntry edge) =>
            [$":START_ID({SpaceOf(edge.StartType)})", $":END_ID({SpaceOf(edge.EndType)})", ":TYPE",
                .. edge.Type.Properties?.Properties.Select(ColumnOf) ?? []];

        private static IEnumerable<Property> Written(NodeType type) => type.Properties.Where(property => property.Excerpt is null);

        private void Node(RecordBatch records, in NodeEntry node)
        {
            var cells = records.Cells(node);
            foreach (var property in Written(node.Type)) Cell(records, cells[property.Ordinal]);
            csv.Next();
            for (var i = 0; i < node.Type.Labels.Count; i++)
            {
                if (i > 0) output.Buffer.WriteByte(Separator);
                output.Buffer.WriteRaw(Encoding.UTF8.GetBytes(node.Type.Labels[i]));
            }

            csv.EndRow();
        }

        private void Edge(RecordBatch records, in RelationshipEntry edge)
        {
            csv.Text(records.Utf8(edge.Start));
            csv.Text(records.Utf8(edge.End));
            csv.Text(Encoding.UTF8.GetBytes(edge.Type.Name));
            foreach (var cell in records.Cells(edge)) Cell(records, cell);
            csv.EndRow();
        }

        private void Cell(RecordBatch records, in Cell cell)
        {
            switch (cell.Kind)
            {
                case CellKind.Null: csv.Next(); break;
                case CellKind.Text: csv.Text(records.Utf8(cell)); break;
                case CellKind.List: csv.Text(List(records.Utf8(cell))); break;
                default:
                    csv.Next();
                    CellText.Write(output.Buffer, cell);
                    break;
            }
        }

        private ReadOnlySpan<byte> List(ReadOnlySpan<byte> json)
        {
            if (json.SequenceEqual("[]"u8)) return [];
            list.Clear();
            var reader = new Utf8JsonReader(json);
            var isFirst = true;
            for (reader.Read(); reader.Read() && reader.TokenType != JsonTokenType.EndArray; isFirst = false)
            {
                if (!isFirst) list.WriteByte(Separator);
                if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped) Item(reader.GetString()!);
                else list.WriteRaw(reader.ValueSpan);
            }

            return list.WrittenSpan;
        }

        private void Item(string text)
        {
            Changed += text.Count(letter => letter == (char)Separator);
            list.WriteRaw(Encoding.UTF8.GetBytes(text.Replace((char)Separator, '\uFFFD')));
        }
    }
}
