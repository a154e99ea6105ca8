namespace Graph.Import.Sources;

/// <summary>What a file is read as.</summary>
internal enum SourceFormat
{
    /// <summary>A dossier in YAML.</summary>
    Dossier,

    /// <summary>JSON Lines in the form of apoc.export.json.</summary>
    JsonLines,
}

/// <summary>A file to import.</summary>
/// <param name="Path">As it is named in reports: as the user gave it, or below the folder that the user gave.</param>
/// <param name="Format">What it is read as.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record SourceFile(string Path, SourceFormat Format, long Bytes)
{
    /// <summary>Bytes looked at where a file's ending does not tell what it is.</summary>
    private const int SniffedBytes = 4096;

    /// <summary>
    /// The files of the paths, in the order of the paths, those of a folder in the order of their names; or the sentence
    /// that says which path is wrong. Hidden files, linked folders and the file of rejected records are left out of folders.
    /// </summary>
    public static (IReadOnlyList<SourceFile> Files, string? Fault) Find(IReadOnlyList<string> paths, string? rejectedPath)
    {
        var files = new List<SourceFile>();
        if (paths.Count == 0) return (files, Wording.NoPaths());
        foreach (var path in paths)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    var before = files.Count;
                    files.AddRange(InFolder(path).Where(file => rejectedPath is null || Full(file.Path) != Full(rejectedPath)));
                    if (files.Count == before) return (files, Wording.NothingToImport(path));
                }
                else if (File.Exists(path)) files.Add(Of(path, ByEnding(path) ?? ByContent(path)));
                else return (files, Wording.NoSuchPath(path));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return (files, Wording.PathUnreadable(path, exception.Message));
            }
        }

        return ([.. files.DistinctBy(file => Full(file.Path))], null);
    }

    private static string Full(string path) => System.IO.Path.GetFullPath(path);

    private static IEnumerable<SourceFile> InFolder(string folder)
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
                foreach (var file in InFolder(path)) yield return file;
            }
            else if (ByEnding(path) is { } format) yield return Of(path, format);
        }
    }

    private static SourceFile Of(string path, SourceFormat format) => new(path, format, new FileInfo(path).Length);

    private static SourceFormat? ByEnding(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".yaml" or ".yml" => SourceFormat.Dossier,
        ".jsonl" or ".ndjson" => SourceFormat.JsonLines,
        _ => null,
    };

    /// <summary>JSON begins with a brace or bracket; nothing a researcher writes as a dossier does.</summary>
    private static SourceFormat ByContent(string path)
    {
        using var stream = File.OpenRead(path);
        var start = new byte[SniffedBytes];
        var text = start.AsSpan(0, stream.ReadAtLeast(start, SniffedBytes, throwOnEndOfStream: false));
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        return text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] ? SourceFormat.JsonLines : SourceFormat.Dossier;
    }
}
