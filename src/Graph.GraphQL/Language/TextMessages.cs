namespace Graph.GraphQL.Language;

/// <summary>What is said of files that are no UTF-8 text.</summary>
internal static class TextMessages
{
    public const string Utf16 = "The file is UTF-16; save it as UTF-8.";
    public const string Utf16WithoutMark = "The file looks like UTF-16 without a byte-order mark; save it as UTF-8.";
    public const string Gzip = "The file is compressed with gzip; unpack it first, for example with gunzip.";
    public const string Zip = "The file is a ZIP archive, as those of word processors are; save its text as UTF-8.";

    /// <summary>
    /// What is wrong with bytes that begin where UTF-8 ends. Half of a surrogate pair, coded by itself, is what CESU-8 and
    /// "modified UTF-8" write.
    /// </summary>
    public static string NotUtf8(ReadOnlySpan<byte> found) => found is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..]
        ? $"The file is not UTF-8: bytes 0x{found[0]:X2} 0x{found[1]:X2} 0x{found[2]:X2} are half of a surrogate pair, as "
            + "CESU-8 writes it; save it as UTF-8."
        : $"The file is not UTF-8: byte 0x{found[0]:X2} does not belong here. It looks like Latin-1 or Windows-1252; save it as UTF-8.";

    public static string At(string name, int line, int column, string fault) => $"{name}:{line}:{column}: {fault}";
}
