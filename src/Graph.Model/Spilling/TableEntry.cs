namespace Graph.Model.Spilling;

/// <summary>What a run remembers of one thing it has read.</summary>
/// <param name="Key">By what it is known: well mixed bits, of which none says more than another.</param>
/// <param name="File">The place of its file among those of the run.</param>
/// <param name="Line">Where it stands there, as whoever remembers it counts.</param>
/// <param name="More">What else is remembered of it.</param>
public readonly record struct TableEntry(ulong Key, int File, int Line, long More)
{
    /// <summary>Bytes in memory, and in a file.</summary>
    public const int Bytes = 24;
}
