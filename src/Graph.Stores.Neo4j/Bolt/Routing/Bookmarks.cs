namespace Graph.Stores.Neo4j.Bolt.Routing;

/// <summary>
/// What a client has seen of a database: whoever it asks next waits until they have seen as much. Bookmarks have no order that a client could
/// know, so all are kept that no later transaction has been told of; that is about one for each transaction at work.
/// </summary>
internal sealed class Bookmarks
{
    private readonly Lock gate = new();
    private volatile IReadOnlyList<string> latest = [];

    /// <summary>Those that the next transaction is told.</summary>
    public IReadOnlyList<string> Latest => latest;

    /// <summary>A transaction that was told some has ended, and its own stands for them.</summary>
    public void Replace(IReadOnlyList<string> told, string? own)
    {
        if (own is null)
            return;
        lock (gate)
            latest = [.. latest.Except(told).Append(own).Distinct()];
    }

    /// <summary>Nobody can wait for these: the database was put back to an earlier state, or is another one.</summary>
    public void Forget(IReadOnlyList<string> told)
    {
        lock (gate)
            latest = [.. latest.Except(told)];
    }
}
