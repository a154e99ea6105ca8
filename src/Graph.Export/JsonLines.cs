using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Export;

/// <summary>
/// A record a line, in the form of <c>apoc.export.json</c>, which an import reads back. A node's <c>id</c> is its type and
/// its own id, for own ids are unique within a type (or interface) only; each end of a relationship repeats the own id among
/// <c>properties</c>, so that every line can be understood, cut out or sorted alone.
/// </summary>
public sealed class JsonLines : IRecordFormat
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
    public bool HasJudgements => true;

    /// <inheritdoc/>
    public IRecordWriter Begin(ExportPlan plan, ExportOutput output) => new Writer(plan.Ontology, output.Buffer);

    private sealed class Writer(Ontology ontology, ResponseBuffer output) : IRecordWriter
    {
        private readonly byte[][] prefixes = [.. ontology.NodeTypes.Select(type => Encoding.UTF8.GetBytes(type.Name + ":"))];
        private byte[] number = new byte[64];

        public ValueTask WriteAsync(ExportPage page)
        {
            Write(page.Records);
            return default;
        }

        public void Write(IEnumerable<Judgement> judgements)
        {
            foreach (var judgement in judgements)
            {
                output.WriteRaw("""{"type":"judgement","id":"""u8);
                output.WriteString(judgement.Id);
                output.WriteRaw(",\"other\":"u8);
                output.WriteString(judgement.Other);
                output.WriteRaw(judgement.IsSame ? ",\"same\":true"u8 : ",\"same\":false"u8);
                Text(",\"because\":"u8, judgement.Because);
                Text(",\"source\":"u8, judgement.Source);
                Text(",\"at\":"u8, TimeText.Of(judgement.At));
                output.WriteRaw("}\n"u8);
            }

            void Text(ReadOnlySpan<byte> key, string? value)
            {
                if (value is null) return;
                output.WriteRaw(key);
                output.WriteString(value);
            }
        }

        public ValueTask FinishAsync() => default;

        private void Write(RecordBatch page)
        {
            foreach (var node in page.Nodes)
            {
                var cells = page.Cells(node);
                output.WriteRaw("""{"type":"node","id":"""u8);
                Number(node.Type, page.Utf8(cells[node.Type.Id.Ordinal]));
                output.WriteByte((byte)',');
                JsonRecord.Labels(output, node.Type);
                output.WriteByte((byte)',');
                JsonRecord.Properties(output, page, node.Type.Properties, cells);
                output.WriteRaw("}\n"u8);
            }

            foreach (var relationship in page.Relationships)
            {
                output.WriteRaw("""{"type":"relationship","label":"""u8);
                output.WriteString(relationship.Type.Name);
                output.WriteByte((byte)',');
                JsonRecord.Properties(output, page, relationship.Type.Properties?.Properties ?? [], page.Cells(relationship));
                output.WriteRaw(",\"start\":"u8);
                End(relationship.StartType, page.Utf8(relationship.Start));
                output.WriteRaw(",\"end\":"u8);
                End(relationship.EndType, page.Utf8(relationship.End));
                output.WriteRaw("}\n"u8);
            }
        }

        private void Number(NodeType type, ReadOnlySpan<byte> id)
        {
            var before = prefixes[type.Ordinal];
            if (number.Length < before.Length + id.Length) number = new byte[before.Length + id.Length];
            before.CopyTo(number, 0);
            id.CopyTo(number.AsSpan(before.Length));
            output.WriteUtf8String(number.AsSpan(0, before.Length + id.Length));
        }

        private void End(NodeType type, ReadOnlySpan<byte> id)
        {
            output.WriteRaw("{\"id\":"u8);
            Number(type, id);
            output.WriteByte((byte)',');
            JsonRecord.Labels(output, type);
            output.WriteRaw(",\"properties\":{\"id\":"u8);
            output.WriteUtf8String(id);
            output.WriteRaw("}}"u8);
        }
    }
}
