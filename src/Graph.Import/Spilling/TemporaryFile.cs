using Microsoft.Win32.SafeHandles;

namespace Graph.Import.Spilling;

/// <summary>Files for the time being.</summary>
internal static class TemporaryFile
{
    /// <summary>Makes one for reading and writing that is gone when it is closed, however the process ends.</summary>
    /// <exception cref="IOException">The folder for such files takes none.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is somebody else's.</exception>
    public static SafeFileHandle Open()
    {
        var path = Path.GetTempFileName();

        // Where a name can be taken from an open file, it goes at once: a killed process leaves nothing.
        var isNamed = OperatingSystem.IsWindows();
        var file = File.OpenHandle(
            path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, isNamed ? FileOptions.DeleteOnClose : FileOptions.None);
        if (!isNamed) File.Delete(path);
        return file;
    }
}
