using System.IO.Compression;

namespace Graph.Export;

/// <summary>A zip archive of all files, written from front to back; the same files are the same bytes.</summary>
/// <param name="output">Takes the bytes; not closed, and need not seek.</param>
public sealed class ZipTarget(Stream output) : IExportTarget
{
    // The first moment that an archive can hold: when it was written is no part of what is exported.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PendingStream pending = new(output);
    private ZipArchive? archive;
    private Stream? entry;

    /// <inheritdoc/>
    public async ValueTask<Stream> BeginAsync(string name, CancellationToken cancellationToken)
    {
        archive ??= await ZipArchive.CreateAsync(pending, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        if (entry is not null) await entry.DisposeAsync();
        await pending.SendAsync(cancellationToken);
        var begun = archive.CreateEntry(name, CompressionLevel.Fastest);
        begun.LastWriteTime = NoTime;
        return entry = await begun.OpenAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask EndAsync()
    {
        if (entry is not null) await entry.DisposeAsync();
        if (archive is not null) await archive.DisposeAsync();
        await pending.SendAsync(CancellationToken.None);
    }
}
