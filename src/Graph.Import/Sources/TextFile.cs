using Graph.GraphQL.Language;

namespace Graph.Import.Sources;

/// <summary>The text of a whole file, or why it cannot be read. The one place that opens dossiers and their texts.</summary>
internal readonly record struct TextFile(string? Text, Fault? Fault)
{
    /// <summary>
    /// Bytes of a dossier or of a document's text (16 MiB, some 2,700,000 words): both are read whole, and a parsed
    /// dossier takes about twenty times its size in memory.
    /// </summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads a file that must be UTF-8, with or without a byte-order mark.</summary>
    public static TextFile Read(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MaxBytes) return Failed(0, 0, Messages.FileTooLarge(length, MaxBytes));
            return Decode(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failed(0, 0, Messages.CannotRead(exception.Message));
        }
    }

    /// <summary>Decodes UTF-8 strictly; a byte-order mark is dropped.</summary>
    public static TextFile Decode(ReadOnlySpan<byte> bytes)
    {
        var decoded = Utf8Text.Decode(bytes);
        return decoded.Fault is { } fault ? Failed(decoded.Line, decoded.Column, fault) : new(decoded.Text, null);
    }

    private static TextFile Failed(int line, int column, string message) => new(null, new Fault(line, column, message));
}
