using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Graph.GraphQL.Json;

/// <summary>
/// UTF-8 JSON in the making: one small array from the shared pool that grows, then a chain of segments, so that a long answer
/// neither moves while it grows nor needs memory in one piece. Writers put down tokens, commas and braces themselves; nothing
/// checks that the result is JSON. Not thread-safe. Dispose it to give the arrays back.
/// </summary>
public sealed partial class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private const int LongestNumber = 32;

    // Text is cut where a segment ends only if that leaves pieces worth the effort, in bytes.
    private const int ShortestPiece = 768;

    /// <summary>Writes bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > bytes.Length - used)
        {
            WriteAcross(utf8);
            return;
        }

        utf8.CopyTo(bytes.AsSpan(used));
        used += utf8.Length;
    }

    /// <summary>Writes one byte of JSON as it is, such as a bracket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (used == bytes.Length) Grow(1);
        bytes[used++] = value;
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
        if (LongestNumber > bytes.Length - used) Grow(LongestNumber);
        Utf8Formatter.TryFormat(value, bytes.AsSpan(used), out var written);
        used += written;
    }

    /// <summary>
    /// Writes a number with the fewest digits that give the same number back, laid out as JavaScript does: <c>1 </c>, <c>0.1
    /// </c>, <c>1e+21 </c>. JSON has no NaN or infinity: they become <c>null </c>.
    /// </summary>
    public void WriteDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            WriteNull();
            return;
        }

        if (LongestNumber > bytes.Length - used) Grow(LongestNumber);
        used += JsonNumber.Format(value, bytes.AsSpan(used));
    }

    /// <summary>Writes text between quotes, escaped where JSON demands it. Half a surrogate pair becomes U+FFFD.</summary>
    public void WriteString(string value) => WriteString(value.AsSpan());

    /// <inheritdoc cref="WriteString(string)"/>
    public void WriteString(ReadOnlySpan<char> value)
    {
        WriteByte((byte)'"');
        while (true)
        {
            var run = value.IndexOfAny(JsonEscape.Characters);
            WritePlain(run < 0 ? value : value[..run]);
            if (run < 0) break;
            WriteRaw(JsonEscape.Of(value[run]));
            value = value[(run + 1)..];
        }
        WriteByte((byte)'"');
    }

    /// <summary>Writes UTF-8 text between quotes, escaped where JSON demands it.</summary>
    public void WriteUtf8String(ReadOnlySpan<byte> utf8)
    {
        WriteByte((byte)'"');
        while (true)
        {
            var run = utf8.IndexOfAny(JsonEscape.Bytes);
            if (run < 0) break;
            WriteRaw(utf8[..run]);
            WriteRaw(JsonEscape.Of((char)utf8[run]));
            utf8 = utf8[(run + 1)..];
        }
        WriteRaw(utf8);
        WriteByte((byte)'"');
    }

    /// <summary>Text without anything to escape, in pieces that a segment takes.</summary>
    private void WritePlain(ReadOnlySpan<char> text)
    {
        const int bytesPerChar = 3;
        while (text.Length > 0)
        {
            var (longest, room) = ((long)text.Length * bytesPerChar, bytes.Length - used);
            if (longest > room && Length + longest <= SegmentBytes) Grow((int)longest);
            else if (longest > room && room < ShortestPiece) Grow(ShortestPiece);
            var length = Math.Min(text.Length, (bytes.Length - used) / bytesPerChar);
            // A pair of surrogates is one character.
            if (length < text.Length && char.IsHighSurrogate(text[length - 1])) length--;
            Utf8.FromUtf16(text[..length], bytes.AsSpan(used), out _, out var written);
            used += written;
            text = text[length..];
        }
    }
}
