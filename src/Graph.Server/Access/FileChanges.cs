namespace Graph.Server.Access;

/// <summary>
/// Tells whether files have changed, and looks no more often than it has to: looking costs calls of the system. Not safe for threads.
/// </summary>
/// <param name="paths">The files; one that is not there is looked for too.</param>
/// <param name="unseen">How long a change may go unseen.</param>
/// <param name="time">The clock.</param>
internal sealed class FileChanges(IReadOnlyList<string> paths, TimeSpan unseen, TimeProvider time)
{
    private long looked = time.GetTimestamp();
    private List<(DateTime Written, long Length)?> seen = Look(paths);

    /// <summary>Whether one has changed since the change before that was told, or since the beginning.</summary>
    public bool HaveCome()
    {
        if (time.GetElapsedTime(looked) < unseen) return false;
        looked = time.GetTimestamp();
        var now = Look(paths);
        if (now.SequenceEqual(seen)) return false;
        seen = now;
        return true;
    }

    private static List<(DateTime Written, long Length)?> Look(IReadOnlyList<string> paths) =>
        [.. paths.Select(path => new FileInfo(path)).Select(file => file.Exists ? (file.LastWriteTimeUtc, file.Length) : ((DateTime, long)?)null)];
}
