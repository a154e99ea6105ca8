using Graph.GraphQL.Json;
using Graph.Model.Queries;

namespace Graph.Api.Responses;

/// <summary>Writes a root field that is a list: each row is an item.</summary>
/// <param name="list">The field.</param>
/// <param name="writer">Writes a row.</param>
/// <param name="output">Takes the value.</param>
internal sealed class ListWriter(Piece list, ResponseWriter writer, ResponseBuffer output) : IRootWriter
{
    private int count;
    private bool failed;

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        if (failed)
        {
            row.Skip();
            return;
        }

        writer.CheckLength(list, count);
        output.WriteByte(count == 0 ? (byte)'[' : (byte)',');
        failed = !writer.WriteItem(list, count++, ref row, output);
    }

    /// <inheritdoc/>
    public bool Complete()
    {
        if (failed) return false;
        output.WriteRaw(count == 0 ? "[]"u8 : "]"u8);
        return true;
    }
}
