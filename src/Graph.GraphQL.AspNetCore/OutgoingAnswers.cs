using System.Buffers;
using Graph.GraphQL.Json;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// The finished answers that clients have not yet taken. They share a bound: for a new one that would pass it, those that have
/// waited for their clients longest are ended, and where none waits, the new one is refused.
/// </summary>
/// <param name="mostBytes">Most bytes of all long answers together.</param>
/// <param name="patience">How long a client may take for the next piece.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Is told of clients that are ended.</param>
internal sealed class OutgoingAnswers(long mostBytes, TimeSpan patience, TimeProvider time, RequestLog log)
{
    /// <summary>An answer goes out in pieces of this size, each when the client has taken the one before: as much as the server keeps for a connection anyway. Answers up to it are not counted.</summary>
    public const int SegmentBytes = ResponseBuffer.SegmentBytes;

    /// <summary>Where the bound is reached, a client that has taken nothing for this long gives way: any network that works has carried a segment by then.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly List<OutgoingAnswer> _long = [];
    private long _held;

    /// <summary>Bytes of the long answers that are being sent.</summary>
    public long Held => Interlocked.Read(ref _held);

    /// <summary>Lets an answer begin; null when there is no room for it.</summary>
    public OutgoingAnswer? Admit(HttpContext context, int bytes)
    {
        var answer = new OutgoingAnswer(this, context, bytes, patience, time, log);
        if (bytes <= SegmentBytes) return answer;
        lock (_lock)
        {
            if (_held + bytes > mostBytes && !MakeRoom(bytes)) return null;
            _long.Add(answer);
            _held += bytes;
        }

        return answer;
    }

    public void Remove(OutgoingAnswer answer)
    {
        if (answer.Bytes <= SegmentBytes) return;
        lock (_lock)
            if (_long.Remove(answer)) _held -= answer.Bytes;
    }

    /// <summary>A body in pieces as long as are sent at once.</summary>
    public static IEnumerable<(ReadOnlyMemory<byte> Piece, bool IsLast)> Pieces(ReadOnlySequence<byte> body)
    {
        while (!body.IsEmpty)
        {
            var piece = body.First[..Math.Min(body.First.Length, SegmentBytes)];
            body = body.Slice(piece.Length);
            if (piece.Length > 0) yield return (piece, body.IsEmpty);
        }
    }

    private bool MakeRoom(int bytes)
    {
        var needed = _held + bytes - mostBytes;
        var waiting = _long.Where(answer => answer.Waited >= Courtesy).OrderByDescending(answer => answer.Waited).ToList();
        if (bytes > mostBytes || waiting.Sum(answer => (long)answer.Bytes) < needed) return false;
        foreach (var answer in waiting)
        {
            if (needed <= 0) break;
            needed -= answer.Bytes;
            _held -= answer.Bytes;
            _long.Remove(answer);
            answer.End("reads slowly while others wait");
        }

        return true;
    }
}
