using System.Buffers;
using System.Text.Unicode;

namespace Graph.GraphQL.Language;

/// <summary>The text of a file that must be UTF-8, or what is wrong with it: the one reader of text files.</summary>
/// <param name="Text">The text without a byte-order mark; null where it cannot be read.</param>
/// <param name="Fault">Otherwise a sentence that says what the file is, and what to save it as.</param>
/// <param name="Line">The line of the first bad byte, from 1; 1 where the whole file is of another kind.</param>
/// <param name="Column">Its column in UTF-16 units, from 1.</param>
public readonly record struct Utf8Text(string? Text, string? Fault, int Line, int Column)
{
    /// <summary>Decodes bytes strictly.</summary>
    public static Utf8Text Decode(ReadOnlySpan<byte> bytes)
    {
        if (Foreign(bytes) is { } foreign) return new(null, foreign, 1, 1);
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var chars = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, chars, out var read, out var written, replaceInvalidSequences: false);
        var text = new string(chars, 0, written);
        if (status == OperationStatus.Done) return new(text, null, 0, 0);
        return new(
            null,
            TextMessages.NotUtf8(bytes[read..]),
            text.AsSpan().Count('\n') + 1,
            written - text.LastIndexOf('\n'));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not UTF-8: the message names the file and the place.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string OfFile(string path) => Decode(File.ReadAllBytes(path)).OrThrow(path);

    /// <summary>The text.</summary>
    /// <param name="name">What the file is called.</param>
    /// <exception cref="InvalidDataException">There is none: the message names the file and the place.</exception>
    public string OrThrow(string name) => Text ?? throw new InvalidDataException(TextMessages.At(name, Line, Column, Fault!));

    /// <summary>The sentence about a file whose first bytes are those of another kind; null where they may be UTF-8.</summary>
    public static string? Foreign(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => TextMessages.Utf16,
        [0, not 0, ..] or [not 0, 0, ..] => TextMessages.Utf16WithoutMark,
        [0x1F, 0x8B, ..] => TextMessages.Gzip,
        [(byte)'P', (byte)'K', 3, 4, ..] => TextMessages.Zip,
        _ => null,
    };
}
