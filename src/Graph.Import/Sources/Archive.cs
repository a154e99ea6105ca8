using System.IO.Compression;

namespace Graph.Import.Sources;

/// <summary>A file of a zip archive.</summary>
/// <param name="Name">Its name, with its folders; with a number where an earlier member has the same.</param>
/// <param name="Place">Its place in the archive.</param>
/// <param name="PackedBytes">Its size in the archive.</param>
/// <param name="Fault">Why it cannot be read, as a sentence; otherwise null.</param>
internal sealed record ArchiveMember(string Name, int Place, long PackedBytes, string? Fault);

/// <summary>Zip archives: what is in them, and the bytes of a member straight from the archive. The one place that opens them.</summary>
internal static class Archive
{
    /// <summary>Members of an archive: a year of quarters of an hour has 35,000.</summary>
    private const int MaxMembers = 100_000;

    /// <summary>Whether a file begins like a zip archive, an empty one among them.</summary>
    public static bool Begins(ReadOnlySpan<byte> start) => start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <summary>The members, in their order; or the sentence that says why there are none.</summary>
    /// <exception cref="IOException">The archive cannot be opened.</exception>
    public static (IReadOnlyList<ArchiveMember> Members, string? Fault) List(string path)
    {
        try
        {
            using var archive = new ZipArchive(Open(path), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxMembers) return ([], ArchiveMessages.TooManyMembers(archive.Entries.Count, MaxMembers));
            var members = new List<ArchiveMember>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (place, entry) in archive.Entries.Index())
            {
                if (entry.FullName.EndsWith('/')) continue;
                var name = names.Add(entry.FullName) ? entry.FullName : $"{entry.FullName}#{place + 1}";
                members.Add(new(name, place, entry.CompressedLength, entry.IsEncrypted ? ArchiveMessages.Encrypted() : null));
            }

            return members.Count > 0 ? (members, null) : ([], ArchiveMessages.NoMembers());
        }
        catch (InvalidDataException)
        {
            return ([], ArchiveMessages.Damaged());
        }
    }

    /// <summary>Opens a member; closing the archive is up to whoever closes the result.</summary>
    /// <exception cref="InvalidDataException">The archive is not what it was when it was listed.</exception>
    public static (FileStream File, Stream Content) OpenMember(string path, int place)
    {
        var file = Open(path);
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (place >= archive.Entries.Count) throw new InvalidDataException(ArchiveMessages.Damaged());
            return (file, archive.Entries[place].Open());
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
}
