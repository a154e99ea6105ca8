namespace Graph.Stores.Sqlite;

/// <summary>How a store is opened.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>Nothing is written, neither records nor a newer form of the tables; a file that does not exist is not created.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How long a writer waits for another one.</summary>
    public TimeSpan WriterWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many statements read at once; others wait without holding a thread. Enough for all that a server lets work at once,
    /// light statements beside dear ones.
    /// </summary>
    public int Readers { get; init; } = Environment.ProcessorCount * 6;

    /// <summary>
    /// Nodes whose words do not stand in the order of their ranks, from which on the end of an import puts those of all nodes in order, so that
    /// a search need not sort what it finds; of a larger graph an eighth. So many are sorted within a millisecond.
    /// </summary>
    public int FewestUnsettledWords { get; init; } = 4_096;

    /// <summary>Whether what is written is kept as changes too (<see cref="Graph.Model.Stores.IGraphStore.KeepsChanges"/>).</summary>
    public bool KeepsChanges { get; init; } = true;

    /// <summary>The clock for waiting.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
