using System.Formats.Tar;

namespace Graph.Model.Files;

/// <summary>Tells files from named pipes, sockets and devices, of which reading may wait for ever.</summary>
public static class OrdinaryFile
{
    /// <summary>What is said, after its name, of what <see cref="Is"/> tells from a file.</summary>
    public const string Refusal =
        "is no file but a named pipe, a socket or a device, for which nothing waits in a folder; name it by itself to have it read.";

    /// <summary>Whether what a folder holds is a file, or a link to one. It is not opened where it is none.</summary>
    /// <exception cref="IOException">It is gone, or cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not.</exception>
    public static bool Is(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null) file = new(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        // Of all others the length is none. Which of them are empty files, the system's library tells only where it packs them.
        return file.Length > 0 || IsPackedAsFile(file.FullName);
    }

    private static bool IsPackedAsFile(string path)
    {
        using var packed = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(packed, leaveOpen: true)) writer.WriteEntry(path, "it");
        }
        catch (IOException) when (File.Exists(path))
        {
            return false; // A socket, which cannot be packed.
        }

        packed.Position = 0;
        using var reader = new TarReader(packed);
        return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
    }
}
