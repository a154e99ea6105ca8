using System.Text.Json;
using System.Text.Unicode;
using Graph.Import.Pipeline;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.JsonLines;

/// <summary>
/// Reads one record in the form of <c>apoc.export.json</c> into the sink's batch, checked against the ontology. Its fields
/// may stand in any order. Makes no object a record. Used by one thread.
/// </summary>
internal sealed partial class RecordParser
{
    private readonly Ontology ontology;
    private readonly RecordSink sink;
    private readonly LabelTable labels;
    private readonly PropertyTable[] nodeTables;
    private readonly PropertyTable[] relationshipTables;
    private readonly RelationshipTable relationships;
    private readonly ValueReader values = new();
    private readonly Cell[] cells;
    private readonly bool[] seen;
    private int file;
    private bool isNested;
    private string? fault;
    private long faultAt;

    public RecordParser(RecordSink sink)
    {
        this.sink = sink;
        ontology = sink.Ontology;
        labels = new(ontology);
        nodeTables = [.. ontology.NodeTypes.Select(type => new PropertyTable(type.Name, type.Properties))];
        relationshipTables = [.. ontology.RelationshipTypes.Select(type => new PropertyTable(type.Name, type.Properties?.Properties ?? []))];
        relationships = new(ontology);
        cells = new Cell[nodeTables.Concat(relationshipTables).Max(table => table.Properties.Count)];
        seen = new bool[cells.Length];
    }

    /// <summary>Begins a file.</summary>
    /// <param name="number">Its place among the files whose nodes are numbered.</param>
    /// <param name="nested">Its records are not lines.</param>
    public void StartFile(int number, bool nested) => (file, isNested) = (number, nested);

    /// <summary>Adds the record to the batch, or says what is wrong with it; columns count UTF-16 units.</summary>
    public Fault? Parse(ReadOnlySpan<byte> line, RecordPlace place)
    {
        fault = null;
        if (!Utf8.IsValid(line)) return FaultPlace.OfBadUtf8(line, place);
        if (JudgementLine.IsOne(line)) return JudgementLine.Read(line, place, sink);
        var batch = sink.Batch;
        var before = batch.Mark();
        var reader = new Utf8JsonReader(line);
        try
        {
            if (Record(ref reader, line, batch, place, before)) return null;
        }
        catch (JsonException exception)
        {
            faultAt = FaultPlace.StartOfLine(line, exception.LineNumber ?? 0) + (exception.BytePositionInLine ?? 0);
            fault = isNested ? Messages.RecordNotJson() : Messages.NotJson();
        }
        catch (InvalidOperationException)
        {
            // The reader's only word for an escape that is half of a surrogate pair, in a name that was looked at.
            faultAt = reader.TokenStartIndex;
            fault = Messages.BrokenText();
        }

        batch.CutBack(before);
        return FaultPlace.At(line, faultAt, place, fault!);
    }

