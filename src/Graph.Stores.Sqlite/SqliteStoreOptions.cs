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

    /// <summary>The clock for waiting.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
