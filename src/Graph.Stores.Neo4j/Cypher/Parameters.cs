using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Cypher;

/// <summary>The values of a compiled query on their way to the server.</summary>
internal static class Parameters
{
    // Neo4j knows offsets up to 18 hours, and of equal instants the one with the least offset sorts first.
    private const int LargestOffsetSeconds = 18 * 3600;

    /// <summary>The parameters of the statement, from the values of the logical query by index.</summary>
    public static StatementParameters Of(CompiledQuery query, IReadOnlyList<object?> values) => StatementParameters.Encoded((query, values), static (writer, state) =>
    {
        writer.WriteMapHeader(state.query.Bindings.Count);
        foreach (var binding in state.query.Bindings)
        {
            writer.WriteString(binding.Name);
            Write(writer, state.values[binding.Parameter.Index], binding.Form);
        }
    });

    private static void Write(PackStreamWriter writer, object? value, BindingForm form)
    {
        switch (value)
        {
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

    private static void WriteInstant(PackStreamWriter writer, DateTimeOffset instant, BindingForm form)
    {
        if (form == BindingForm.Plain) writer.WriteDateTime(instant.ToUniversalTime());
        else writer.WriteDateTime(instant, form == BindingForm.FirstZone ? -LargestOffsetSeconds : LargestOffsetSeconds);
    }
}
