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
    private readonly Stack<Waiting> spare = [];
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
        while (spare.TryPop(out var waiting)) waiting.Dispose();
    }

    private bool WriteConnection<TReader>(ConnectionShape shape, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        var waiting = spare.TryPop(out var used) ? used : new();
        var outer = cursor;
        try
        {
            return WriteConnection(shape, waiting, ref reader, output);
        }
        finally
        {
            cursor = outer;
            waiting.Clear();
            spare.Push(waiting);
        }
    }

    private bool WriteConnection<TReader>(ConnectionShape shape, Waiting waiting, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        reader.EnterList();
        var streams = shape.StreamsEdges;
        if (streams) output.WriteRaw(shape.Fields[0].Piece.Before);
        Advance(ref reader);
        if (!reader.ReadNull() && !WriteEdges(shape, waiting, streams ? output : null, ref reader))
        {
            reader.LeaveList();
            return false;
        }

        Advance(ref reader);
        var total = reader.ReadNull() ? 0 : reader.ReadInt64();
        WriteAggregates(shape, waiting, ref reader);
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
                    WritePageInfo(shape, field.PageInfo!, waiting, output);
                    break;
                default:
                    output.Write(waiting.Of(i));
                    break;
            }
        }

        output.WriteRaw(shape.After);
        return true;
    }

    /// <summary>Writes the edges for each field that answers them.</summary>
    private bool WriteEdges<TReader>(ConnectionShape shape, Waiting waiting, ResponseBuffer? stream, ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        var limit = shape.Limit is { } parameter ? (int)values[parameter]! : int.MaxValue;
        for (var i = 0; i < shape.Fields.Length; i++)
            if (shape.Fields[i].Part == ConnectionPart.Edges) (stream ?? waiting.Of(i)).WriteByte((byte)'[');
        reader.EnterList();
        while (reader.MoveNext())
        {
            if (waiting.Count == limit && !shape.FromEnd)
            {
                waiting.HasMore = true;
                reader.Skip();
                continue;
            }

            // With a limit, which is within bounds, one edge more only tells of a further page.
            if (waiting.Count == maxItems && shape.Limit is null)
                throw TooLong(Array.Find(shape.Fields, field => field.Part == ConnectionPart.Edges)!.Piece);
            reader.EnterList();
            var outer = id;
            if (identified) ReadId(ref reader);
            ReadCursor(shape, waiting, ref reader);
            var written = WriteEdge(shape, waiting, stream, ref reader);
            id = outer;
            reader.LeaveList();
            waiting.Count++;
            if (written) continue;
            reader.LeaveList();
            return false;
        }

        waiting.LeavesOutFirst = waiting.Count > limit;
        for (var i = 0; i < shape.Fields.Length; i++)
        {
            if (shape.Fields[i].Part != ConnectionPart.Edges) continue;
            var target = stream ?? waiting.Of(i);
            if (waiting.LeavesOutFirst) waiting.LeaveOutFirst(i, target);
            target.WriteByte((byte)']');
        }

        if (!waiting.LeavesOutFirst) return true;
        waiting.HasMore = true;
        waiting.Count--;
        return true;
    }

    private bool WriteEdge<TReader>(ConnectionShape shape, Waiting waiting, ResponseBuffer? stream, ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        for (var i = 0; i < shape.Fields.Length; i++)
        {
            if (shape.Fields[i].Part != ConnectionPart.Edges) continue;
            var target = stream ?? waiting.Of(i);
            if (waiting.Count > 0) target.WriteByte((byte)',');
            if (waiting.Count < 2) waiting.MarkEdge(i, target.Length);
            Enter(shape.Fields[i].Piece);
            frames[depth - 1].Index = waiting.Count;
            var written = WriteObject(shape.Fields[i].Piece.Row!, ref reader, target);
            depth--;
            if (!written) return false;
        }

        return true;
    }

    private void ReadCursor<TReader>(ConnectionShape shape, Waiting waiting, ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        if (shape.Cursor is not { } format) return;
        cursor = waiting.NextCursor();
        cursor.WriteRaw(format.Prefix);
        foreach (var kind in format.Kinds)
        {
            cursor.WriteByte((byte)',');
            Advance(ref reader);
            reader.WriteExact(cursor, kind);
        }

        cursor.WriteByte((byte)']');
    }

    private void WriteAggregates<TReader>(ConnectionShape shape, Waiting waiting, ref TReader reader)
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
            WriteObject(shape.Fields[i].Piece.Row!, ref reader, waiting.Of(i));
            depth--;
        }

        if (entered) reader.LeaveList();
    }

    private static void WritePageInfo(ConnectionShape shape, PageInfoShape info, Waiting waiting, ResponseBuffer output)
    {
        foreach (var (fact, before) in info.Facts)
        {
            output.WriteRaw(before);
            switch (fact)
            {
                case PageFact.HasNextPage:
                    output.WriteBoolean(shape.HasBefore || (!shape.FromEnd && waiting.HasMore));
                    break;
                case PageFact.HasPreviousPage:
                    output.WriteBoolean(shape.HasAfter || (shape.FromEnd && waiting.HasMore));
                    break;
                case var end when waiting.Count == 0:
                    output.WriteNull();
                    break;
                case PageFact.StartCursor:
                    WriteCursor(output, waiting.FirstCursor);
                    break;
                default:
                    WriteCursor(output, waiting.LastCursor);
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
