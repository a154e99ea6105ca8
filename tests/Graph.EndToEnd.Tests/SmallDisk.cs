using System.Diagnostics;
using Graph.Tests;

namespace Graph.EndToEnd.Tests;

/// <summary>A disk of its own, in memory, that can be filled and given space again.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SmallDisk(int megabytes)
    {
        if (!TryMount(folder.Path, megabytes)) throw new InvalidOperationException($"No disk of {megabytes} MB could be mounted.");
    }

    /// <summary>Why there is none here, or null.</summary>
    public static string? NotAtHand { get; } = CanMount() ? null : "No disk to fill: mounting a small one (tmpfs) needs Linux and its administrator.";

    public string this[string name] => folder[name];

    private string Ballast => folder["ballast"];

    /// <summary>Leaves so much space and no more.</summary>
    public void FillBut(int megabytes)
    {
        var block = new byte[1024 * 1024];
        using var file = File.Create(Ballast);
        for (var left = new DriveInfo(folder.Path).AvailableFreeSpace; left > megabytes * block.Length; left -= block.Length) file.Write(block);
    }

    /// <summary>Gives back the space that was filled.</summary>
    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", "-l", folder.Path);
        folder.Dispose();
    }

    private static bool CanMount()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return false;
        using var trial = new TemporaryFolder();
        return TryMount(trial.Path, 1) && Run("umount", trial.Path);
    }

    private static bool TryMount(string path, int megabytes) => Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path);

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A fact that fills a disk; skipped, saying so, where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.NotAtHand;
}

/// <summary>A fact that fills the disk of a Neo4j of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Neo4jOnASmallDiskFactAttribute : FactAttribute
{
    public Neo4jOnASmallDiskFactAttribute() => Skip = OwnNeo4j.NotAtHand ?? SmallDisk.NotAtHand;
}
