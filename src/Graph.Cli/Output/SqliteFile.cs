namespace Graph.Cli.Output;

/// <summary>Knows an SQLite file by how it begins.</summary>
internal static class SqliteFile
{
    /// <summary>Whether a file that is there is one; an empty file is none.</summary>
    public static bool Is(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> start = stackalloc byte[15];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("SQLite format 3"u8);
    }
}
