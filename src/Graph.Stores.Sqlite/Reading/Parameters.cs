using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Text;
using Graph.Model.Values;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Statements;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>Binds the values of a request to a statement, in the forms in which the tables keep values.</summary>
internal static class Parameters
{
    /// <summary>Text up to this many bytes is encoded on the stack.</summary>
    private const int StackBytes = 512;

    public static void Bind(Statement statement, IReadOnlyList<Binding> bindings, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < bindings.Count; i++) Bind(statement, i + 1, bindings[i], bindings[i].Parameter.In(values));
    }

    private static void Bind(Statement statement, int index, Binding binding, object? value)
    {
        switch (value)
        {
            case null:
                statement.BindNull(index);
                break;
            case string text:
                BindText(statement, index, binding.Form, text);
                break;
            case int number:
                statement.Bind(index, number);
                break;
            case long number:
                statement.Bind(index, number);
                break;
            case double number:
                statement.Bind(index, number);
                break;
            case bool truth:
                statement.Bind(index, truth ? 1 : 0);
                break;
            case DateOnly day:
                Span<byte> date = stackalloc byte[TimeText.DateLength];
                TimeText.Write(day, date);
                statement.Bind(index, date);
                break;
            case DateTimeOffset instant:
                Span<byte> time = stackalloc byte[TimeText.DateTimeLength];
                TimeText.Write(instant, time);
                statement.Bind(index, time);
                break;
            case IReadOnlyList<object?> items:
                BindList(statement, index, binding, items);
                break;
            default:
                throw new ArgumentException($"A parameter cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static void BindText(Statement statement, int index, BindingForm form, string text)
    {
        if (form is BindingForm.Folded or BindingForm.FoldedPrefixEnd) text = CaseFolding.Fold(text);
        var room = Encoding.UTF8.GetMaxByteCount(text.Length) + 2;
        var bytes = room <= StackBytes ? stackalloc byte[StackBytes] : new byte[room];
        if (form == BindingForm.Quoted) text = $"\"{text}\"";
        var length = Encoding.UTF8.GetBytes(text, bytes);
        if (form is BindingForm.PrefixEnd or BindingForm.FoldedPrefixEnd) bytes[length++] = 0xff;
        statement.Bind(index, bytes[..length]);
    }

    private static void BindList(Statement statement, int index, Binding binding, IReadOnlyList<object?> items)
    {
        using var json = new ResponseBuffer();
        json.WriteByte((byte)'[');
        var isFirst = true;
        var isColumnForm = binding.Form == BindingForm.Plain;
        foreach (var item in items)
        {
            if (item is null && !isColumnForm) continue;
            if (!isFirst) json.WriteByte((byte)',');
            isFirst = false;
            WriteItem(json, binding, item, isColumnForm);
        }

        json.WriteByte((byte)']');
        statement.Bind(index, json.WrittenSpan);
    }

    // json_each gives true and false as 1 and 0, as their columns do.
    private static void WriteItem(ResponseBuffer json, Binding binding, object? item, bool isColumnForm)
    {
        switch (item)
        {
            case null:
                json.WriteNull();
                break;
            case string text:
                json.WriteString(binding.Form == BindingForm.FoldedItems ? CaseFolding.Fold(text) : text);
                break;
            case int number:
                json.WriteInt64(number);
                break;
            case long number:
                json.WriteInt64(number);
                break;
            case double number when isColumnForm:
                json.WriteDouble(number);
                break;
            case double number:
                json.WriteString(number.ToString("R"));
                break;
            case bool truth:
                json.WriteBoolean(truth);
                break;
            case DateOnly day:
                Span<byte> date = stackalloc byte[TimeText.DateLength];
                TimeText.Write(day, date);
                json.WriteUtf8String(date);
                break;
            case DateTimeOffset instant:
                Span<byte> time = stackalloc byte[TimeText.DateTimeLength];
                TimeText.Write(instant, time);
                json.WriteUtf8String(time);
                break;
            default:
                throw new ArgumentException($"A list cannot hold a {item.GetType().Name}.", nameof(item));
        }
    }
}
