using System.Buffers.Text;
using Graph.GraphQL.Json;
using Graph.Model.Queries;

namespace Graph.Api.Responses;

/// <content>
/// Connections. A store answers edges, count and aggregates in this order; where the selection has another, what comes
/// too early waits in a buffer of its own.
/// </content>
internal sealed partial class ResponseWriter
{
    private readonly Stack<OpenConnection> spare = [];
    private ResponseBuffer? cursor;

    /// <summary>Writes the row of a root connection.</summary>
    public bool WriteRootConnection<TReader>(Piece connection, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        Enter(connection);
        return WriteConnection(connection.Connection!, ref reader, output);
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        while (spare.TryPop(out var open)) open.Dispose();
    }

    private bool WriteConnection<TReader>(ConnectionShape shape, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        var open = spare.TryPop(out var used) ? used : new();
        var outer = cursor;
        try
        {
            return WriteConnection(shape, open, ref reader, output);
        }
        finally
        {
            cursor = outer;
            open.Clear();
            spare.Push(open);
        }
    }

    private bool WriteConnection<TReader>(ConnectionShape shape, OpenConnection open, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        reader.EnterList();
        var streams = shape.StreamsEdges;
        if (streams) output.WriteRaw(shape.Fields[0].Piece.Before);
        Advance(ref reader);
        if (!reader.ReadNull() && !WriteEdges(shape, open, streams ? output : null, ref reader))
        {
            reader.LeaveList();
            return false;
        }

        Advance(ref reader);
        var total = reader.ReadNull() ? 0 : reader.ReadInt64();
        WriteAggregates(shape, open, ref reader);
        reader.LeaveList();

        for (var i = streams ? 1 : 0; i < shape.Fields.Length; i++)
        {
            var field = shape.Fields[i];
            output.WriteRaw(field.Piece.Before);
            switch (field.Part)
            {
                case ConnectionPart.TotalCount:
                    output.WriteInt64(total);
                    break;
                case ConnectionPart.PageInfo:
                    WritePageInfo(shape, field.PageInfo!, open, output);
                    break;
                default:
                    output.Write(open.Of(i));
                    break;
            }
        }

        output.WriteRaw(shape.After);
        return true;
    }

    /// <summary>Writes the edges for each field that answers them.</summary>
    private bool WriteEdges<TReader>(ConnectionShape shape, OpenConnection open, ResponseBuffer? stream, ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        var limit = shape.Limit is { } parameter ? (int)values[parameter]! : int.MaxValue;
        for (var i = 0; i < shape.Fields.Length; i++)
            if (shape.Fields[i].Part == ConnectionPart.Edges) (stream ?? open.Of(i)).WriteByte((byte)'[');
        reader.EnterList();
        while (reader.MoveNext())
        {
            if (open.Count == limit && !shape.FromEnd)
            {
                open.HasMore = true;
                reader.Skip();
                continue;
            }

            // With a limit, which is within bounds, one edge more only tells of a further page.
            if (open.Count == maxItems && shape.Limit is null)
                throw TooLong(Array.Find(shape.Fields, field => field.Part == ConnectionPart.Edges)!.Piece);
            reader.EnterList();
            var outer = id;
            if (identified) ReadId(ref reader);
            ReadCursor(shape, open, ref reader);
            var written = WriteEdge(shape, open, stream, ref reader);
            id = outer;
            reader.LeaveList();
            open.Count++;
            if (written) continue;
            reader.LeaveList();
            return false;
        }

        open.LeavesOutFirst = open.Count > limit;
        for (var i = 0; i < shape.Fields.Length; i++)
        {
            if (shape.Fields[i].Part != ConnectionPart.Edges) continue;
            var target = stream ?? open.Of(i);
            if (open.LeavesOutFirst) open.LeaveOutFirst(i, target);
            target.WriteByte((byte)']');
        }

        if (!open.LeavesOutFirst) return true;
        open.HasMore = true;
        open.Count--;
        return true;
    }

    private bool WriteEdge<TReader>(ConnectionShape shape, OpenConnection open, ResponseBuffer? stream, ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        for (var i = 0; i < shape.Fields.Length; i++)
        {
            if (shape.Fields[i].Part != ConnectionPart.Edges) continue;
            var target = stream ?? open.Of(i);
            if (open.Count > 0) target.WriteByte((byte)',');
            if (open.Count < 2) open.MarkEdge(i, target.Length);
            Enter(shape.Fields[i].Piece);
            frames[depth - 1].Index = open.Count;
            var written = WriteObject(shape.Fields[i].Piece.Row!, ref reader, target);
            depth--;
            if (!written) return false;
        }

        return true;
    }

    private void ReadCursor<TReader>(ConnectionShape shape, OpenConnection open, ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        if (shape.Cursor is not { } format) return;
        cursor = open.NextCursor();
        cursor.WriteRaw(format.Prefix);
        foreach (var kind in format.Kinds)
        {
            cursor.WriteByte((byte)',');
            Advance(ref reader);
            reader.WriteExact(cursor, kind);
        }

        cursor.WriteByte((byte)']');
    }

    private void WriteAggregates<TReader>(ConnectionShape shape, OpenConnection open, ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        Advance(ref reader);
        var entered = !reader.ReadNull();
        if (entered) reader.EnterList();
        for (var i = 0; i < shape.Fields.Length; i++)
        {
            if (shape.Fields[i].Part != ConnectionPart.Aggregate) continue;
            // Every figure may be null, so that an error never reaches further out.
            Enter(shape.Fields[i].Piece);
            WriteObject(shape.Fields[i].Piece.Row!, ref reader, open.Of(i));
            depth--;
        }

        if (entered) reader.LeaveList();
    }

    private static void WritePageInfo(ConnectionShape shape, PageInfoShape info, OpenConnection open, ResponseBuffer output)
    {
        foreach (var (fact, before) in info.Facts)
        {
            output.WriteRaw(before);
            switch (fact)
            {
                case PageFact.HasNextPage:
                    output.WriteBoolean(shape.HasBefore || (!shape.FromEnd && open.HasMore));
                    break;
                case PageFact.HasPreviousPage:
                    output.WriteBoolean(shape.HasAfter || (shape.FromEnd && open.HasMore));
                    break;
                case var end when open.Count == 0:
                    output.WriteNull();
                    break;
                case PageFact.StartCursor:
                    WriteCursor(output, open.FirstCursor);
                    break;
                default:
                    WriteCursor(output, open.LastCursor);
                    break;
            }
        }

        output.WriteRaw(info.After);
    }

    /// <summary>Writes a cursor, given as JSON.</summary>
    public static void WriteCursor(ResponseBuffer output, ResponseBuffer json)
    {
        output.WriteByte((byte)'"');
        var length = Base64Url.GetEncodedLength(json.Length);
        Base64Url.EncodeToUtf8(json.WrittenSpan, output.GetSpan(length));
        output.Advance(length);
        output.WriteByte((byte)'"');
    }
}
