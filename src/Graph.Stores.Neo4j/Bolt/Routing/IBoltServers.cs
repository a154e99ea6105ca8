namespace Graph.Stores.Neo4j.Bolt.Routing;

/// <summary>The servers that one client speaks to, and what is learned of them when something goes wrong.</summary>
internal interface IBoltServers : IAsyncDisposable
{
    /// <summary>The connections to all of them.</summary>
    BoltPoolCounts Connections { get; }

    /// <summary>The server for the next attempt, which whoever asked ends with <see cref="BoltPool.EndAttempt"/>.</summary>
    /// <exception cref="DatabaseException">Nobody is there for it.</exception>
    ValueTask<ChosenServer> ChooseAsync(AccessMode access, CancellationToken cancellationToken);

    /// <summary>Takes note of a failure, so that whoever asks next does not run into it.</summary>
    /// <param name="chosen">Who was asked.</param>
    /// <param name="access">What for.</param>
    /// <param name="failure">What went wrong.</param>
    /// <param name="end">How far it came.</param>
    ValueTask<Recourse> LearnAsync(ChosenServer chosen, AccessMode access, DatabaseException failure, AttemptEnd end);
}

/// <summary>Who is asked.</summary>
/// <param name="Pool">The connections to it.</param>
/// <param name="Database">The database as transactions name it; null leaves it to the server.</param>
internal readonly record struct ChosenServer(BoltPool Pool, string? Database);
