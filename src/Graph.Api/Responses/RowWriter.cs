using Graph.GraphQL.Execution;
using Graph.Model.Queries;

namespace Graph.Api.Responses;

/// <summary>Takes the rows of a root field and writes the field's value.</summary>
/// <param name="root">The field: a list, or a connection, which is one row.</param>
/// <param name="writer">Writes a row.</param>
/// <param name="output">Takes the value.</param>
/// <param name="maxItems">Most items of a list.</param>
internal sealed class RowWriter(Piece root, ResponseWriter writer, ResponseBuffer output, int maxItems) : IRowConsumer
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

        if (root.Kind == PieceKind.Connection)
        {
            failed = !writer.WriteRootConnection(root, ref row, output);
            return;
        }

        if (count == maxItems) throw writer.TooLong(root);
        output.WriteByte(count == 0 ? (byte)'[' : (byte)',');
        failed = !writer.WriteItem(root, count++, ref row, output);
    }

    /// <summary>Ends the value; false when it has to be null, for the writer's errors.</summary>
    public bool Complete()
    {
        if (failed) return false;
        if (root.Kind != PieceKind.Connection) output.WriteRaw(count == 0 ? "[]"u8 : "]"u8);
        return true;
    }
}
