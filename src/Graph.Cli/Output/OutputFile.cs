using System.IO.Compression;
using Graph.Model.Files;

namespace Graph.Cli.Output;

/// <summary>
/// Where a command writes bytes: standard output, or a file that takes its name only when it is whole, so that neither a
/// fault nor Ctrl+C leaves half of one or spoils the one that was there.
/// </summary>
internal sealed class OutputFile : IAsyncDisposable
{
    private readonly string? path;
    private readonly UnfinishedFile? unfinished;
    private readonly Stream target;
    private bool isKept;

    private OutputFile(string? path, UnfinishedFile? unfinished, Stream target)
    {
        (this.path, this.unfinished, this.target) = (path, unfinished, target);
        Stream = path?.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) == true ? new GZipStream(target, CompressionLevel.Fastest) : target;
    }

    /// <summary>Takes the bytes.</summary>
    public Stream Stream { get; }

    /// <summary>What a person calls it.</summary>
    public string Name => path ?? "standard output";

    /// <summary>Opens standard output, or a file beside the one that is named.</summary>
    /// <param name="path">The file; null: standard output.</param>
    /// <exception cref="UsageException">The path is a folder, lies in none, or is a store.</exception>
    public static OutputFile Create(string? path)
    {
        if (path is null) return new(null, null, Console.IsOutputRedirected ? Console.OpenStandardOutput() : new VisibleStream(Terminal.Exact));
        if (Directory.Exists(path)) throw new UsageException(Messages.OutputIsFolder(path));
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new UsageException(Messages.NoOutputFolder(folder));
        if (IsStore(path)) throw new UsageException(Messages.OutputIsStore(path));
        if (IsEmpty(path)) return new(path, null, new FileStream(path, FileMode.Open, FileAccess.Write));
        var unfinished = new UnfinishedFile(path);
        return new(path, unfinished, new FileStream(unfinished.Path, FileMode.Create, FileAccess.Write));
    }

    /// <summary>The file is whole: it takes its name.</summary>
    public async ValueTask KeepAsync()
    {
        if (Stream != target) await Stream.DisposeAsync();
        await target.DisposeAsync();
        unfinished?.Keep();
        isKept = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isKept) return;
        try
        {
            // A full disk refuses what is left in the stream.
            await target.DisposeAsync();
        }
        finally
        {
            if (unfinished is not null) unfinished.Dispose();
            else if (path is not null) Empty(path);
        }
    }

    /// <summary>A file that was empty is so again; what cannot be written from its beginning, such as a pipe, has passed it on.</summary>
    private static void Empty(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > 0 }) File.WriteAllBytes(path, []);
    }

    private static bool IsStore(string path) => File.Exists(path) && !IsEmpty(path) && SqliteFile.Is(path);

    /// <summary>There, and nothing in it that could be spoiled: so are /dev/null and named pipes, whose place no file must take.</summary>
    private static bool IsEmpty(string path) => new FileInfo(path) is { Exists: true, Length: 0 };
}
