using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;

namespace Graph.GraphQL.AspNetCore;

/// <summary>Compressed request bodies (RFC 9110, section 8.4), read up to a bound on what comes out.</summary>
internal static class BodyEncoding
{
    /// <summary>What is read, for the header <c>Accept-Encoding</c> of a refusal.</summary>
    public const string Accepted = "gzip, br, deflate";

    // Without it the framework takes a body that ends in the middle for a whole one.
    static BodyEncoding() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>The coding of a body, in lower case; null for none that is read, empty for none at all.</summary>
    public static string? Parse(string header) => header.Trim().ToLowerInvariant() switch
    {
        "" or "identity" => "",
        "gzip" or "x-gzip" => "gzip",
        "br" => "br",
        "deflate" => "deflate",
        _ => null,
    };

    /// <summary>Decompresses a body.</summary>
    /// <param name="body">The compressed bytes.</param>
    /// <param name="coding">What <see cref="Parse"/> gave.</param>
    /// <param name="maxBytes">Most bytes that may come out.</param>
    /// <returns>
    /// The bytes, in an array of the shared pool, and their number; one more than <paramref name="maxBytes"/> when there would
    /// be more.
    /// </returns>
    /// <exception cref="InvalidDataException">It is not compressed so.</exception>
    public static (byte[] Rented, int Length) Decompress(ReadOnlySequence<byte> body, string coding, int maxBytes)
    {
        using var input = PipeReader.Create(body).AsStream();
        using Stream plain = coding switch
        {
            "gzip" => new GZipStream(input, CompressionMode.Decompress),
            "br" => new BrotliStream(input, CompressionMode.Decompress),
            _ => new ZLibStream(input, CompressionMode.Decompress),
        };
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(body.Length * 4, 1_024, maxBytes + 1));
        var length = 0;
        try
        {
            while (length <= maxBytes && plain.Read(bytes, length, Math.Min(bytes.Length, maxBytes + 1) - length) is > 0 and var read)
            {
                length += read;
                if (length == bytes.Length && length <= maxBytes) bytes = Grown(bytes);
            }

            return (bytes, length);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            // Brotli says "invalid operation" of data that are no Brotli.
            ArrayPool<byte>.Shared.Return(bytes);
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static byte[] Grown(byte[] bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}
