using System.Globalization;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>Values as JSON of responses and cursors.</summary>
internal ref partial struct RowReader
{
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
                if (!form.Allows(name)) return false;
                output.WriteUtf8String(name);
                return true;
            case PackStreamType.Integer:
                return StoredValue.TryWrite(output, form, reader.ReadInteger(), exact);
            case PackStreamType.Float:
                return StoredValue.TryWrite(output, form, reader.ReadFloat());
            case PackStreamType.Boolean when form.Kind is ScalarKind.Boolean:
                output.WriteBoolean(reader.ReadBoolean());
                return true;
            case PackStreamType.Structure when form.Kind is ScalarKind.Date or ScalarKind.DateTime:
                return TryWriteTime(output, form.Kind, exact);
            default:
                return false;
        }
    }

    private bool TryWriteTime(ResponseBuffer output, ScalarKind kind, bool exact)
    {
        if (!TryDayOrInstant(kind, out var day, out var instant)) return false;
        if (kind == ScalarKind.Date) TimeText.WriteJson(output, day);
        else TimeText.WriteJson(output, instant, exact ? TimeText.MostDigits : TimeText.ResponseDigits);
        return true;
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
}
