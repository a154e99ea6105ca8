using Graph.Model.Text;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>The values of a compiled query on their way to the server.</summary>
internal static class Parameters
{
    // Neo4j knows offsets up to 18 hours, and of equal instants the one with the least offset sorts first.
    private const int LargestOffsetSeconds = 18 * 3600;

    /// <summary>The parameters of the statement, from the values of the logical query by index.</summary>
    /// <param name="query">The statement.</param>
    /// <param name="values">The values.</param>
    /// <param name="merged">The ids of nodes that others stand for, and theirs.</param>
    public static StatementParameters Of(
        CompiledQuery query,
        IReadOnlyList<object?> values,
        IReadOnlyDictionary<string, string>? merged = null) =>
            StatementParameters.Encoded((query, values, merged: merged ?? MergedIds.None), static (writer, state) =>
    {
        writer.WriteMapHeader(state.query.Bindings.Count);
        foreach (var binding in state.query.Bindings)
        {
            writer.WriteString(binding.Name);
            var value = binding.Parameter.In(state.values);
            Write(writer, binding.IsCanonical ? Canonical(value, state.merged) : value, binding.Form);
        }
    });

    /// <summary>An id, or each of a list, or in its place that of the node that stands for its own.</summary>
    public static object? Canonical(object? value, IReadOnlyDictionary<string, string> merged) => value switch
    {
        string id => merged.GetValueOrDefault(id, id),
        IReadOnlyList<object?> ids when merged.Count > 0 => ids.Select(id => Canonical(id, merged)).ToList(),
        _ => value,
    };

    private static void Write(PackStreamWriter writer, object? value, BindingForm form)
    {
        if (form == BindingForm.Letters)
        {
            WriteLetters(writer, value is IReadOnlyList<object?> texts ? texts.OfType<string>() : value is string only ? [only] : []);
            return;
        }

        if (form == BindingForm.WordQueries)
        {
            Write(writer, WordQueries.List(value), BindingForm.Plain);
            return;
        }

        if (form == BindingForm.FarPlaces)
        {
            Write(writer, FarTexts.Places(value as string ?? ""), BindingForm.Plain);
            return;
        }

        if (form == BindingForm.Ids)
        {
            WriteIds(writer, value is IReadOnlyList<object?> ids ? ids : [value]);
            return;
        }

        switch (value)
        {
            case string text when form == BindingForm.Folded:
                writer.WriteString(CaseFolding.Fold(text));
                break;
            case IReadOnlyList<object?> list:
                writer.WriteListHeader(list.Count);
                foreach (var item in list) Write(writer, item, form);
                break;
            case DateTimeOffset instant:
                WriteInstant(writer, instant, form);
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }

    private static void WriteIds(PackStreamWriter writer, IReadOnlyList<object?> ids)
    {
        var numbers = new List<long>();
        foreach (var id in ids)
            if (id is string text && NumberId.TryRead(text, out var number)) numbers.Add(number);
        writer.WriteListHeader(ids.Count + numbers.Count);
        foreach (var id in ids) writer.WriteValue(id);
        foreach (var number in numbers) writer.WriteValue(number);
    }

    private static void WriteLetters(PackStreamWriter writer, IEnumerable<string> texts)
    {
        var folded = texts.SelectMany(text => text.EnumerateRunes()).Select(CaseFolding.Fold).Distinct();
        var letters = folded.SelectMany(letter => CaseFolding.VariantsOf(letter), (letter, variant) => (Variant: variant, Folded: letter)).ToList();
        writer.WriteListHeader(letters.Count);
        foreach (var letter in letters)
        {
            writer.WriteListHeader(2);
            writer.WriteString(letter.Variant.ToString());
            writer.WriteString(letter.Folded.ToString());
        }
    }

    private static void WriteInstant(PackStreamWriter writer, DateTimeOffset instant, BindingForm form)
    {
        if (form == BindingForm.Plain) writer.WriteDateTime(instant.ToUniversalTime());
        else writer.WriteDateTime(instant, form == BindingForm.FirstZone ? -LargestOffsetSeconds : LargestOffsetSeconds);
    }
}