    private bool Record(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, RecordBatch batch, RecordPlace place, RecordBatchMark before)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return Fail(reader.TokenStartIndex, Messages.RecordIsNoObject());
        bool? isNode = null;
        LabelMatch? match = null;
        NodeType? node = null;
        RelationshipType? relationship = null;
        End start = default, end = default;
        Cell id = default;
        var written = default(WrittenFields);
        Utf8JsonReader later = default;
        bool hasProperties = false, read = false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = reader.TokenStartIndex;
            var field = RecordShape.FieldOf(ref reader);
            if (field == RecordField.None) return Fail(at, Messages.UnknownLineField(reader.GetString()!, RecordShape.Fields));
            if (!written.Add(field)) return FailTwice(at, reader.GetString()!);
            switch (field)
            {
                case RecordField.Type:
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("node"u8)) isNode = true;
                    else if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("relationship"u8)) isNode = false;
                    else return Fail(reader.TokenStartIndex, Messages.UnknownRecordType());
                    break;
                case RecordField.Id:
                    if (!TryId(ref reader, batch, out id)) return false;
                    break;
                case RecordField.Labels:
                    if (!TryLabels(ref reader, line, out match)) return false;
                    node = match!.Type;
                    break;
                case RecordField.Label:
                    reader.Read();
                    relationship = relationships.Find(ref reader);
                    if (relationship is null)
                        return Fail(
                            reader.TokenStartIndex,
                            Messages.UnknownRelationship(reader.TokenType == JsonTokenType.String ? reader.GetString()! : "", ontology));
                    break;
                case RecordField.Properties:
                    reader.Read();
                    hasProperties = true;
                    read = (node ?? (object?)relationship) is not null;
                    if (!read)
                    {
                        later = reader;
                        reader.Skip();
                    }
                    else if (!Properties(ref reader, node is not null ? nodeTables[node.Ordinal] : relationshipTables[relationship!.Ordinal], batch))
                        return false;
                    break;
                case RecordField.Start:
                    if (!TryEnd(ref reader, line, batch, out start)) return false;
                    break;
                default:
                    if (!TryEnd(ref reader, line, batch, out end)) return false;
                    break;
            }
        }

        // Throws where anything but white space follows the record.
        reader.Read();
        if (isNode is null) return Fail(0, Messages.UnknownRecordType());
        if (isNode.Value ? node is null || relationship is not null : relationship is null || node is not null)
            return Fail(0, isNode.Value ? Messages.NodeNeedsLabels() : Messages.RelationshipNeedsLabel());
        var table = isNode.Value ? nodeTables[node!.Ordinal] : relationshipTables[relationship!.Ordinal];
        if (!hasProperties) cells.AsSpan(0, table.Properties.Count).Clear();
        else if (!read && !Properties(ref later, table, batch)) return false;
        var found = cells.AsSpan(0, table.Properties.Count);
        if (table.Missing(found, batch) is { } missing) return Fail(0, Import.Messages.PropertyMissing(table.Owner, missing));
        return isNode.Value ? AddNode(match!, id, found, place) : AddRelationship(relationship!, start, end, found, batch, place, before);
    }

    private bool AddNode(LabelMatch match, Cell id, ReadOnlySpan<Cell> found, RecordPlace place)
    {
        var type = match.Type!;
        if (found[type.Id.Ordinal].Length == 0) return Fail(0, Messages.EmptyId(type.Name));
        if (sink.AddNode(file, id, type, found, place) is { } wrong) return Fail(0, wrong);
        foreach (var label in match.Extra) sink.Ledger.LeaveOut(label);
        return true;
    }

    private bool AddRelationship(
        RelationshipType type,
        End start,
        End end,
        ReadOnlySpan<Cell> found,
        RecordBatch batch,
        RecordPlace place,
        RecordBatchMark before)
    {
        if (!start.IsGiven || !end.IsGiven) return Fail(0, Messages.EndMissing(type.Name, start.IsGiven ? "end" : "start"));
        var from = start.Type ?? (type.Starts.Count == 1 ? type.Starts[0] : null);
        var to = end.Type ?? (type.Ends.Count == 1 ? type.Ends[0] : null);
        if (from is null || to is null) return Fail(0, Messages.EndNeedsLabels(type.Name, from is null ? "start" : "end"));
        if (!relationships.Connects(type, from, to)) return Fail(0, Messages.WrongEnds(type, from, to));
        var open = OpenEnds.None;
        var (startId, endId) = (start.Id, end.Id);
        if (!start.IsOwnId && !TrySettle(from, batch, OpenEnds.Start, ref startId, ref open)) return false;
        if (!end.IsOwnId && !TrySettle(to, batch, OpenEnds.End, ref endId, ref open)) return false;
        batch.AddRelationship(type, from, startId, to, endId, found, place);
        if (open != OpenEnds.None) sink.KeepUntilKnown(before, open);
        return true;
    }

    /// <summary>Makes a node's own id of its number, where this file has given the number already; otherwise the end stays open.</summary>
    private bool TrySettle(NodeType type, RecordBatch batch, OpenEnds which, ref Cell id, ref OpenEnds open)
    {
        if (sink.Numbers.FindIn(file, batch.Utf8(id)) is not { } resolution)
        {
            open |= which;
            return true;
        }

        if (resolution.Kind == ResolutionKind.OwnId) return true;
        if (NumberMessages.Fault(resolution, batch.Text(id), type) is { } fault) return Fail(0, fault);
        id = batch.AddText(resolution.First!.Id);
        return true;
    }

    private bool Properties(ref Utf8JsonReader reader, PropertyTable table, RecordBatch batch)
    {
        cells.AsSpan(0, table.Properties.Count).Clear();
        seen.AsSpan(0, table.Properties.Count).Clear();
        if (reader.TokenType != JsonTokenType.StartObject) return Fail(reader.TokenStartIndex, Messages.PropertiesAreNoObject());
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = table.Find(ref reader, ref next);
            if (property is null) return Fail(reader.TokenStartIndex, Messages.UnknownProperty(reader.GetString()!, table));
            if (seen[property.Ordinal]) return FailTwice(reader.TokenStartIndex, property.Name);
            seen[property.Ordinal] = true;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) continue;
            var at = reader.TokenStartIndex;
            if (!values.TryValue(ref reader, table, property, batch, out cells[property.Ordinal]))
                return Fail(at, values.Broken ? Messages.BrokenText() : Messages.WrongValue(table.Owner, property));
        }

        return true;
    }

    private bool Fail(long at, string message)
    {
        (faultAt, fault) = (at, message);
        return false;
    }

    private bool FailTwice(long at, string name) => Fail(at, Messages.FieldTwice(name));
}
