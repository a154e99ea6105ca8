using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;

namespace Graph.Api.Responses;

/// <summary>An object of the response whose fields all follow from one value, which is there when the object is written.</summary>
/// <typeparam name="TValue">What they follow from.</typeparam>
internal sealed class DerivedObject<TValue>
{
    private readonly List<(byte[] Before, Action<TValue, ResponseBuffer> Write)> fields = [];
    private readonly byte[] after;

    /// <summary>The object as it is selected.</summary>
    /// <param name="field">The field whose value, or items, the objects are.</param>
    /// <param name="write">Writes the JSON of a field, by its name.</param>
    public DerivedObject(PlannedField field, Action<string, TValue, ResponseBuffer> write)
        : this(field, part => (value, output) => write(part.Definition.Name, value, output))
    {
    }

    /// <summary>The object as it is selected, with objects of its own.</summary>
    /// <param name="field">The field whose value, or items, the objects are.</param>
    /// <param name="plan">Gives for a field of the object what writes its JSON.</param>
    public DerivedObject(PlannedField field, Func<PlannedField, Action<TValue, ResponseBuffer>> plan)
    {
        var (builder, type) = (new ObjectShapeBuilder(), field.Definition.Type.Named.Name);
        foreach (var part in field.Select(type))
        {
            if (part.Definition.Name == "__typename") builder.AddConstant(part.ResponseKey, $"\"{type}\"");
            else fields.Add((builder.Key(part.ResponseKey), plan(part)));
        }

        after = builder.End();
    }

    /// <summary>Writes the object of a value.</summary>
    public void Write(TValue value, ResponseBuffer output)
    {
        foreach (var (before, write) in fields)
        {
            output.WriteRaw(before);
            write(value, output);
        }

        output.WriteRaw(after);
    }

    /// <summary>Writes the objects of some values as a list.</summary>
    public void WriteAll(IEnumerable<TValue> values, ResponseBuffer output)
    {
        output.WriteRaw("["u8);
        foreach (var (place, value) in values.Index())
        {
            if (place > 0) output.WriteRaw(","u8);
            Write(value, output);
        }

        output.WriteRaw("]"u8);
    }
}
