using System.Text;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Api.Responses;

/// <summary>An object of the response whose fields follow from one value that a statement answers.</summary>
/// <param name="field">The field whose value, or items, the objects are.</param>
/// <param name="value">The JSON of a field, by its name, from the JSON of the answer, which is null where there is none.</param>
internal sealed class FigureRow(PlannedField field, Func<string, string?, string> value)
{
    private readonly DerivedObject<string?> row =
        new(field, (name, answer, output) => output.WriteRaw(Encoding.UTF8.GetBytes(value(name, answer))));

    /// <summary>Writes the object of an answer.</summary>
    public void Write(string? answer, ResponseBuffer output) => row.Write(answer, output);
}

/// <summary>Reads the total of a connection, whose row is [edges, total, aggregates], and writes the object that follows from it.</summary>
/// <param name="row">The object.</param>
/// <param name="output">Takes the object.</param>
internal sealed class TotalWriter(FigureRow row, ResponseBuffer output) : IRootWriter
{
    private string? answer;

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        using var text = new ResponseBuffer(64);
        reader.EnterList();
        reader.MoveNext();
        reader.Skip();
        reader.MoveNext();
        if (!reader.ReadNull() && reader.WriteScalar(text, ScalarKind.Int) is null) answer = text.ToString();
        reader.MoveNext();
        reader.Skip();
        reader.LeaveList();
    }

    /// <inheritdoc/>
    public bool Complete()
    {
        row.Write(answer, output);
        return true;
    }
}

/// <summary>Reads the values of a statement's one row and writes a list of the objects that follow from them.</summary>
/// <param name="rows">The object of each value, and the value's form.</param>
/// <param name="output">Takes the list.</param>
internal sealed class FigureListWriter(IReadOnlyList<(FigureRow Row, ValueForm Form)> rows, ResponseBuffer output) : IRootWriter
{
    private readonly string?[] answers = new string?[rows.Count];

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        using var text = new ResponseBuffer(64);
        reader.EnterList();
        for (var i = 0; i < answers.Length; i++)
        {
            reader.MoveNext();
            text.Clear();
            if (!reader.ReadNull() && reader.WriteScalar(text, rows[i].Form) is null) answers[i] = text.ToString();
        }

        reader.LeaveList();
    }

    /// <inheritdoc/>
    public bool Complete()
    {
        output.WriteRaw("["u8);
        for (var i = 0; i < answers.Length; i++)
        {
            if (i > 0) output.WriteRaw(","u8);
            rows[i].Row.Write(answers[i], output);
        }

        output.WriteRaw("]"u8);
        return true;
    }
}
