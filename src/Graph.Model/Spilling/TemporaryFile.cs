using Microsoft.Win32.SafeHandles;

namespace Graph.Model.Spilling;

/// <summary>Temporary files.</summary>
public static class TemporaryFile
{
    /// <summary>Where an open file can be unlinked, it is at once, so that a killed process leaves nothing.</summary>
    private static readonly bool KeepsName = OperatingSystem.IsWindows();

    /// <summary>Creates one for reading and writing, which is deleted when it is closed, however the process ends.</summary>
    /// <exception cref="IOException">No file can be created in the system's folder for temporary files.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to that folder.</exception>
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
