using System.Buffers;
using System.IO.Compression;
using Graph.GraphQL.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// Compressed answers. The levels are the fast ones: an answer of JSON shrinks to a tenth with them, and more effort takes
/// longer than it saves on the way.
/// </summary>
internal static class Compression
{
    private const int UsualRatio = 4;

    /// <summary>The content coding a client prefers among those offered (br, gzip), br where it does not care; null for none.</summary>
    public static string? Choose(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0 || !StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var codings)) return null;
        double br = 0, gzip = 0;
        foreach (var coding in codings)
        {
            var quality = coding.Quality ?? 1;
            if (coding.Value.Equals("br", StringComparison.OrdinalIgnoreCase)) br = quality;
            else if (coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase)) gzip = quality;
        }

        return br == 0 && gzip == 0 ? null : br >= gzip ? "br" : "gzip";
    }

    /// <summary>A short answer at once, so that its length can be told before it.</summary>
    public static ResponseBuffer Compress(ReadOnlySequence<byte> body, string encoding)
    {
        var output = new ResponseBuffer((int)body.Length / UsualRatio);
        using var compressor = Compressor(encoding, output);
        foreach (var (piece, isLast) in OutgoingAnswers.Pieces(body)) compressor.Write(piece.Span, isLast);
        return output;
    }

    /// <summary>A long answer piece by piece: no more of it lies compressed than the client is about to take.</summary>
    public static async Task WriteAsync(OutgoingAnswer answer, ReadOnlySequence<byte> body, string encoding)
    {
        using var compressor = Compressor(encoding, answer.Writer);
        foreach (var (piece, isLast) in OutgoingAnswers.Pieces(body))
        {
            compressor.Write(piece.Span, isLast);
            await answer.FlushAsync();
        }
    }

    private static ICompressor Compressor(string encoding, IBufferWriter<byte> output) => encoding == "br" ? new Brotli(output) : new GZip(output);

    private interface ICompressor : IDisposable
    {
        void Write(ReadOnlySpan<byte> segment, bool last);
    }

    private sealed class Brotli(IBufferWriter<byte> output) : ICompressor
    {
        private const int Quality = 3;
        private const int WindowBits = 18;

        private BrotliEncoder encoder = new(Quality, WindowBits);

        public void Write(ReadOnlySpan<byte> segment, bool last)
        {
            while (true)
            {
                var status = encoder.Compress(
                    segment,
                    output.GetSpan(BrotliEncoder.GetMaxCompressedLength(segment.Length)),
                    out var consumed,
                    out var written,
                    last);
                output.Advance(written);
                segment = segment[consumed..];
                if (status == OperationStatus.InvalidData) throw new InvalidOperationException("Brotli refused its input.");
                if (status == OperationStatus.Done && segment.IsEmpty) return;
            }
        }

        public void Dispose() => encoder.Dispose();
    }

    private sealed class GZip(IBufferWriter<byte> output) : ICompressor
    {
        private readonly GZipStream stream = new(new BufferStream(output), CompressionLevel.Fastest);

        public void Write(ReadOnlySpan<byte> segment, bool last)
        {
            stream.Write(segment);
            if (last) stream.Dispose();
        }

        public void Dispose() => stream.Dispose();
    }

    /// <summary>Lets a compressor write into a buffer.</summary>
    private sealed class BufferStream(IBufferWriter<byte> output) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => output.Write(buffer);

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
