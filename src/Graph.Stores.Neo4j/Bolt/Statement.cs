namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Whether a statement only reads. A statement that writes although it says <see cref="Read"/> is refused by the server.</summary>
internal enum AccessMode
{
    Read,
    Write,
}

/// <summary>One Cypher statement and how to run it.</summary>
/// <param name="Text">The statement. Values never stand in it: they are parameters.</param>
/// <param name="Parameters">The values of its parameters.</param>
internal sealed record Statement(string Text, StatementParameters Parameters)
{
    public Statement(string text)
        : this(text, StatementParameters.None)
    {
    }

    public AccessMode Access { get; init; } = AccessMode.Read;

    /// <summary>
    /// After this time the server ends the transaction (<c>tx_timeout</c>); null leaves the limit to the server. At least a
    /// millisecond.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Shown by <c>SHOW TRANSACTIONS</c> and in the server's query log (<c>tx_metadata</c>).</summary>
    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }

    /// <summary>Rows asked for at a time; the next ones are asked for when the sink has dealt with these. -1 asks for all at once.</summary>
    public int FetchSize { get; init; } = 1000;

    /// <summary>
    /// Whether a writing statement may run twice without harm (an upsert by id), so that it is repeated even when a lost connection leaves
    /// open whether the first run was committed.
    /// </summary>
    public bool Repeatable { get; init; }
}

/// <summary>How a managed transaction runs; see the properties of the same names on <see cref="Statement"/>.</summary>
internal sealed record TransactionOptions
{
    public TimeSpan? Timeout { get; init; }

    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }

    public bool Repeatable { get; init; }
}
