using System.Collections.Frozen;

namespace Graph.Explorer;

/// <summary>The files of the explorer, as they were built into this assembly; none where it was built without Node.</summary>
public static class ExplorerFiles
{
    private static readonly FrozenDictionary<string, string> Resources = typeof(ExplorerFiles).Assembly.GetManifestResourceNames()
        .ToFrozenDictionary(name => name.Replace('\\', '/'), name => name, StringComparer.Ordinal);

    /// <summary>Whether the explorer was built.</summary>
    public static bool AreThere => Resources.ContainsKey("index.html");

    /// <summary>
    /// The content of a file such as <c>assets/main-1a2b.js</c>, or of its compressed twin (<c>.br</c>, <c>.gz</c>); null where there is none.
    /// </summary>
    public static Stream? Open(string path) =>
        Resources.TryGetValue(path, out var name) ? typeof(ExplorerFiles).Assembly.GetManifestResourceStream(name) : null;
}
