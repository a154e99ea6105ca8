using Graph.Export;
using Graph.Model.Files;

namespace Graph.Cli.Output;

/// <summary>A folder that an export of several files goes to; it takes its name only when all of them are whole.</summary>
internal sealed class OutputFolder : IExportTarget, IAsyncDisposable
{
    private readonly string path;
    private readonly string unfinished;
    private FileStream? file;

    private OutputFolder(string path) => (this.path, unfinished) = (path, UnfinishedFile.Beside(path));

    /// <summary>Makes a folder beside the one that is named.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="UsageException">There is a file of that name, the folder has something in it, or it lies in none.</exception>
    public static OutputFolder Create(string path)
    {
        if (File.Exists(path)) throw new UsageException(Messages.OutputIsFile(path));
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw new UsageException(Messages.OutputFolderNotEmpty(path));
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (parent is not null && !Directory.Exists(parent)) throw new UsageException(Messages.NoOutputFolder(parent));
        var folder = new OutputFolder(path);
        Directory.CreateDirectory(folder.unfinished);
        return folder;
    }

    /// <inheritdoc/>
    public async ValueTask<Stream> BeginAsync(string name, CancellationToken cancellationToken)
    {
        await EndAsync();
        return file = new(Path.Combine(unfinished, name), FileMode.Create, FileAccess.Write);
    }

    /// <inheritdoc/>
    public async ValueTask EndAsync()
    {
        if (file is not null) await file.DisposeAsync();
        file = null;
    }

    /// <summary>The files are whole: the folder takes its name.</summary>
    public void Keep()
    {
        if (Directory.Exists(path)) Directory.Delete(path);
        Directory.Move(unfinished, path);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            // A full disk refuses what is left in the stream.
            await EndAsync();
        }
        finally
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        }
    }
}
