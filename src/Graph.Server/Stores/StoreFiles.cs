using Graph.Model.Stores;

namespace Graph.Server.Stores;

/// <summary>The files of embedded graphs, for those who only read them.</summary>
internal static class StoreFiles
{
    /// <summary>Files of a folder that are compared with a name that is not among them.</summary>
    private const int MaxCompared = 1000;

    /// <summary>Refuses a file that is not there or holds nothing.</summary>
    /// <exception cref="StoreException">The message names files beside it that may be meant, and says how a graph is made.</exception>
    public static void Demand(string path)
    {
        // A folder and a file of another kind are told by the store itself.
        if (Directory.Exists(path)) return;
        var file = new FileInfo(path);
        if (!file.Exists) throw new StoreException(StoreFault.NotFound, Messages.NoGraph(path, file.Name, Beside(file)));
        if (file.Length == 0) throw new StoreException(StoreFault.NotFound, Messages.EmptyFile(path));
    }

    /// <summary>Whether there is no graph yet: no file, or an empty one.</summary>
    public static bool IsToBeMade(string path) => !Directory.Exists(path) && new FileInfo(path) is not { Exists: true, Length: > 0 };

    private static IReadOnlyList<string> Beside(FileInfo file)
    {
        if (file.Directory is not { Exists: true } folder) return [];
        try
        {
            return [.. folder.EnumerateFiles().Take(MaxCompared).Select(other => other.Name).Where(IsGraph)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Not one of the files that SQLite and the writer keep beside a graph.</summary>
    private static bool IsGraph(string name) =>
        !(name.EndsWith("-wal", StringComparison.Ordinal) || name.EndsWith("-shm", StringComparison.Ordinal)
            || name.EndsWith("-writer", StringComparison.Ordinal));
}
