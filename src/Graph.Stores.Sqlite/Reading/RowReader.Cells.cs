using System.Text.Json;
using System.Text.Unicode;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>Values as cells of records.</summary>
internal ref partial struct RowReader
{
    /// <inheritdoc/>
    public ValueFault? ReadCell(RecordBatch batch, ValueForm form, out Cell cell)
    {
        var value = TakeValue();
        cell = Cell.Null;
        if (value[0] == 'n') return null;
        if (form.IsList) return ReadList(batch, value, form.Item, out cell);
        return TryCell(batch, value, form, out cell) ? null : Fault(value);
    }

    private static ValueFault? ReadList(RecordBatch batch, ReadOnlySpan<byte> value, ValueForm form, out Cell cell)
    {
        cell = Cell.Null;
        if (value[0] != '[') return Fault(value);
        var list = new ListJson();
        var items = new RowReader(value);
        items.EnterList();
        for (var index = 0; items.MoveNext(); index++)
        {
            var item = items.TakeValue();
            var before = batch.Mark();
            var isMisplacedText = item[0] == '"' && form.Kind == ScalarKind.Float;
            if (isMisplacedText || item[0] == 'n' || !TryCell(batch, item, form, out var read)) return Fault(item) with { Index = index };
            list.Add(batch, read);
            batch.CutBack(before);
        }

        cell = batch.AddText(list.Close(), CellKind.List);
        return null;
    }

    private static bool TryCell(RecordBatch batch, ReadOnlySpan<byte> value, ValueForm form, out Cell cell)
    {
        cell = Cell.Null;
        var isText = value[0] == '"';
        var text = isText ? value[1..^1] : value;
        switch (form.Kind)
        {
            case ScalarKind.Id or ScalarKind.String when isText:
                return Utf8.IsValid(value) && TryText(batch, value, out cell);
            case ScalarKind.Enum when isText && Utf8.IsValid(value) && form.Allows(text):
                cell = batch.AddText(text);
                return true;
            case ScalarKind.Float when isText:
                return ScalarText.TryFloat(text, out var printed) && StoredValue.TryCell(batch, form, printed, out cell);
            case ScalarKind.Boolean when TryTruth(value, out var truth):
                cell = Cell.Of(truth);
                return true;
            case ScalarKind.Date when isText && ScalarText.TryDay(text, out var day):
                cell = Cell.Of(day);
                return true;
            case ScalarKind.DateTime when isText && TimeText.IsInstant(text) && ScalarText.TryInstant(text, out var instant):
                cell = Cell.Of(instant);
                return true;
            case var _ when TryWhole(value, out var whole):
                return StoredValue.TryCell(batch, form, whole, out cell);
            default:
                return ScalarText.TryFloat(value, out var number) && StoredValue.TryCell(batch, form, number, out cell);
        }
    }

    /// <summary>Text without its escapes; false where one of them is half of a surrogate pair.</summary>
    private static bool TryText(RecordBatch batch, ReadOnlySpan<byte> quoted, out Cell cell)
    {
        var text = quoted[1..^1];
        cell = Cell.Null;
        if (!text.Contains((byte)'\\'))
        {
            cell = batch.AddText(text);
            return true;
        }

        var reader = new Utf8JsonReader(quoted);
        try
        {
            reader.Read();
            cell = batch.CommitText(reader.CopyString(batch.Reserve(text.Length)));
            return true;
        }
        catch (Exception fault) when (fault is InvalidOperationException or JsonException)
        {
            return false;
        }
    }
}
