using Graph.Import.Sources;
using Graph.Import.Text;

namespace Graph.Import.Dossiers;

/// <summary>The text file beside a dossier. A dossier may come from a stranger: it can name no file outside its folder.</summary>
internal static class DocumentText
{
    /// <summary>Links followed before giving up: as many as Linux follows.</summary>
    private const int MaxLinks = 40;

    /// <summary>The text, or the sentence that says why there is none.</summary>
    public static (NormalizedText? Text, string? Fault) Read(string folder, string path)
    {
        // A dossier written on Windows means the same folders here.
        var local = path.Replace('\\', '/');
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(local, folder));
        var isFolder = full == Path.TrimEndingDirectorySeparator(folder);
        if (Path.IsPathRooted(local) || local is [_, ':', ..] || !(isFolder || IsInside(folder, full))) return (null, Messages.TextOutside(path));
        if (isFolder || Directory.Exists(full)) return (null, Messages.TextIsFolder(path));
        if (!File.Exists(full)) return (null, Messages.TextMissing(path, Siblings(full)));
        if (Resolve(full) is not { } target || !IsInside(Resolve(folder) ?? folder, target)) return (null, Messages.TextOutside(path));
        var source = TextFile.Read(full);
        if (source.Fault is { } fault) return (null, Messages.TextUnreadable(path, fault));
        return string.IsNullOrWhiteSpace(source.Text) ? (null, Messages.TextEmpty(path)) : (NormalizedText.Of(source.Text!), null);
    }

    private static bool IsInside(string folder, string path) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every symbolic link on the way resolved; null where they lead in a circle.</summary>
    private static string? Resolve(string path)
    {
        var resolved = Path.GetPathRoot(path)!;
        var links = 0;
        var rest = new Stack<string>(Parts(path));
        while (rest.TryPop(out var part))
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            var next = Path.Combine(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MaxLinks) return null;
            if (Path.IsPathRooted(target)) resolved = Path.GetPathRoot(target)!;
            foreach (var step in Parts(target)) rest.Push(step);
        }

        return resolved;
    }

    private static IEnumerable<string> Parts(string path) =>
        path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split(Path.DirectorySeparatorChar).Where(part => part is not ("" or ".")).Reverse();

    private static string[] Siblings(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Take(1000).Select(file => Path.GetFileName(file))] : [];
    }
}
