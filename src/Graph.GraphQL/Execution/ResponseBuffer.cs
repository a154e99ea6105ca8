using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Graph.GraphQL.Execution;

/// <summary>
/// JSON of a response on its way out: UTF-8 in one pooled array, written front to back. Strings are escaped only where
/// RFC 8259 demands it. Dispose gives the array back to the pool.
/// </summary>
public sealed class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private byte[] bytes;
    private int length;

    /// <summary>Creates a buffer with room for that many bytes; it grows as needed.</summary>
    public ResponseBuffer(int capacity = 1024) => bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many bytes are written.</summary>
    public int Length => length;

    /// <summary>What is written.</summary>
    public ReadOnlySpan<byte> WrittenSpan => bytes.AsSpan(0, length);

    /// <summary>What is written.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, length);

    /// <summary>Forgets what is written behind this length.</summary>
    public void Truncate(int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)to, (uint)length, nameof(to));
        length = to;
    }

    /// <inheritdoc/>
    public void Advance(int count) => length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(Math.Max(sizeHint, 1));
        return bytes.AsMemory(length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(Math.Max(sizeHint, 1));
        return bytes.AsSpan(length);
    }

    /// <summary>Writes one byte of JSON as it is, such as a bracket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (length == bytes.Length) Grow(1);
        bytes[length++] = value;
    }

    /// <summary>Writes JSON as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        Ensure(json.Length);
        json.CopyTo(bytes.AsSpan(length));
        length += json.Length;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a whole number.</summary>
    public void WriteInt64(long value)
    {
        Ensure(20);
        Utf8Formatter.TryFormat(value, bytes.AsSpan(length), out var written);
        length += written;
    }

    /// <summary>Writes a double as JavaScript prints it: the shortest digits that read back the same, <c>1</c> and not <c>1.0</c>.</summary>
    public void WriteDouble(double value)
    {
        if (Math.Abs(value) < 1e15 && Math.Truncate(value) == value)
        {
            WriteInt64((long)value);
            return;
        }

        var magnitude = Math.Abs(value);
        if (magnitude is >= 1e-6 and < 1e21)
        {
            Ensure(64);
            // "R" changes to exponents below 1e-5 and from 1e15 on, JavaScript below 1e-6 and from 1e21 on.
            var format = magnitude is >= 1e-4 and < 1e15 ? "R" : "0.#################################";
            value.TryFormat(bytes.AsSpan(length), out var written, format, CultureInfo.InvariantCulture);
            length += written;
            return;
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture).Replace("E-0", "e-", StringComparison.Ordinal).Replace("E", "e", StringComparison.Ordinal);
        Ensure(text.Length);
        length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
    }

    /// <summary>Writes a string from UTF-16 text, quoted and escaped; a lone surrogate becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        Ensure(value.Length * 3 + 2);
        bytes[length] = (byte)'"';
        Utf8.FromUtf16(value, bytes.AsSpan(length + 1), out _, out var written);
        var start = length + 1;
        if (bytes.AsSpan(start, written).IndexOfAny(Escaped) < 0)
        {
            length = start + written;
            WriteByte((byte)'"');
            return;
        }

        var copy = ArrayPool<byte>.Shared.Rent(written);
        bytes.AsSpan(start, written).CopyTo(copy);
        WriteUtf8String(copy.AsSpan(0, written));
        ArrayPool<byte>.Shared.Return(copy);
    }

    /// <summary>Writes a string from UTF-8 text, quoted and escaped.</summary>
    public void WriteUtf8String(ReadOnlySpan<byte> value)
    {
        WriteByte((byte)'"');
        while (value.IndexOfAny(Escaped) is var at and >= 0)
        {
            WriteRaw(value[..at]);
            WriteEscape(value[at]);
            value = value[(at + 1)..];
        }

        WriteRaw(value);
        WriteByte((byte)'"');
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var rented = Interlocked.Exchange(ref bytes, []);
        length = 0;
        if (rented.Length > 0) ArrayPool<byte>.Shared.Return(rented);
    }

    private void WriteEscape(byte code)
    {
        switch (code)
        {
            case (byte)'"': WriteRaw("\\\""u8); break;
            case (byte)'\\': WriteRaw("\\\\"u8); break;
            case (byte)'\n': WriteRaw("\\n"u8); break;
            case (byte)'\r': WriteRaw("\\r"u8); break;
            case (byte)'\t': WriteRaw("\\t"u8); break;
            case (byte)'\b': WriteRaw("\\b"u8); break;
            case (byte)'\f': WriteRaw("\\f"u8); break;
            default:
                WriteRaw("\\u00"u8);
                WriteByte((byte)"0123456789abcdef"[code >> 4]);
                WriteByte((byte)"0123456789abcdef"[code & 15]);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int more)
    {
        if (bytes.Length - length < more) Grow(more);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + more));
        bytes.AsSpan(0, length).CopyTo(larger);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
