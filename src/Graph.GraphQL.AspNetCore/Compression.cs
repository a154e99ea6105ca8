using System.Buffers;
using System.IO.Compression;
using Graph.GraphQL.Execution;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Graph.GraphQL.AspNetCore;

/// <summary>Compressed bodies. The levels are the fast ones: an answer of JSON shrinks to a tenth with them, and more effort takes longer than it saves on the way.</summary>
internal static class Compression
{
    private const int BrotliQuality = 3;
    private const int BrotliWindowBits = 18;

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

    public static ResponseBuffer Compress(ReadOnlySpan<byte> body, string encoding)
    {
        var output = new ResponseBuffer(encoding == "br" ? BrotliEncoder.GetMaxCompressedLength(body.Length) : body.Length / 4);
        if (encoding == "br")
        {
            BrotliEncoder.TryCompress(body, output.GetSpan(BrotliEncoder.GetMaxCompressedLength(body.Length)), out var written, BrotliQuality, BrotliWindowBits);
            output.Advance(written);
            return output;
        }

        using (var gzip = new GZipStream(new BufferStream(output), CompressionLevel.Fastest)) gzip.Write(body);
        return output;
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
