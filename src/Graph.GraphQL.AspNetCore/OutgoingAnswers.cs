using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// The finished answers that clients have not yet taken. They share a bound: for a new one that would pass it, those that have
/// waited for their clients longest are ended, and where none waits, the new one is refused.
/// </summary>
/// <param name="maxBytes">Most bytes of all long answers together.</param>
/// <param name="patience">How long a client may take for the next piece.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Is told of clients that are ended.</param>
internal sealed class OutgoingAnswers(long maxBytes, TimeSpan patience, TimeProvider time, RequestLog log)
{
    private readonly Lock gate = new();
    private readonly List<OutgoingAnswer> longAnswers = [];
    private long held;

    /// <summary>Bytes of the long answers that are being sent.</summary>
    public long Held => Interlocked.Read(ref held);

    /// <summary>Lets an answer begin; null when there is no room for it.</summary>
    public OutgoingAnswer? Admit(HttpContext context, int bytes)
    {
        var answer = new OutgoingAnswer(this, context, bytes, patience, time, log);
        if (bytes <= FixedHttpLimits.SegmentBytes) return answer;
        lock (gate)
        {
            if (held + bytes > maxBytes && !MakeRoom(bytes)) return null;
            longAnswers.Add(answer);
            held += bytes;
        }

        return answer;
    }

    public void Remove(OutgoingAnswer answer)
    {
        if (answer.Bytes <= FixedHttpLimits.SegmentBytes) return;
        lock (gate)
            if (longAnswers.Remove(answer)) held -= answer.Bytes;
    }

    /// <summary>A body in pieces as long as are sent at once.</summary>
    public static IEnumerable<(ReadOnlyMemory<byte> Piece, bool IsLast)> Pieces(ReadOnlySequence<byte> body)
    {
        while (!body.IsEmpty)
        {
            var piece = body.First[..Math.Min(body.First.Length, FixedHttpLimits.SegmentBytes)];
            body = body.Slice(piece.Length);
            if (piece.Length > 0) yield return (piece, body.IsEmpty);
        }
    }

    private bool MakeRoom(int bytes)
    {
        var needed = held + bytes - maxBytes;
        var waiting = longAnswers.Where(answer => answer.Waited >= FixedHttpLimits.YieldAfter).OrderByDescending(answer => answer.Waited).ToList();
        if (bytes > maxBytes || waiting.Sum(answer => (long)answer.Bytes) < needed) return false;
        foreach (var answer in waiting)
        {
            if (needed <= 0) break;
            needed -= answer.Bytes;
            held -= answer.Bytes;
            longAnswers.Remove(answer);
            answer.End("read slowly while others waited");
        }

        return true;
    }
}
