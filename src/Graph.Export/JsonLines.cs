using System.Buffers;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Export;

/// <summary>
/// A record a line, in the form of <c>apoc.export.json</c>, which an import reads back. A node's <c>id</c> is its type and
/// its own id, for own ids are unique within a type (or interface) only; each end of a relationship repeats the own id among
/// <c>properties</c>, so that every line can be understood, cut out or sorted alone.
/// </summary>
public sealed class JsonLines : IOutputFormat
{
    /// <inheritdoc/>
    public string Name => "jsonl";

    /// <inheritdoc/>
    public string Description => "JSON Lines as apoc.export.json writes them";

    /// <inheritdoc/>
    public string Ending => ".jsonl";

    /// <inheritdoc/>
    public string ContentType => "application/jsonl";

    /// <inheritdoc/>
    public IRecordWriter Begin(Ontology ontology, IBufferWriter<byte> output) => new Writer(output);

    private sealed class Writer(IBufferWriter<byte> output) : IRecordWriter
    {
        private readonly Utf8JsonWriter json = new(output, JsonRecord.Options);

        public void Write(RecordBatch page)
        {
            foreach (var node in page.Nodes)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, "node"u8);
                json.WriteString("id"u8, Number(node.Type, page.Id(node)));
                JsonRecord.Labels(json, node.Type);
                JsonRecord.Properties(json, page, node.Type.Properties, page.Cells(node));
                EndLine();
            }

            foreach (var relationship in page.Relationships)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, "relationship"u8);
                json.WriteString("label"u8, relationship.Type.Name);
                JsonRecord.Properties(json, page, relationship.Type.Properties?.Properties ?? [], page.Cells(relationship));
                End("start", relationship.StartType, page.Text(relationship.Start));
                End("end", relationship.EndType, page.Text(relationship.End));
                EndLine();
            }
        }

        public void Finish()
        {
        }

        private static string Number(NodeType type, string id) => $"{type.Name}:{id}";

        private void End(string name, NodeType type, string id)
        {
            json.WriteStartObject(name);
            json.WriteString("id"u8, Number(type, id));
            JsonRecord.Labels(json, type);
            json.WriteStartObject("properties"u8);
            json.WriteString(type.Id.Name, id);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void EndLine()
        {
            json.WriteEndObject();
            json.Flush();
            output.Write("\n"u8);
            json.Reset();
        }
    }
}
