using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Responses;

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
