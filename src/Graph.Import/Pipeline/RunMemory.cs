namespace Graph.Import.Pipeline;

/// <summary>
/// Gives back what a run has left behind. On a machine with much memory the collector lets more than half of its heap be garbage before it looks at
/// all of it.
/// </summary>
internal sealed class RunMemory
{
    /// <summary>
    /// Records between two collections: some ten seconds of work, of which one takes about a hundredth. In twice as many 75 MB of garbage gather.
    /// </summary>
    private const int RecordsBetween = 1_000_000;

    private long records;

    /// <summary>So many records more were written.</summary>
    public void Count(int written)
    {
        records += written;
        if (records < RecordsBetween) return;
        records = 0;
        GiveBack();
    }

    /// <summary>Collects all garbage, and gives its memory back to the system.</summary>
    public static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
