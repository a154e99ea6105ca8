using System.Globalization;
using System.Runtime.CompilerServices;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>
/// The model's view of a row: positional lists, and scalars copied from PackStream to JSON without an object between. What a database of other
/// origin keeps in another type than the ontology names (a day as text, a number as text) is a fault of that one value.
/// </summary>
internal ref partial struct RowReader(PackStreamReader row) : IValueReader
{
    private PackStreamReader reader = row;
    private OpenLists open;
    private int depth;

    public bool ReadNull() => reader.TryReadNull();

    public void EnterList()
    {
        if (depth == OpenLists.Capacity)
            throw new InvalidOperationException($"A row is nested deeper than {OpenLists.Capacity} lists.");
        open[depth++] = reader.ReadListHeader();
    }

    public bool MoveNext()
    {
        ref var remaining = ref Innermost();
        if (remaining == 0)
        {
            depth--;
            return false;
        }

        remaining--;
        return true;
    }

    public void LeaveList()
    {
        for (var remaining = Innermost(); remaining > 0; remaining--)
            reader.Skip();
        depth--;
    }

    public void Skip() => reader.Skip();

    public long ReadInt64() => reader.ReadInteger();

    public ValueFault? WriteScalar(ResponseBuffer output, ValueForm form)
    {
        if (reader.TryReadNull())
        {
            output.WriteNull();
            return null;
        }

        if (form.IsList) return WriteList(output, form.Item);
        var before = reader;
        return TryWrite(output, form, exact: false) ? null : Fault(before);
    }

    public void WriteExact(ResponseBuffer output, ScalarKind kind)
    {
        var before = reader;
        if (reader.TryReadNull()) output.WriteNull();
        else if (!TryWrite(output, kind, exact: true)) WriteStored(output, before);
    }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    private ref int Innermost()
    {
        if (depth == 0)
            throw new InvalidOperationException("No list was entered.");
        return ref open[depth - 1];
    }

    private ValueFault? WriteList(ResponseBuffer output, ValueForm form)
    {
        var before = reader;
        if (reader.Next() != PackStreamType.List) return Fault(before);
        var start = output.Length;
        output.WriteByte((byte)'[');
        ValueFault? fault = null;
        var count = reader.ReadListHeader();
        for (var i = 0; i < count; i++)
        {
            if (fault is not null)
            {
                reader.Skip();
                continue;
            }

            if (i > 0) output.WriteByte((byte)',');
            var item = reader;
            if (!TryWrite(output, form, exact: false)) fault = Fault(item) with { Index = i };
        }

        if (fault is null) output.WriteByte((byte)']');
        else output.Truncate(start);
        return fault;
    }

    /// <summary>Writes the next value if it is one of the form; otherwise nothing is written, and the reader may stand anywhere in it.</summary>
    private bool TryWrite(ResponseBuffer output, ValueForm form, bool exact)
    {
        switch (reader.Next())
        {
            case PackStreamType.String when form.Kind is ScalarKind.String or ScalarKind.Id:
                output.WriteUtf8String(reader.ReadUtf8());
                return true;
            case PackStreamType.String when form.Kind is ScalarKind.Enum:
                var name = reader.ReadUtf8();
                if (form.Enum is { } names && !names.Contains(name)) return false;
                output.WriteUtf8String(name);
                return true;
            case PackStreamType.Integer:
                return TryWriteInteger(output, form.Kind, exact);
            case PackStreamType.Float:
                return TryWriteFloat(output, form.Kind);
            case PackStreamType.Boolean when form.Kind is ScalarKind.Boolean:
                output.WriteBoolean(reader.ReadBoolean());
                return true;
            case PackStreamType.Structure when form.Kind is ScalarKind.Date or ScalarKind.DateTime:
                return TryWriteTime(output, form.Kind, exact);
            default:
                return false;
        }
    }

    private bool TryWriteInteger(ResponseBuffer output, ScalarKind kind, bool exact)
    {
        var value = reader.ReadInteger();
        switch (kind)
        {
            // A cursor must come back as the number: no text is compared with it.
            case ScalarKind.Id or ScalarKind.String when exact:
                return false;
            case ScalarKind.BigInt or ScalarKind.Id or ScalarKind.String:
                output.WriteByte((byte)'"');
                output.WriteInt64(value);
                output.WriteByte((byte)'"');
                return true;
            case ScalarKind.Float:
            case ScalarKind.Int when value is >= int.MinValue and <= int.MaxValue:
                output.WriteInt64(value);
                return true;
            default:
                return false;
        }
    }

    // A whole number that another tool stored as a float is one still, as long as floats tell whole numbers apart.
    private static bool IsWhole(double value)
    {
        const double lastExact = 9_007_199_254_740_992;
        return value == Math.Truncate(value) && Math.Abs(value) <= lastExact;
    }

    private bool TryWriteFloat(ResponseBuffer output, ScalarKind kind)
    {
        var value = reader.ReadFloat();
        switch (kind)
        {
            case ScalarKind.Float when double.IsFinite(value):
                output.WriteDouble(value);
                return true;
            case ScalarKind.Int when IsWhole(value) && value is >= int.MinValue and <= int.MaxValue:
                output.WriteInt64((long)value);
                return true;
            case ScalarKind.BigInt when IsWhole(value):
                output.WriteByte((byte)'"');
                output.WriteInt64((long)value);
                output.WriteByte((byte)'"');
                return true;
            default:
                return false;
        }
    }

    private bool TryWriteTime(ResponseBuffer output, ScalarKind kind, bool exact)
    {
        try
        {
            switch (reader.PeekTag())
            {
                case StructureTag.Date when kind == ScalarKind.Date:
                    var date = reader.ReadDate();
                    JsonTime.Write(output, date.Year, date.Month, date.Day);
                    return true;
                case StructureTag.DateTime or StructureTag.DateTimeZoneId or StructureTag.LegacyDateTime or StructureTag.LegacyDateTimeZoneId when kind == ScalarKind.DateTime:
                    JsonTime.Write(output, reader.ReadDateTime().UtcDateTime, exact);
                    return true;
                case StructureTag.LocalDateTime when kind == ScalarKind.DateTime:
                    JsonTime.Write(output, reader.ReadLocalDateTime(), exact);
                    return true;
                default:
                    return false;
            }
        }
        catch (DatabaseException fault) when (fault.Kind != DatabaseErrorKind.ProtocolBroken)
        {
            return false; // A day or zone that the calendar here lacks.
        }
    }

    /// <summary>Passes over the value that a copy of the reader stands before, and tells what it is.</summary>
    private ValueFault Fault(PackStreamReader before)
    {
        reader = before;
        reader.Skip();
        return ValueFault.Of(StoredText.Of(before));
    }

    private void WriteStored(ResponseBuffer output, PackStreamReader before)
    {
        reader = before;
        reader.Skip();
        if (before.Next() is not (PackStreamType.String or PackStreamType.Integer or PackStreamType.Boolean or PackStreamType.Float))
        {
            output.WriteNull();
            return;
        }

        output.WriteByte((byte)'[');
        switch (before.Next())
        {
            case PackStreamType.String: output.WriteUtf8String(before.ReadUtf8()); break;
            case PackStreamType.Integer: output.WriteInt64(before.ReadInteger()); break;
            case PackStreamType.Boolean: output.WriteBoolean(before.ReadBoolean()); break;
            case PackStreamType.Float when before.ReadFloat() is var number:
                if (double.IsFinite(number)) output.WriteDouble(number);
                else output.WriteString(number.ToString(CultureInfo.InvariantCulture));
                break;
        }

        output.WriteByte((byte)']');
    }

    /// <summary>How many values are left in each list that was entered. 64 is beyond any selection that the API accepts.</summary>
    [InlineArray(Capacity)]
    private struct OpenLists
    {
        public const int Capacity = 64;

        private int outermost;
    }
}
