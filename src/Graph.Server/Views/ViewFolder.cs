using System.Security.Cryptography;

namespace Graph.Server.Views;

/// <summary>
/// The folder that holds the files of views while a server runs, which its user alone can read. It goes when the server ends; one that a
/// killed server has left goes when the next one makes its own.
/// </summary>
internal sealed class ViewFolder : IDisposable
{
    private const string Prefix = "graph-views-";

    /// <summary>Held open for as long as the folder is used.</summary>
    private const string InUse = "in-use";

    /// <summary>What SQLite and the writer keep beside a file.</summary>
    private static readonly string[] Beside = ["", "-wal", "-shm", "-writer"];

    private readonly DirectoryInfo folder;
    private readonly FileStream turn;
    private int files;

    /// <summary>Makes it.</summary>
    /// <param name="parent">Where.</param>
    /// <exception cref="IOException">No folder can be made there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of permission.</exception>
    public ViewFolder(string parent)
    {
        RemoveLeft(parent);
        var path = Path.Combine(parent, Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        turn = new(Path.Combine(path, InUse), ForOwner);
    }

    public string FullName => folder.FullName;

    /// <summary>An empty file for a view, which takes permissions that SQLite's own files beside it take over.</summary>
    public string NewFile()
    {
        var path = Path.Combine(folder.FullName, $"{Interlocked.Increment(ref files)}.db");
        using var made = new FileStream(path, ForOwner);
        return path;
    }

    /// <summary>How many bytes a view has on the disk.</summary>
    public static long BytesOf(string path) => Beside.Select(ending => new FileInfo(path + ending)).Sum(file => file.Exists ? file.Length : 0);

    /// <summary>Removes a view; what cannot be removed now goes with the folder.</summary>
    public static void Remove(string path)
    {
        foreach (var ending in Beside)
        {
            try
            {
                File.Delete(path + ending);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Somebody still reads it, where files that are open cannot go.
            }
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        Remove(folder);
    }

    private static FileStreamOptions ForOwner
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }
    }

    private static void RemoveLeft(string parent)
    {
        foreach (var left in new DirectoryInfo(parent).EnumerateDirectories(Prefix + "*").ToList())
        {
            try
            {
                // Its server is at work where this fails; another user's folder is not seen into.
                using (new FileStream(Path.Combine(left.FullName, InUse), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            Remove(left);
        }
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next server tries again.
        }
    }
}
