using System.Diagnostics;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Text;
using Graph.Model.Values;

namespace Graph.Import.JsonLines;

/// <summary>Reads a JSON value as a property's cell.</summary>
internal sealed class ValueReader
{
    private readonly ListJson list = new();
    private byte[] decoded = new byte[256];

    /// <summary>The last value was text with a character that no text may hold.</summary>
    public bool Broken { get; private set; }

    /// <summary>The value as a cell; false where it is not of the property's kind.</summary>
    public bool TryValue(ref Utf8JsonReader reader, PropertyTable table, Property property, RecordBatch batch, out Cell cell)
    {
        Broken = false;
        cell = default;
        if (!property.IsList) return TryOne(ref reader, table, property, batch, out cell);
        if (reader.TokenType != JsonTokenType.StartArray) return false;
        list.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (!TryItem(ref reader, table, property)) return false;
        cell = batch.AddText(list.Close(), CellKind.List);
        return true;
    }

    /// <summary>Text, or the digits of a number, as a cell.</summary>
    public bool TryText(ref Utf8JsonReader reader, RecordBatch batch, out Cell cell)
    {
        cell = default;
        if (!TryUtf8(ref reader, out var text)) return false;
        cell = batch.AddText(text);
        return true;
    }

    private bool TryOne(ref Utf8JsonReader reader, PropertyTable table, Property property, RecordBatch batch, out Cell cell)
    {
        cell = default;
        switch (property.Kind)
        {
            case ScalarKind.Id or ScalarKind.String:
                return reader.TokenType == JsonTokenType.String && TryText(ref reader, batch, out cell);
            case ScalarKind.Enum:
                return reader.TokenType == JsonTokenType.String && EnumName(ref reader, table, property) is { } name
                    && Is(batch.AddText(name), out cell);
            case ScalarKind.Int:
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var small) && property.Range?.Contains((long)small) != false
                    && Is(Cell.Of((long)small), out cell);
            case ScalarKind.BigInt:
                return TryLong(ref reader, out var whole) && property.Range?.Contains(whole) != false && Is(Cell.Of(whole), out cell);
            case ScalarKind.Float:
                return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var real) && double.IsFinite(real)
                    && property.Range?.Contains(real) != false
                    && Is(Cell.Of(real), out cell);
            case ScalarKind.Boolean:
                return reader.TokenType is JsonTokenType.True or JsonTokenType.False && Is(Cell.Of(reader.GetBoolean()), out cell);
            case ScalarKind.Date:
                return TryDay(ref reader, out var day) && Is(Cell.Of(day), out cell);
            case ScalarKind.DateTime:
                return TryInstant(ref reader, out var instant) && Is(Cell.Of(instant), out cell);
            default:
                throw new UnreachableException($"A property of kind {property.Kind} cannot be read from JSON.");
        }
    }

    private bool TryItem(ref Utf8JsonReader reader, PropertyTable table, Property property)
    {
        switch (property.Kind)
        {
            case ScalarKind.Id or ScalarKind.String:
                if (reader.TokenType != JsonTokenType.String || !TryUtf8(ref reader, out var text)) return false;
                list.Text(text);
                return true;
            case ScalarKind.Enum:
                if (reader.TokenType != JsonTokenType.String || EnumName(ref reader, table, property) is not { } name) return false;
                list.Text(name);
                return true;
            case ScalarKind.Int:
                if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var small) || property.Range?.Contains((long)small) == false)
                    return false;
                list.Number(small);
                return true;
            case ScalarKind.BigInt:
                if (!TryLong(ref reader, out var whole) || property.Range?.Contains(whole) == false) return false;
                list.Number(whole);
                return true;
            case ScalarKind.Float:
                if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out var real) || !double.IsFinite(real)
                    || property.Range?.Contains(real) == false)
                    return false;
                list.Number(real);
                return true;
            case ScalarKind.Boolean:
                if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) return false;
                list.Truth(reader.GetBoolean());
                return true;
            case ScalarKind.Date:
                if (!TryDay(ref reader, out var day)) return false;
                list.Day(day);
                return true;
            case ScalarKind.DateTime:
                if (!TryInstant(ref reader, out var instant)) return false;
                list.Instant(instant);
                return true;
            default:
                throw new UnreachableException($"A list of kind {property.Kind} cannot be read from JSON.");
        }
    }

    private static bool Is(Cell value, out Cell cell)
    {
        cell = value;
        return true;
    }

    private static byte[]? EnumName(ref Utf8JsonReader reader, PropertyTable table, Property property)
    {
        foreach (var name in table.Names(property))
            if (reader.ValueTextEquals(name)) return name;
        return null;
    }

    /// <summary>64-bit numbers may be written as text: JSON numbers lose digits in many programs.</summary>
    private bool TryLong(ref Utf8JsonReader reader, out long number)
    {
        number = 0;
        return reader.TokenType == JsonTokenType.Number
            ? reader.TryGetInt64(out number)
            : reader.TokenType == JsonTokenType.String && TryUtf8(ref reader, out var text) && ScalarText.TryInteger(text, out number);
    }

    private bool TryDay(ref Utf8JsonReader reader, out DateOnly day)
    {
        day = default;
        return reader.TokenType == JsonTokenType.String && TryUtf8(ref reader, out var text) && ScalarText.TryDay(text, out day);
    }

    private bool TryInstant(ref Utf8JsonReader reader, out DateTimeOffset instant)
    {
        instant = default;
        return reader.TokenType == JsonTokenType.String && TryUtf8(ref reader, out var text) && ScalarText.TryInstant(text, out instant);
    }

    /// <summary>The bytes of a text or number, escapes resolved and in Unicode's form C; good until the next call.</summary>
    private bool TryUtf8(ref Utf8JsonReader reader, out ReadOnlySpan<byte> text)
    {
        text = reader.ValueSpan;
        if (reader.ValueIsEscaped && !TryUnescape(ref reader, out text)) return false;
        text = NormalizationFormC.Normalize(text);
        return true;
    }

    private bool TryUnescape(ref Utf8JsonReader reader, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (decoded.Length < reader.ValueSpan.Length) decoded = new byte[reader.ValueSpan.Length];
        try
        {
            text = decoded.AsSpan(0, reader.CopyString(decoded));
        }
        catch (InvalidOperationException)
        {
            // CopyString's only word for an escape that is half of a surrogate pair.
            Broken = true;
            return false;
        }

        Broken = text.Contains((byte)0);
        return !Broken;
    }
}
