using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;

namespace Graph.Api.Responses;

/// <summary>An object of the response whose fields all follow from one value, which is there when the object is written.</summary>
/// <typeparam name="TValue">What they follow from.</typeparam>
internal sealed class DerivedObject<TValue>
{
    private readonly List<(byte[] Before, string Field)> fields = [];
    private readonly Action<string, TValue, ResponseBuffer> write;
    private readonly byte[] after;

    /// <summary>The object as it is selected.</summary>
    /// <param name="field">The field whose value, or items, the objects are.</param>
    /// <param name="write">Writes the JSON of a field, by its name.</param>
    public DerivedObject(PlannedField field, Action<string, TValue, ResponseBuffer> write)
    {
        this.write = write;
        var (builder, type) = (new ObjectShapeBuilder(), field.Definition.Type.Named.Name);
        foreach (var part in field.Select(type))
        {
            if (part.Definition.Name == "__typename") builder.AddConstant(part.ResponseKey, $"\"{type}\"");
            else fields.Add((builder.Key(part.ResponseKey), part.Definition.Name));
        }

        after = builder.End();
    }

    /// <summary>Writes the object of a value.</summary>
    public void Write(TValue value, ResponseBuffer output)
    {
        foreach (var (before, name) in fields)
        {
            output.WriteRaw(before);
            write(name, value, output);
        }

        output.WriteRaw(after);
    }
}
