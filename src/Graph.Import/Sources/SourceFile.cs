using Graph.Import.Pipeline;
using Graph.Import.Rejections;

namespace Graph.Import.Sources;

/// <summary>A file to import, or a member of an archive.</summary>
/// <param name="Path">As it is named in reports: as the user gave it, or below the folder that the user gave; <c>archive.zip/member</c>.</param>
/// <param name="Format">What it is read as.</param>
/// <param name="Bytes">Its size, packed where it is packed; 0 of a pipe.</param>
/// <param name="Opened">A pipe that was looked into, and cannot be opened a second time; otherwise null.</param>
internal sealed record SourceFile(string Path, IRecordSource Format, long Bytes, SourceStream? Opened = null)
{
    /// <summary>The archive that it is a member of, and its place there; null for a file of its own.</summary>
    public (string Path, int Place)? Member { get; init; }

    /// <summary>Why it cannot be read, as a sentence; null where nothing is known against it.</summary>
    public string? Fault { get; init; }

    /// <summary>
    /// The name of the unit that it belongs to, where it says none itself: its folder, below the folder that the user gave; the
    /// name of that folder, or of a file's own, where there is nothing between; and its own name, unless it is called dossier:
    /// of two files of one folder that are imported one after the other, the second must not take back what the first says.
    /// </summary>
    public string Unit { get; init; } =
        UnitOf(System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))) ?? "", Path);

    /// <summary>
    /// The files of the paths, in the order of the paths, those of a folder in the order of their names; or the sentence
    /// that says which path is wrong. Hidden files, linked folders and files of rejected records are left out of folders.
    /// </summary>
    public static (IReadOnlyList<SourceFile> Files, string? Fault) Find(
        IReadOnlyList<string> paths,
        string? rejectedPath,
        IReadOnlyList<IRecordSource> formats,
        IRecordSource? chosen = null)
    {
        var files = new List<SourceFile>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var choice = new FormatChoice(formats, chosen);
        if (paths.Count == 0) return (files, Messages.NoPaths());
        foreach (var path in paths)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    var found = InFolder(path, choice)
                        .Where(file => (rejectedPath is null || Full(file.Path) != Full(rejectedPath)) && !RejectedFiles.IsOne(file.Path))
                        .Select(file => Below(path, file))
                        .ToList();
                    if (found.Count == 0) return (files, Messages.NothingToImport(path));
                    files.AddRange(found.Where(file => known.Add(Full(file.Path))));
                }
                else if (!File.Exists(path)) return (files, Messages.NoSuchPath(path));
                else if (known.Add(Full(path))) files.AddRange(choice.Of(path));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                return (files, Messages.PathUnreadable(path, exception.Message));
            }
        }

        return (files, null);
    }

    /// <summary>The sentence that says which path is wrong, found without reading a pipe, which can be opened once.</summary>
    public static string? WrongPath(IReadOnlyList<string> paths, string? rejectedPath, IReadOnlyList<IRecordSource> formats) =>
        paths.Count > 0 && paths.All(File.Exists)
            ? paths.Select(Unreadable).FirstOrDefault(fault => fault is not null)
            : Find([.. paths.Where(path => !File.Exists(path))], rejectedPath, formats).Fault;

    private static string? Unreadable(string path)
    {
        try
        {
            // Pipes, and files that the system makes up, say that they are empty.
            if (new FileInfo(path).Length > 0) File.OpenHandle(path).Dispose();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Messages.PathUnreadable(path, exception.Message);
        }
    }

    /// <summary>Opens it, unpacked where it is packed.</summary>
    /// <exception cref="InvalidDataException">The archive that it is in is damaged.</exception>
    public SourceStream Open() => Opened ?? (Member is { } member ? SourceStream.OpenMember(member.Path, member.Place) : SourceStream.Open(Path));

    /// <summary>Its first bytes, without a byte-order mark; the file can be opened afterwards.</summary>
    public byte[] Peek()
    {
        if (Opened is not null) return Opened.Start.ToArray();
        using var stream = Open();
        return stream.Start.ToArray();
    }

    private static SourceFile Below(string folder, SourceFile file)
    {
        var unit = System.IO.Path.GetRelativePath(folder, System.IO.Path.GetDirectoryName(file.Path)!);
        return unit == "." ? file : file with { Unit = UnitOf(unit.Replace(System.IO.Path.DirectorySeparatorChar, '/'), file.Path) };
    }

    private static string UnitOf(string folder, string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return string.Equals(name, "dossier", StringComparison.OrdinalIgnoreCase) ? folder : $"{folder}/{name}";
    }

    private static string Full(string path) => System.IO.Path.GetFullPath(path);

    private static IEnumerable<SourceFile> InFolder(string folder, FormatChoice choice)
    {
        var entries = new DirectoryInfo(folder).GetFileSystemInfos()
            .Where(entry => !entry.Name.StartsWith('.'))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var path = System.IO.Path.Combine(folder, entry.Name);
            if (entry is DirectoryInfo)
            {
                // A linked folder may lead back up, and round and round.
                if (entry.LinkTarget is not null) continue;
                foreach (var file in InFolder(path, choice)) yield return file;
            }
            else
                foreach (var file in choice.OfFolderFile(path)) yield return file;
        }
    }
}
