using System.Text;
using Graph.Model.Text;
using Graph.Model.Values;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Statements;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>Binds the values of a request to a statement, in the forms in which the tables keep values.</summary>
internal static class Parameters
{
    /// <summary>Text up to this many bytes is encoded on the stack.</summary>
    private const int StackBytes = 512;

    public static void Bind(Connection connection, Statement statement, IReadOnlyList<Binding> bindings, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < bindings.Count; i++)
        {
            var (form, value) = (bindings[i].Form, bindings[i].Parameter.In(values));
            if (form == BindingForm.Canonical) (form, value) = (BindingForm.Plain, Canonical(connection, value));
            else if (form == BindingForm.CanonicalItems)
            {
                (form, value) = (BindingForm.Items, ((IReadOnlyList<object?>)value!).Select(id => Canonical(connection, id)).ToList());
            }
            Bind(statement, i + 1, form, value);
        }
    }

    // One look-up in a table that is empty where nobody has judged that two are one.
    private static object? Canonical(Connection connection, object? id)
    {
        if (id is not string text) return id;
        var find = connection.Prepare(Merges.Canonical);
        find.BindText(1, text);
        try
        {
            return find.Step() ? find.Text(0) : text;
        }
        finally
        {
            find.Reset();
        }
    }

    private static void Bind(Statement statement, int index, BindingForm form, object? value)
    {
        if (form == BindingForm.Typed)
        {
            statement.Bind(index, WordSearch.Told(value));
            return;
        }

        switch (value)
        {
            case null:
                statement.BindNull(index);
                break;
            case string text:
                BindText(statement, index, form, text);
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
                statement.Bind(index, day);
                break;
            case DateTimeOffset instant:
                statement.Bind(index, instant);
                break;
            case IReadOnlyList<object?> items:
                BindList(statement, index, form, items);
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

    // json_each gives true and false as 1 and 0, as their columns do.
    private static void BindList(Statement statement, int index, BindingForm form, IReadOnlyList<object?> items)
    {
        var list = new ListJson();
        Span<byte> room = stackalloc byte[ScalarText.FloatLength];
        foreach (var item in items)
        {
            if (form == BindingForm.Plain) list.Add(item);
            else if (item is double number) list.Text(ScalarText.Write(number, room));
            else if (item is string text && form == BindingForm.FoldedItems) list.Add(CaseFolding.Fold(text));
            else if (item is not null) list.Add(item);
        }

        statement.Bind(index, list.Close());
    }
}
