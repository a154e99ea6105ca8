using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.JsonLines;

/// <summary>What a relationship leads from and to: labels, and a number or an own id.</summary>
internal sealed partial class RecordParser
{
    /// <summary>An end of a relationship: where it leads.</summary>
    private readonly record struct End(bool IsGiven, NodeType? Type, Cell Id, bool IsOwnId);

    private bool TryEnd(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, RecordBatch batch, out End end)
    {
        end = default;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return Fail(reader.TokenStartIndex, Messages.EndIsNoObject());
        var at = reader.TokenStartIndex;
        LabelMatch? match = null;
        Cell id = default;
        var own = false;
        var written = default(WrittenFields);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                if (!written.Add(RecordField.Id)) return FailTwice(reader.TokenStartIndex, "id");
                if (!TryId(ref reader, batch, out var number)) return false;
                if (!own) id = number;
            }
            else if (reader.ValueTextEquals("labels"u8))
            {
                if (!written.Add(RecordField.Labels)) return FailTwice(reader.TokenStartIndex, "labels");
                if (!TryLabels(ref reader, line, out match)) return false;
            }
            else if (reader.ValueTextEquals("properties"u8))
            {
                if (!written.Add(RecordField.Properties)) return FailTwice(reader.TokenStartIndex, "properties");

                // apoc.export.json with writeNodeProperties repeats the node's properties here: its own id is among them.
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartObject) return Fail(reader.TokenStartIndex, Messages.PropertiesAreNoObject());
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isId = reader.ValueTextEquals("id"u8);
                    if (isId && !written.Add(RecordField.OwnId)) return FailTwice(reader.TokenStartIndex, "id");
                    reader.Read();
                    if (!isId || reader.TokenType != JsonTokenType.String) reader.Skip();
                    else if (!values.TryText(ref reader, batch, out id)) return Fail(reader.TokenStartIndex, Messages.BrokenText());
                    else own = true;
                }
            }
            else return Fail(reader.TokenStartIndex, Messages.UnknownLineField(reader.GetString()!, ["id", "labels", "properties"]));
        }

        end = new(true, match?.Type, id, own);
        return id.Length > 0 || Fail(at, Messages.EndNeedsId());
    }

    private bool TryLabels(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, out LabelMatch? match)
    {
        match = null;
        reader.Read();
        var at = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartArray) return Fail(at, Messages.LabelsAreNoList());
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
        }

        if (reader.TokenType != JsonTokenType.EndArray) return Fail(reader.TokenStartIndex, Messages.LabelsAreNoList());
        var json = line[at..(int)reader.BytesConsumed];
        match = labels.Find(json);
        if (match.Type is not null) return true;
        return Fail(at, match.Candidates.Count > 0
            ? Messages.SeveralTypes(LabelTable.Labels(json), match.Candidates)
            : Messages.UnknownLabels(LabelTable.Labels(json), ontology));
    }

    /// <summary>An id of a line or of an end: text, or the digits of a whole number.</summary>
    private bool TryId(ref Utf8JsonReader reader, RecordBatch batch, out Cell id)
    {
        id = default;
        reader.Read();
        var isId = reader.TokenType == JsonTokenType.String
            || (reader.TokenType == JsonTokenType.Number && reader.ValueSpan.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);
        if (!isId) return Fail(reader.TokenStartIndex, Messages.IdIsNoText());
        return values.TryText(ref reader, batch, out id) || Fail(reader.TokenStartIndex, Messages.BrokenText());
    }
}
