namespace Graph.Model.Files;

/// <summary>
/// A file that is written beside the one it shall be, and takes its name only when it is whole: a fault or a crash leaves neither half a
/// file nor spoils the one that was there. Two processes that write the same file do not write into each other's.
/// </summary>
/// <param name="path">The file that it shall be.</param>
public sealed class UnfinishedFile(string path) : IDisposable
{
    /// <summary>Where it is written.</summary>
    public string Path { get; } = Beside(path);

    /// <summary>The name of a file or folder while it is not whole: of each process another.</summary>
    public static string Beside(string path) => $"{System.IO.Path.TrimEndingDirectorySeparator(path)}.{Environment.ProcessId}.part";

    /// <summary>Writes a whole file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new UnfinishedFile(path);
        File.WriteAllBytes(file.Path, content);
        file.Keep();
    }

    /// <summary>The file is whole, and closed: it takes its name.</summary>
    /// <param name="overwrite">Whether in place of one that is there; otherwise that is a fault.</param>
    /// <exception cref="IOException">It cannot.</exception>
    public void Keep(bool overwrite = true) => File.Move(Path, path, overwrite);

    /// <summary>Leaves nothing of what was not kept.</summary>
    public void Dispose() => File.Delete(Path);
}
