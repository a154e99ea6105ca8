using Graph.Import.Pipeline;

namespace Graph.Import.Sources;

/// <summary>A file to import.</summary>
/// <param name="Path">As it is named in reports: as the user gave it, or below the folder that the user gave.</param>
/// <param name="Format">What it is read as.</param>
/// <param name="Bytes">Its size; 0 of a pipe.</param>
/// <param name="Opened">A pipe that was looked into, and cannot be opened a second time; otherwise null.</param>
internal sealed record SourceFile(string Path, IRecordSource Format, long Bytes, SourceStream? Opened = null)
{
    /// <summary>The endings of packed files, which are read as what they hold.</summary>
    public const string PackedEnding = ".gz";

    /// <summary>
    /// The files of the paths, in the order of the paths, those of a folder in the order of their names; or the sentence
    /// that says which path is wrong. Hidden files, linked folders and the file of rejected records are left out of folders.
    /// </summary>
    public static (IReadOnlyList<SourceFile> Files, string? Fault) Find(
        IReadOnlyList<string> paths,
        string? rejectedPath,
        IReadOnlyList<IRecordSource> formats)
    {
        var files = new List<SourceFile>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (paths.Count == 0) return (files, Wording.NoPaths());
        foreach (var path in paths)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    var found = InFolder(path, formats).Where(file => rejectedPath is null || Full(file.Path) != Full(rejectedPath)).ToList();
                    if (found.Count == 0) return (files, Wording.NothingToImport(path));
                    files.AddRange(found.Where(file => known.Add(Full(file.Path))));
                }
                else if (!File.Exists(path)) return (files, Wording.NoSuchPath(path));
                else if (known.Add(Full(path))) files.Add(ByEnding(path, formats) is { } format ? Of(path, format) : ByContent(path, formats));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                return (files, Wording.PathUnreadable(path, exception.Message));
            }
        }

        return (files, null);
    }

    /// <summary>The sentence that says which path is wrong, found without opening a file: a pipe can be opened once.</summary>
    public static string? WrongPath(IReadOnlyList<string> paths, string? rejectedPath, IReadOnlyList<IRecordSource> formats) =>
        paths.Count > 0 && paths.All(File.Exists) ? null : Find([.. paths.Where(path => !File.Exists(path))], rejectedPath, formats).Fault;

    /// <summary>Opens it, unpacked where it is packed.</summary>
    public SourceStream Open() => Opened ?? SourceStream.Open(Path);

    private static string Full(string path) => System.IO.Path.GetFullPath(path);

    private static IEnumerable<SourceFile> InFolder(string folder, IReadOnlyList<IRecordSource> formats)
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
                foreach (var file in InFolder(path, formats)) yield return file;
            }
            else if (ByEnding(path, formats) is { } format) yield return Of(path, format);
        }
    }

    private static SourceFile Of(string path, IRecordSource format) => new(path, format, new FileInfo(path).Length);

    private static IRecordSource? ByEnding(string path, IReadOnlyList<IRecordSource> formats)
    {
        var name = path.EndsWith(PackedEnding, StringComparison.OrdinalIgnoreCase) ? path[..^PackedEnding.Length] : path;
        var ending = System.IO.Path.GetExtension(name).ToLowerInvariant();
        return formats.FirstOrDefault(format => format.Endings.Contains(ending, StringComparer.Ordinal));
    }

    private static SourceFile ByContent(string path, IReadOnlyList<IRecordSource> formats)
    {
        var stream = SourceStream.Open(path);
        var format = formats.First(format => format.Recognises(stream.Start));
        if (!stream.CanReopen) return Of(path, format) with { Opened = stream };
        stream.Dispose();
        return Of(path, format);
    }
}
