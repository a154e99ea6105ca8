using Microsoft.Win32.SafeHandles;

namespace Graph.Model.Spilling;

/// <summary>Files for the time being.</summary>
public static class TemporaryFile
{
    /// <summary>Where a name can be taken from an open file, it goes at once: a killed process leaves nothing.</summary>
    private static readonly bool KeepsName = OperatingSystem.IsWindows();

    /// <summary>Makes one for reading and writing that is gone when it is closed, however the process ends.</summary>
    /// <exception cref="IOException">The folder for such files takes none.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is somebody else's.</exception>
    public static SafeFileHandle Open() => Open(Path.GetTempFileName(), path => File.OpenHandle(
        path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, KeepsName ? FileOptions.DeleteOnClose : FileOptions.None));

    /// <summary>The same with a file that is there, which goes too where it cannot be opened.</summary>
    internal static SafeFileHandle Open(string path, Func<string, SafeFileHandle> open)
    {
        SafeFileHandle? file = null;
        try
        {
            file = open(path);
            if (!KeepsName) File.Delete(path);
            return file;
        }
        catch
        {
            file?.Dispose();
            Remove(path);
            throw;
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (SpillFaults.IsOfFile(exception))
        {
            // Why it could not be opened says more than why it stays.
        }
    }
}
