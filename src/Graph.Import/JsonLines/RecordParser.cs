using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Graph.Import.Sources;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.JsonLines;

/// <summary>
/// Reads one line of JSON Lines in the form of <c>apoc.export.json</c> into a batch, checked against the ontology. The
/// fields of a line may stand in any order. Makes no object a record. Used by one thread.
/// </summary>
internal sealed class RecordParser
{
    private static readonly string[] Fields = ["type", "id", "labels", "label", "properties", "start", "end"];

    private readonly Ontology ontology;
    private readonly LabelTable labels;
    private readonly PropertyTable[] nodeTables;
    private readonly PropertyTable[] relationshipTables;
    private readonly (byte[] Name, RelationshipType Type)[] relationshipTypes;
    private readonly bool[,,] pairs;
    private readonly ForeignIds foreignIds = new();
    private readonly ValueReader values = new();
    private readonly Cell[] cells;
    private string? fault;
    private long faultAt;

    public RecordParser(Ontology ontology)
    {
        this.ontology = ontology;
        labels = new(ontology);
        nodeTables = [.. ontology.NodeTypes.Select(type => new PropertyTable(type.Name, type.Properties))];
        relationshipTables = [.. ontology.RelationshipTypes.Select(type => new PropertyTable(type.Name, type.Properties?.Properties ?? []))];
        relationshipTypes = [.. ontology.RelationshipTypes.Select(type => (Encoding.UTF8.GetBytes(type.Name), type))];
        cells = new Cell[nodeTables.Concat(relationshipTables).Max(table => table.Properties.Count)];
        pairs = new bool[relationshipTypes.Length, nodeTables.Length, nodeTables.Length];
        foreach (var type in ontology.RelationshipTypes)
            foreach (var (start, end) in type.Pairs) pairs[type.Ordinal, start.Ordinal, end.Ordinal] = true;
    }

    /// <summary>Forgets what belongs to the file just read.</summary>
    public void StartFile() => foreignIds.Clear();

