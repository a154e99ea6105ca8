namespace Graph.Model.Spilling;

/// <summary>What a table may take in memory, whatever it holds: all of it in proportion to the entries that are not in files.</summary>
/// <param name="Entries">So many entries are the newest, which are not in files.</param>
internal readonly record struct SpillBudget(int Entries)
{
    /// <summary>
    /// Bytes of the largest filter that a run has in memory: that of a run of sixteen times the newest entries (2 MiB of 2^17). To ask one in a file
    /// takes half a microsecond, as much as all else that is done for an entry.
    /// </summary>
    public int FilterBytes => Entries * 16;

    /// <summary>Blocks of a run of which the first keys are in memory (256 KiB of 2^17).</summary>
    public int Heads => Math.Max(1, Entries / 4);
}
