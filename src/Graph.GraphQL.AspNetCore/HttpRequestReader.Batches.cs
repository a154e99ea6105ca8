using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <content>Several requests in one body.</content>
internal static partial class HttpRequestReader
{
    private static bool IsList(ReadOnlySequence<byte> body)
    {
        var reader = new SequenceReader<byte>(body);
        reader.AdvancePastAny(" \t\r\n"u8);
        return reader.TryPeek(out var first) && first == (byte)'[';
    }

    /// <summary>
    /// Each request of a batch is read as if it had come alone; a batch that is no JSON, is empty or too long is refused as a whole.
    /// </summary>
    private static ReadRequest ParseBatch(ReadOnlySequence<byte> body, int maxBatch, int malformed)
    {
        var requests = new List<ReadRequest>();
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = FixedHttpLimits.MaxJsonDepth + 1 });
            reader.Read();
            var parts = new List<ReadOnlySequence<byte>>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = reader.TokenStartIndex;
                reader.Skip();
                if (parts.Count == maxBatch) return ReadRequest.Refused(malformed, HttpMessages.BatchTooLong(maxBatch));
                parts.Add(body.Slice(start, reader.BytesConsumed - start));
            }

            reader.Read(); // Whatever follows the list is not JSON: this throws.
            if (parts.Count == 0) return ReadRequest.Refused(malformed, HttpMessages.EmptyBatch);
            foreach (var part in parts) requests.Add(ParseOne(part, malformed, HttpMessages.TheBody));
            return new(null, null, null, requests);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return ReadRequest.Refused(StatusCodes.Status400BadRequest, JsonFault.Explain(body.ToArray(), HttpMessages.TheBody));
        }
    }
}
