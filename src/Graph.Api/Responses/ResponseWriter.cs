using System.Runtime.CompilerServices;
using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Responses;

/// <summary>
/// Writes the rows of a store as JSON of the response, following the selection's shape from front to back. One for each run
/// of a root field.
/// </summary>
/// <remarks>
/// A value that is missing where the schema promises one is an error at its path, and null takes the place of the nearest
/// value that may be null (specification, section 6.4.4): methods answer false when that lies further out.
/// </remarks>
/// <param name="values">The parameters of the run, for the limits of connections.</param>
/// <param name="path">Where the root field stands in the response.</param>
/// <param name="maxItems">Most items of a list; one that has more ends the run.</param>
/// <param name="identified">Each row begins with its node's id, for the errors: see <see cref="Planning.IdentifiedRows"/>.</param>
internal sealed partial class ResponseWriter(
    IReadOnlyList<object?> values,
    IReadOnlyList<object> path,
    int maxItems,
    bool identified = false) : IDisposable
{
    private readonly List<GraphQLError> errors = [];
    private (Piece Piece, int Index)[] frames = new (Piece, int)[16];
    private int depth;
    private string? id;

    /// <summary>The parameters of the run.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <summary>The id of the node of the row that was written last, where rows are identified.</summary>
    public string? ItemId { get; private set; }

    /// <summary>The errors so far.</summary>
    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>Writes a row of a root list, at a position of it.</summary>
    public bool WriteItem<TReader>(Piece list, int index, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        if (depth == 0) depth = 1;
        frames[0] = (list, index);
        return WriteRow(list.Row!, ref reader, output);
    }

    /// <summary>Writes a list of rows that is the whole value.</summary>
    public bool WriteRows<TReader>(Piece list, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        depth = 1;
        frames[0] = (list, 0);
        return WriteList(list.Row!, ref reader, output);
    }

    /// <summary>Writes the row of a node that an item of a list has, such as the node of a hit.</summary>
    /// <param name="root">The root field.</param>
    /// <param name="list">The list below it.</param>
    /// <param name="index">The item's position.</param>
    /// <param name="node">The field of the item whose value is the node.</param>
    /// <param name="row">The shape of a node of the type at hand.</param>
    /// <param name="reader">Stands before the row.</param>
    /// <param name="output">Takes the value.</param>
    public bool WriteNode<TReader>(Piece root, Piece list, int index, Piece node, RowShape row, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        depth = 0;
        Enter(root);
        Enter(list);
        frames[depth - 1].Index = index;
        Enter(node);
        return WriteRow(row, ref reader, output);
    }

    /// <summary>The value of a parameter in this run.</summary>
    public object? ValueOf(Parameter parameter) => parameter.In(values);

    /// <summary>Writes a row, a list of its own, as an object.</summary>
    private bool WriteRow<TReader>(RowShape row, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        reader.EnterList();
        var outer = id;
        if (identified && row.IsNode) ReadId(ref reader);
        var written = WriteObject(row, ref reader, output);
        id = outer;
        reader.LeaveList();
        return written;
    }

    /// <summary>Writes an object from the next columns of the row at hand.</summary>
    private bool WriteObject<TReader>(RowShape row, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        var shape = row.Only ?? ShapeOfType(row, ref reader);
        foreach (var piece in shape.Pieces)
        {
            output.WriteRaw(piece.Before);
            if (piece.Kind is not (PieceKind.Object or PieceKind.Cursor)) Advance(ref reader);
            switch (piece.Kind)
            {
                case PieceKind.Skip:
                    reader.Skip();
                    break;
                case PieceKind.Scalar:
                    if (reader.WriteScalar(output, piece.Form) is { } wrong)
                    {
                        Report(piece, wrong);
                        output.WriteNull();
                    }

                    break;
                case PieceKind.RequiredScalar:
                    if (reader.ReadNull()) return Report(piece, null);
                    if (reader.WriteScalar(output, piece.Form) is { } fault) return Report(piece, fault);
                    break;
                case PieceKind.Text or PieceKind.Midnight or PieceKind.TypeName:
                    WriteRendered(piece, ref reader, output);
                    break;
                case PieceKind.GlobalId:
                    if (ReadText(ref reader, ScalarKind.Id) is not { } own) return Report(piece, null);
                    output.WriteString(new GlobalId(piece.GlobalType!, own).ToString());
                    break;
                case PieceKind.Passage:
                    WritePassage(piece, ref reader, output);
                    break;
                case PieceKind.Cursor:
                    WriteCursor(output, cursor!);
                    break;
                default:
                    if (!WriteNested(piece, ref reader, output)) return false;
                    break;
            }
        }

        output.WriteRaw(shape.After);
        return true;
    }

    /// <summary>Writes a scalar in another form than its own.</summary>
    private void WriteRendered<TReader>(Piece piece, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        if (reader.ReadNull())
        {
            output.WriteNull();
            return;
        }

        if (piece.Kind == PieceKind.TypeName)
        {
            output.WriteString(piece.Types[(int)reader.ReadInt64()]);
            return;
        }

        var start = output.Length;
        var isBare = piece.Form.Kind is ScalarKind.Int or ScalarKind.Float or ScalarKind.Boolean;
        if (isBare) output.WriteByte((byte)'"');
        if (reader.WriteScalar(output, piece.Form) is { } wrong)
        {
            Report(piece, wrong);
            output.Truncate(start);
            output.WriteNull();
            return;
        }

        if (isBare) output.WriteByte((byte)'"');
        if (piece.Kind != PieceKind.Midnight) return;
        output.Truncate(output.Length - 1);
        output.WriteRaw("T00:00:00.000Z\""u8);
    }

    private bool WriteNested<TReader>(Piece piece, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        Enter(piece);
        var written = piece.Kind switch
        {
            PieceKind.Object => WriteObject(piece.Row!, ref reader, output),
            PieceKind.One => WriteOne(piece.Row!, ref reader, output),
            PieceKind.RequiredOne => WriteRow(piece.Row!, ref reader, output),
            PieceKind.List => WriteList(piece.Row!, ref reader, output),
            _ => WriteConnection(piece.Connection!, ref reader, output),
        };
        depth--;
        return written;
    }

    private bool WriteOne<TReader>(RowShape row, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        var start = output.Length;
        if (!reader.ReadNull() && WriteRow(row, ref reader, output)) return true;
        output.Truncate(start);
        output.WriteNull();
        return true;
    }

    private bool WriteList<TReader>(RowShape row, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        output.WriteByte((byte)'[');
        reader.EnterList();
        for (var index = 0; reader.MoveNext(); index++)
        {
            if (index == maxItems) throw TooLong(frames[depth - 1].Piece);
            if (index > 0) output.WriteByte((byte)',');
            frames[depth - 1].Index = index;
            if (WriteRow(row, ref reader, output)) continue;
            reader.LeaveList();
            return false;
        }

        output.WriteByte((byte)']');
        return true;
    }

    /// <summary>Refuses a list that has more items than one may have.</summary>
    /// <param name="list">The list.</param>
    /// <param name="count">Its items so far, of which there is one more.</param>
    public void CheckLength(Piece list, int count)
    {
        if (count == maxItems) throw TooLong(list);
    }

    private GraphQLException TooLong(Piece list) => new(new GraphQLError(ApiMessages.ListTooLong(list.Coordinate, maxItems), [.. list.Nodes]));

    private ObjectShape ShapeOfType<TReader>(RowShape row, ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        Advance(ref reader);
        if (reader.ReadNull() || row.ByType.ElementAtOrDefault((int)reader.ReadInt64()) is not { } shape)
            throw new GraphQLException(ApiMessages.UnknownTypeOfNode(depth > 0 ? frames[depth - 1].Piece.Coordinate : ""));
        return shape;
    }

    /// <summary>Stands before the next value of a list that has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Advance<TReader>(ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        if (!reader.MoveNext()) throw new InvalidOperationException("A row has fewer values than its query has columns.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(Piece piece)
    {
        if (depth == frames.Length) Array.Resize(ref frames, depth * 2);
        frames[depth++] = (piece, 0);
    }
}
