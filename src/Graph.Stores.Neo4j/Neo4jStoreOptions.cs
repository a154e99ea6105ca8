namespace Graph.Stores.Neo4j;

/// <summary>How a store is opened.</summary>
public sealed record Neo4jStoreOptions
{
    /// <summary>Nothing is written, whatever the user of the database may do.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How long a writer waits for another one.</summary>
    public TimeSpan WriterWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After this time the server ends a query; null leaves the limit to the server.</summary>
    public TimeSpan? QueryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock for waiting.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
