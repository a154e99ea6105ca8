using Graph.Export;

namespace Graph.Cli.Output;

/// <summary>Where an export goes: a file, an archive, a folder or standard output.</summary>
internal sealed class ExportDestination : IAsyncDisposable
{
    private readonly OutputFile? file;
    private readonly OutputFolder? folder;

    private ExportDestination(OutputFile file, bool isArchive) =>
        (this.file, Target) = (file, isArchive ? new ZipTarget(file.Stream) : new StreamTarget(file.Stream));

    private ExportDestination(OutputFolder folder, string name) => (this.folder, Target, Name) = (folder, folder, name);

    /// <summary>Takes the files.</summary>
    public IExportTarget Target { get; }

    /// <summary>What a person calls it.</summary>
    public string Name => field ?? file!.Name;

    /// <summary>Opens it. A format of several files becomes a folder, or an archive where the name ends with .zip, as standard output does.</summary>
    /// <param name="format">The format.</param>
    /// <param name="path">The file or folder; null: standard output.</param>
    /// <exception cref="UsageException">It cannot be written there.</exception>
    public static ExportDestination Open(IOutputFormat format, string? path)
    {
        if (!format.HasManyFiles) return new(OutputFile.Create(path), isArchive: false);
        if (path is null && !Console.IsOutputRedirected) throw new UsageException(Messages.ManyFiles(format));
        if (path is null || path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return new(OutputFile.Create(path), isArchive: true);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) throw new UsageException(Messages.ManyFiles(format));
        return new(OutputFolder.Create(path), path);
    }

    /// <summary>All is written: what was written takes its name.</summary>
    public async ValueTask KeepAsync()
    {
        folder?.Keep();
        if (file is not null) await file.KeepAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (folder is not null) await folder.DisposeAsync();
        if (file is not null) await file.DisposeAsync();
    }
}
