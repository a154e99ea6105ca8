using System.Text;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Queries;

namespace Graph.Api.Responses;

/// <summary>An object of the response whose fields follow from one value that a statement answers.</summary>
internal sealed class FigureRow
{
    private readonly List<(byte[] Before, string Field)> fields = [];
    private readonly Func<string, string?, string> value;
    private readonly byte[] after;

    /// <summary>The object as it is selected.</summary>
    /// <param name="field">The field whose value, or items, the objects are.</param>
    /// <param name="value">The JSON of a field, by its name, from the JSON of the answer, which is null where there is none.</param>
    public FigureRow(PlannedField field, Func<string, string?, string> value)
    {
        this.value = value;
        var (builder, type) = (new ObjectShapeBuilder(), field.Definition.Type.Named.Name);
        foreach (var part in field.Select(type))
        {
            if (part.Definition.Name == "__typename") builder.AddConstant(part.ResponseKey, $"\"{type}\"");
            else fields.Add((builder.Key(part.ResponseKey), part.Definition.Name));
        }

        after = builder.End();
    }

    /// <summary>Writes the object of an answer.</summary>
    public void Write(string? answer, ResponseBuffer output)
    {
        foreach (var (before, name) in fields)
        {
            output.WriteRaw(before);
            output.WriteRaw(Encoding.UTF8.GetBytes(value(name, answer)));
        }

        output.WriteRaw(after);
    }
}

/// <summary>Reads the one value of a statement and writes the object that follows from it.</summary>
/// <param name="row">The object.</param>
/// <param name="read">Tells where in a row the value stands.</param>
/// <param name="output">Takes the object.</param>
internal sealed class FigureWriter(FigureRow row, FigureReading read, ResponseBuffer output) : IRootWriter
{
    private string? answer;

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        reader.EnterList();
        for (var passed = 0; passed < read.Passed; passed++)
        {
            reader.MoveNext();
            reader.Skip();
        }

        reader.MoveNext();
        using var text = new ResponseBuffer(64);
        if (!reader.ReadNull() && reader.WriteScalar(text, read.Form) is null) answer = text.ToString();
        for (var passed = 0; passed < read.Following; passed++)
        {
            reader.MoveNext();
            reader.Skip();
        }

        reader.LeaveList();
    }

    /// <inheritdoc/>
    public bool Complete()
    {
        row.Write(answer, output);
        return true;
    }
}

/// <summary>Where in a row a value stands, and what it is.</summary>
/// <param name="Passed">Values before it.</param>
/// <param name="Following">Values after it.</param>
/// <param name="Form">Its form.</param>
internal readonly record struct FigureReading(int Passed, int Following, Model.Values.ValueForm Form)
{
    /// <summary>The total of a connection, whose row is [edges, total, aggregates].</summary>
    public static FigureReading OfTotal { get; } = new(1, 1, Model.Ontologies.ScalarKind.Int);
}