    /// <summary>Whether a line that is yet to be parsed tells in its first field that it is a relationship.</summary>
    public static bool IsRelationship(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject
                && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("type"u8)
                && reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("relationship"u8);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Adds the line's record to the batch, or says what is wrong with it; columns count UTF-16 units.</summary>
    public Fault? Parse(ReadOnlySpan<byte> line, RecordBatch batch, RecordPlace place)
    {
        fault = null;
        if (!Utf8.IsValid(line)) return NotUtf8(line, place.Line);
        var reader = new Utf8JsonReader(line);
        try
        {
            if (Record(ref reader, line, batch, place)) return null;
        }
        catch (JsonException exception)
        {
            faultAt = exception.BytePositionInLine ?? 0;
            fault = Wording.NotJson();
        }
        catch (InvalidOperationException)
        {
            // The reader's only word for an escape that is half of a surrogate pair, in a name that was looked at.
            faultAt = reader.TokenStartIndex;
            fault = Wording.BrokenText();
        }

        return new(place.Line, Column(line, faultAt), fault!);
    }

    private bool Record(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, RecordBatch batch, RecordPlace place)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return Fail(reader.TokenStartIndex, reader.TokenType == JsonTokenType.StartArray ? Wording.JsonArray() : Wording.RecordIsNoObject());
        bool? isNode = null;
        NodeType? node = null;
        RelationshipType? relationship = null;
        End start = default, end = default;
        ReadOnlySpan<byte> id = default;
        Utf8JsonReader later = default;
        bool hasProperties = false, read = false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = reader.TokenStartIndex;
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("node"u8)) isNode = true;
                else if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("relationship"u8)) isNode = false;
                else return Fail(reader.TokenStartIndex, Wording.UnknownRecordType());
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) return Fail(reader.TokenStartIndex, Wording.IdIsNoText());
                id = reader.ValueSpan;
            }
            else if (reader.ValueTextEquals("labels"u8))
            {
                if (!TryLabels(ref reader, line, out node)) return false;
            }
            else if (reader.ValueTextEquals("label"u8))
            {
                reader.Read();
                relationship = RelationshipOf(ref reader);
                if (relationship is null) return false;
            }
            else if (reader.ValueTextEquals("properties"u8))
            {
                reader.Read();
                hasProperties = true;
                if ((node ?? (object?)relationship) is null)
                {
                    later = reader;
                    reader.Skip();
                }
                else
                {
                    read = true;
                    if (!Properties(ref reader, node is not null ? nodeTables[node.Ordinal] : relationshipTables[relationship!.Ordinal], batch)) return false;
                }
            }
            else if (reader.ValueTextEquals("start"u8))
            {
                if (!TryEnd(ref reader, line, batch, out start)) return false;
            }
            else if (reader.ValueTextEquals("end"u8))
            {
                if (!TryEnd(ref reader, line, batch, out end)) return false;
            }
            else return Fail(at, Wording.UnknownLineField(reader.GetString()!, Fields));
        }

        // Throws where anything but white space follows the record.
        reader.Read();
        if (isNode is null) return Fail(0, Wording.UnknownRecordType());
        if (isNode.Value ? node is null || relationship is not null : relationship is null || node is not null)
            return Fail(0, isNode.Value ? Wording.NodeNeedsLabels() : Wording.RelationshipNeedsLabel());
        var table = isNode.Value ? nodeTables[node!.Ordinal] : relationshipTables[relationship!.Ordinal];
        if (!hasProperties) cells.AsSpan(0, table.Properties.Count).Clear();
        else if (!read && !Properties(ref later, table, batch)) return false;
        var found = cells.AsSpan(0, table.Properties.Count);
        if (table.Missing(found, batch) is { } missing) return Fail(0, Wording.PropertyMissing(table.Owner, missing));
        return isNode.Value ? AddNode(node!, id, found, batch, place) : AddRelationship(relationship!, start, end, found, batch, place);
    }

    private bool AddNode(NodeType type, ReadOnlySpan<byte> id, ReadOnlySpan<Cell> found, RecordBatch batch, RecordPlace place)
    {
        var own = batch.Utf8(found[type.Id.Ordinal]);
        if (own.IsEmpty) return Fail(0, Wording.EmptyId(type.Name));
        if (!id.IsEmpty && !id.SequenceEqual(own)) foreignIds.Add(id, own);
        batch.AddNode(type, found, place);
        return true;
    }

    private bool AddRelationship(RelationshipType type, End start, End end, ReadOnlySpan<Cell> found, RecordBatch batch, RecordPlace place)
    {
        if (!start.IsGiven || !end.IsGiven) return Fail(0, Wording.EndMissing(type.Name, start.IsGiven ? "end" : "start"));
        var from = start.Type ?? (type.Starts.Count == 1 ? type.Starts[0] : null);
        var to = end.Type ?? (type.Ends.Count == 1 ? type.Ends[0] : null);
        if (from is null || to is null) return Fail(0, Wording.EndNeedsLabels(type.Name, from is null ? "start" : "end"));
        if (!pairs[type.Ordinal, from.Ordinal, to.Ordinal]) return Fail(0, Wording.WrongEnds(type, from, to));
        batch.AddRelationship(type, from, foreignIds.Own(start.Id, start.IsOwnId, batch), to, foreignIds.Own(end.Id, end.IsOwnId, batch), found, place);
        return true;
    }

    /// <summary>An end of a relationship: where it leads.</summary>
    private readonly record struct End(bool IsGiven, NodeType? Type, Cell Id, bool IsOwnId);

    private bool TryEnd(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, RecordBatch batch, out End end)
    {
        end = default;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return Fail(reader.TokenStartIndex, Wording.EndIsNoObject());
        var at = reader.TokenStartIndex;
        NodeType? type = null;
        Cell id = default;
        var own = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) return Fail(reader.TokenStartIndex, Wording.IdIsNoText());
                if (!own && !values.TryText(ref reader, batch, out id)) return Fail(reader.TokenStartIndex, Wording.BrokenText());
            }
            else if (reader.ValueTextEquals("labels"u8))
            {
                if (!TryLabels(ref reader, line, out type)) return false;
            }
            else if (reader.ValueTextEquals("properties"u8))
            {
                // apoc.export.json with writeNodeProperties repeats the node's properties here: its own id is among them.
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartObject) return Fail(reader.TokenStartIndex, Wording.PropertiesAreNoObject());
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isId = reader.ValueTextEquals("id"u8);
                    reader.Read();
                    if (isId && reader.TokenType == JsonTokenType.String) own = values.TryText(ref reader, batch, out id);
                    else reader.Skip();
                }
            }
            else return Fail(reader.TokenStartIndex, Wording.UnknownLineField(reader.GetString()!, ["id", "labels", "properties"]));
        }

        end = new(true, type, id, own);
        return id.Length > 0 || Fail(at, Wording.EndNeedsId());
    }

    private bool TryLabels(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, out NodeType? type)
    {
        type = null;
        reader.Read();
        var at = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartArray) return Fail(at, Wording.LabelsAreNoList());
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
        }

        if (reader.TokenType != JsonTokenType.EndArray) return Fail(reader.TokenStartIndex, Wording.LabelsAreNoList());
        var json = line[at..(int)reader.BytesConsumed];
        type = labels.Find(json);
        return type is not null || Fail(at, Wording.UnknownLabels(LabelTable.Labels(json), ontology));
    }

    private RelationshipType? RelationshipOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach (var (name, type) in relationshipTypes)
                if (reader.ValueTextEquals(name)) return type;
        }

        Fail(reader.TokenStartIndex, Wording.UnknownRelationship(reader.TokenType == JsonTokenType.String ? reader.GetString()! : "", ontology));
        return null;
    }

    private bool Properties(ref Utf8JsonReader reader, PropertyTable table, RecordBatch batch)
    {
        cells.AsSpan(0, table.Properties.Count).Clear();
        if (reader.TokenType != JsonTokenType.StartObject) return Fail(reader.TokenStartIndex, Wording.PropertiesAreNoObject());
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = table.Find(ref reader, ref next);
            if (property is null) return Fail(reader.TokenStartIndex, Wording.UnknownProperty(reader.GetString()!, table));
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) continue;
            var at = reader.TokenStartIndex;
            if (!values.TryValue(ref reader, table, property, batch, out cells[property.Ordinal]))
                return Fail(at, values.Broken ? Wording.BrokenText() : Wording.WrongValue(table.Owner, property));
        }

        return true;
    }

    private bool Fail(long at, string message)
    {
        (faultAt, fault) = (at, message);
        return false;
    }

    private static Fault NotUtf8(ReadOnlySpan<byte> line, int number)
    {
        var decoded = TextFile.Decode(line).Fault!.Value;
        return decoded with { Line = number };
    }

    private static int Column(ReadOnlySpan<byte> line, long at) => Encoding.UTF8.GetCharCount(line[..(int)Math.Min(at, line.Length)]) + 1;
}
