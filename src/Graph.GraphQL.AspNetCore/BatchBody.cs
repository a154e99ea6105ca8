using System.Buffers;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.AspNetCore;

/// <summary>The responses of a batch as one JSON list, without copying them.</summary>
internal static class BatchBody
{
    /// <summary>The list, which holds as long as the responses do.</summary>
    public static ReadOnlySequence<byte> Of(IReadOnlyList<GraphQLResponse> responses)
    {
        var first = new Segment("["u8.ToArray());
        var last = first;
        for (var i = 0; i < responses.Count; i++)
        {
            if (i > 0) last = last.Append(","u8.ToArray());
            foreach (var piece in responses[i].Body) last = last.Append(piece);
        }

        last = last.Append("]"u8.ToArray());
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
