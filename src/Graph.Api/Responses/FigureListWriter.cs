using Graph.GraphQL.Json;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Api.Responses;

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
