using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Export.LinkedData;

/// <summary>Writes a graph as JSON-LD.</summary>
internal sealed class JsonLdWriter : IRecordWriter
{
    private static readonly Mapping SchemaOrg = Mapping.Read("schema.org.json");

    private readonly ResponseBuffer json;
    private readonly Dictionary<RelationshipType, long> unknown = [];
    private bool hasAny;

    public JsonLdWriter(ResponseBuffer json)
    {
        this.json = json;
        json.WriteRaw("{\"@context\":\"https://schema.org\",\"@graph\":["u8);
    }

    public IEnumerable<(string Sentence, long Things)> LeftOut =>
        unknown.OrderBy(one => one.Key.Ordinal).Select(one => (Messages.NoProperty(one.Key, one.Value), one.Value));

    public ValueTask WriteAsync(ExportPage page)
    {
        foreach (var node in page.Records.Nodes) Node(page.Records, node);
        foreach (var edge in page.Records.Relationships) Edge(page.Records, edge);
        return default;
    }

    public ValueTask FinishAsync()
    {
        json.WriteRaw("\n]}\n"u8);
        return default;
    }

    private void Node(RecordBatch records, in NodeEntry node)
    {
        var cells = records.Cells(node);
        var id = records.Utf8(cells[node.Type.Id.Ordinal]);
        if (SchemaOrg.Types.GetValueOrDefault(node.Type.Name) is not { } mapped)
        {
            Begin(node.Type, id, ["Thing"]);
            Key("name");
            json.WriteUtf8String(records.Utf8(cells[node.Type.Caption.Ordinal] is { Kind: CellKind.Text } caption
                ? caption
                : cells[node.Type.Id.Ordinal]));
            Key("additionalType");
            json.WriteString(node.Type.Name);
            json.WriteByte((byte)'}');
            return;
        }

        Begin(node.Type, id, TypesOf(records, node.Type, mapped, cells));
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Kind != CellKind.Null && mapped.Properties.TryGetValue(node.Type.Properties[i].Name, out var name))
            {
                Value(records, name, cells[i]);
            }
        json.WriteByte((byte)'}');
    }

    private static IReadOnlyList<string> TypesOf(RecordBatch records, NodeType type, MappedType mapped, ReadOnlySpan<Cell> cells) =>
        mapped is { TypesBy: { } by, TypesOf: { } known } && type.FindProperty(by) is { } property
            && cells[property.Ordinal] is { Kind: CellKind.Text } cell
            ? known.GetValueOrDefault(records.Text(cell)) ?? mapped.Types
            : mapped.Types;

    private void Edge(RecordBatch records, in RelationshipEntry edge)
    {
        if (!SchemaOrg.Relationships.TryGetValue(edge.Type.Name, out var mapped))
        {
            unknown[edge.Type] = unknown.GetValueOrDefault(edge.Type) + 1;
            return;
        }

        var (owner, other) = mapped.IsOfEnd ? (edge.EndType, edge.StartType) : (edge.StartType, edge.EndType);
        var (ownerId, otherId) = mapped.IsOfEnd ? (edge.End, edge.Start) : (edge.Start, edge.End);
        Begin(owner, records.Utf8(ownerId), SchemaOrg.Types.GetValueOrDefault(owner.Name)?.Types ?? ["Thing"]);
        var property = mapped.PropertyOf?.GetValueOrDefault(owner.Name) ?? mapped.Property;
        Key(property);
        json.WriteByte((byte)'{');
        if (mapped.Role is { } role)
        {
            json.WriteRaw("\"@type\":"u8);
            json.WriteString(role);
            var cells = records.Cells(edge);
            for (var i = 0; i < cells.Length; i++)
                if (cells[i].Kind != CellKind.Null
                    && mapped.RoleProperties?.GetValueOrDefault(edge.Type.Properties!.Properties[i].Name) is { } name)
                    Value(records, name, cells[i]);
            Key(property);
            json.WriteByte((byte)'{');
        }

        Id(other, records.Utf8(otherId));
        json.WriteRaw(mapped.Role is null ? "}}"u8 : "}}}"u8);
    }

    private void Begin(NodeType type, ReadOnlySpan<byte> id, IReadOnlyList<string> types)
    {
        json.WriteRaw(hasAny ? ",\n{"u8 : "\n{"u8);
        hasAny = true;
        Id(type, id);
        Key("@type");
        if (types.Count > 1) json.WriteByte((byte)'[');
        for (var i = 0; i < types.Count; i++)
        {
            if (i > 0) json.WriteByte((byte)',');
            json.WriteString(types[i]);
        }

        if (types.Count > 1) json.WriteByte((byte)']');
    }

    /// <summary>A place within this document, named by the type and the own id: an address wherever the document lies.</summary>
    private void Id(NodeType type, ReadOnlySpan<byte> id)
    {
        json.WriteRaw("\"@id\":"u8);
        json.WriteString($"#{type.Name}:{Uri.EscapeDataString(Encoding.UTF8.GetString(id))}");
    }

    private void Key(string name)
    {
        json.WriteByte((byte)',');
        json.WriteString(name);
        json.WriteByte((byte)':');
    }

    private void Value(RecordBatch records, string name, in Cell cell)
    {
        Key(name);
        switch (cell.Kind)
        {
            case CellKind.Text when SchemaOrg.Addresses.GetValueOrDefault(name) is { } before:
                json.WriteString(before + records.Text(cell));
                break;
            case CellKind.Text: json.WriteUtf8String(records.Utf8(cell)); break;
            case CellKind.Integer: json.WriteInt64(cell.Number); break;
            case CellKind.Float: json.WriteDouble(cell.Double); break;
            case CellKind.Boolean: json.WriteBoolean(cell.Number != 0); break;
            case CellKind.Date: TimeText.WriteJson(json, cell.Day); break;
            case CellKind.DateTime: TimeText.WriteJson(json, cell.Instant, TimeText.ResponseDigits); break;
            default: json.WriteRaw(records.Utf8(cell)); break;
        }
    }
}
