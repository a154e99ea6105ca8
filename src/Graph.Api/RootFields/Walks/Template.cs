using Graph.Api.Responses;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;

namespace Graph.Api.RootFields.Walks;

/// <summary>Writes one field of an object that a run has worked out.</summary>
internal delegate void ValueWriter<in T>(T item, ResponseBuffer output);

/// <summary>Objects that a run works out instead of reading them as rows: what is selected of them, in order.</summary>
internal sealed class Template<T>
{
    private readonly List<(byte[] Before, ValueWriter<T> Write)> fields = [];
    private readonly byte[] after;

    private Template(PlannedField field, Func<PlannedField, ValueWriter<T>> writer)
    {
        var (shape, type) = (new ObjectShapeBuilder(), field.Definition.Type.Named.Name);
        foreach (var part in field.Select(type))
        {
            if (part.Definition.Name == "__typename") shape.AddConstant(part.ResponseKey, $"\"{type}\"");
            else fields.Add((shape.Key(part.ResponseKey), writer(part)));
        }

        after = shape.End();
    }

    /// <summary>What is selected of a field's object type.</summary>
    /// <param name="field">The field.</param>
    /// <param name="writer">The writer of each selected field.</param>
    public static Template<T> Of(PlannedField field, Func<PlannedField, ValueWriter<T>> writer) => new(field, writer);

    /// <summary>Writes an object.</summary>
    public void Write(T item, ResponseBuffer output)
    {
        foreach (var (before, write) in fields)
        {
            output.WriteRaw(before);
            write(item, output);
        }

        output.WriteRaw(after);
    }

    /// <summary>Writes a list of objects.</summary>
    public void WriteAll(IEnumerable<T> items, ResponseBuffer output)
    {
        output.WriteByte((byte)'[');
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst) output.WriteByte((byte)',');
            isFirst = false;
            Write(item, output);
        }

        output.WriteByte((byte)']');
    }
}
