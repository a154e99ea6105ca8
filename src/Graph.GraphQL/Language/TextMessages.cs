namespace Graph.GraphQL.Language;

/// <summary>What is said of files that are no UTF-8 text.</summary>
internal static class TextMessages
{
    public const string Utf16 = "The file is UTF-16; save it as UTF-8.";
    public const string Utf16WithoutMark = "The file looks like UTF-16 without a byte-order mark; save it as UTF-8.";
    public const string Gzip = "The file is compressed with gzip; unpack it first, for example with gunzip.";
    public const string Zip = "The file is a ZIP archive, as those of word processors are; save its text as UTF-8.";

    public static string NotUtf8(byte found) => $"The file is not UTF-8: byte 0x{found:X2} does not belong here. It looks like Latin-1 or Windows-1252; save it as UTF-8.";

    public static string At(string name, int line, int column, string fault) => $"{name}:{line}:{column}: {fault}";
}
