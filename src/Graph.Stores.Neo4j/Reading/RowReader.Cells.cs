using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>Values as cells of records.</summary>
internal ref partial struct RowReader
{
    public ValueFault? ReadCell(RecordBatch batch, ValueForm form, out Cell cell)
    {
        cell = Cell.Null;
        if (reader.TryReadNull()) return null;
        if (form.IsList) return ReadList(batch, form.Item, out cell);
        var before = reader;
        return TryCell(batch, form, out cell) ? null : Fault(before);
    }

    private ValueFault? ReadList(RecordBatch batch, ValueForm form, out Cell cell)
    {
        cell = Cell.Null;
        var whole = reader;
        if (reader.Next() != PackStreamType.List) return Fault(whole);
        var list = new ListJson();
        ValueFault? fault = null;
        var count = reader.ReadListHeader();
        for (var i = 0; i < count; i++)
        {
            var item = reader;
            var before = batch.Mark();
            if (fault is not null) reader.Skip();
            else if (!TryCell(batch, form, out var read)) fault = Fault(item) with { Index = i };
            else list.Add(batch, read);
            batch.CutBack(before);
        }

        if (fault is null) cell = batch.AddText(list.Close(), CellKind.List);
        return fault;
    }

    /// <summary>The next value if it is one of the form; otherwise the reader may stand anywhere in it.</summary>
    private bool TryCell(RecordBatch batch, ValueForm form, out Cell cell)
    {
        cell = Cell.Null;
        switch (reader.Next())
        {
            case PackStreamType.String when form.Kind is ScalarKind.String or ScalarKind.Id:
                cell = batch.AddText(reader.ReadUtf8());
                return true;
            case PackStreamType.String when form.Kind is ScalarKind.Enum:
                var name = reader.ReadUtf8();
                if (!form.Allows(name)) return false;
                cell = batch.AddText(name);
                return true;
            case PackStreamType.Integer:
                return StoredValue.TryCell(batch, form, reader.ReadInteger(), out cell);
            case PackStreamType.Float:
                return StoredValue.TryCell(batch, form, reader.ReadFloat(), out cell);
            case PackStreamType.Boolean when form.Kind is ScalarKind.Boolean:
                cell = Cell.Of(reader.ReadBoolean());
                return true;
            case PackStreamType.Structure when form.Kind is ScalarKind.Date or ScalarKind.DateTime:
                return TryTime(form.Kind, out cell);
            default:
                return false;
        }
    }

    private bool TryTime(ScalarKind kind, out Cell cell)
    {
        var isRead = TryDayOrInstant(kind, out var day, out var instant);
        cell = !isRead ? Cell.Null : kind == ScalarKind.Date ? Cell.Of(day) : Cell.Of(instant);
        return isRead;
    }
}
