using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Graph.GraphQL.Execution;

/// <summary>
/// UTF-8 JSON in the making: a growing array from the shared pool. Writers put down tokens, commas and braces themselves;
/// nothing checks that the result is JSON. Not thread-safe. Dispose it to give the array back.
/// </summary>
public sealed class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private const int LongestNumber = 32;

    // Longer arrays go to the collector: the pool would keep tens of them for good after one rush of long answers.
    private const int MostPooledBytes = 1 << 20;

    // What JSON demands to be escaped (RFC 8259, section 7) and nothing else.
    private static readonly SearchValues<char> EscapedChars = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);
    private static readonly SearchValues<byte> EscapedBytes = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private byte[] _bytes;
    private int _length;

    /// <summary>Takes an array of at least <paramref name="capacity"/> bytes from the pool; it grows as needed.</summary>
    public ResponseBuffer(int capacity = 4096) => _bytes = Rent(capacity);

    /// <summary>Bytes written so far.</summary>
    public int Length => _length;

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, _length);

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _length);

    /// <summary>Takes back everything after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_length, nameof(length));
        _length = length;
    }

    /// <summary>Forgets everything written and keeps the array for the next use.</summary>
    public void Clear() => _length = 0;

    /// <summary>Writes bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _bytes.Length - _length) Grow(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Writes one byte of JSON as it is, such as a bracket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (_length == _bytes.Length) Grow(1);
        _bytes[_length++] = value;
    }

    /// <summary>Writes <c>null</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteInt64(long value)
    {
        if (LongestNumber > _bytes.Length - _length) Grow(LongestNumber);
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>Writes a number with the fewest digits that give the same number back, laid out as JavaScript does: <c>1</c>, <c>0.1</c>, <c>1e+21</c>. JSON has no NaN or infinity: they become <c>null</c>.</summary>
    public void WriteDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            WriteNull();
            return;
        }

        if (LongestNumber > _bytes.Length - _length) Grow(LongestNumber);
        _length += JsonNumber.Format(value, _bytes.AsSpan(_length));
    }

    /// <summary>Writes text between quotes, escaped where JSON demands it. Half a surrogate pair becomes U+FFFD.</summary>
    public void WriteString(string value) => WriteString(value.AsSpan());

    /// <inheritdoc cref="WriteString(string)"/>
    public void WriteString(ReadOnlySpan<char> value)
    {
        const int bytesPerChar = 3;
        var longest = value.Length * bytesPerChar + 2;
        if (longest > _bytes.Length - _length) Grow(longest);
        _bytes[_length++] = (byte)'"';
        while (true)
        {
            var run = value.IndexOfAny(EscapedChars);
            var plain = run < 0 ? value : value[..run];
            if (plain.Length * bytesPerChar + 1 > _bytes.Length - _length) Grow(plain.Length * bytesPerChar + 1);
            Utf8.FromUtf16(plain, _bytes.AsSpan(_length), out _, out var written);
            _length += written;
            if (run < 0) break;
            WriteEscaped((byte)value[run]);
            value = value[(run + 1)..];
        }
        WriteByte((byte)'"');
    }

    /// <summary>Writes UTF-8 text between quotes, escaped where JSON demands it.</summary>
    public void WriteUtf8String(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length + 2 > _bytes.Length - _length) Grow(utf8.Length + 2);
        _bytes[_length++] = (byte)'"';
        while (true)
        {
            var run = utf8.IndexOfAny(EscapedBytes);
            if (run < 0) break;
            WriteRaw(utf8[..run]);
            WriteEscaped(utf8[run]);
            utf8 = utf8[(run + 1)..];
        }
        WriteRaw(utf8);
        WriteByte((byte)'"');
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - _length), nameof(count));
        _length += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    /// <summary>Gives the array back to the pool; the buffer must not be used afterwards.</summary>
    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        _length = 0;
        Return(bytes);
    }

    /// <summary>What was written, as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(WrittenSpan);

    private void Reserve(int size)
    {
        if (Math.Max(size, 1) > _bytes.Length - _length) Grow(Math.Max(size, 1));
    }

    private void WriteEscaped(byte character)
    {
        switch (character)
        {
            case (byte)'"': WriteRaw("\\\""u8); break;
            case (byte)'\\': WriteRaw("\\\\"u8); break;
            case (byte)'\b': WriteRaw("\\b"u8); break;
            case (byte)'\f': WriteRaw("\\f"u8); break;
            case (byte)'\n': WriteRaw("\\n"u8); break;
            case (byte)'\r': WriteRaw("\\r"u8); break;
            case (byte)'\t': WriteRaw("\\t"u8); break;
            default:
                WriteRaw("\\u00"u8);
                WriteByte("0123456789abcdef"u8[character >> 4]);
                WriteByte("0123456789abcdef"u8[character & 15]);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int needed)
    {
        var larger = Rent(checked(Math.Max(_length + needed, _bytes.Length * 2)));
        WrittenSpan.CopyTo(larger);
        Return(_bytes);
        _bytes = larger;
    }

    private static byte[] Rent(int length) => length > MostPooledBytes ? GC.AllocateUninitializedArray<byte>(length) : ArrayPool<byte>.Shared.Rent(length);

    private static void Return(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= MostPooledBytes) ArrayPool<byte>.Shared.Return(bytes);
    }
}
