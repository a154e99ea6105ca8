namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Everything that can go wrong between this program and a Neo4j server. The set is closed.</summary>
internal enum DatabaseErrorKind
{
    /// <summary>The server cannot be reached, does not answer, or closed the connection.</summary>
    Unavailable,

    /// <summary>The server refuses who is asking: wrong, missing or expired credentials.</summary>
    Unauthorized,

    /// <summary>The server has no database of this name.</summary>
    DatabaseNotFound,

    /// <summary>The server ended the statement because it ran longer than it was allowed to.</summary>
    Timeout,

    /// <summary>Somebody ended the statement at the server. A caller's own cancellation is an <see cref="OperationCanceledException"/>.</summary>
    Cancelled,

    /// <summary>A passing condition (deadlock, leader switch) that lasted longer than the retries.</summary>
    Transient,

    /// <summary>What was to be written breaks a constraint of the database.</summary>
    ConstraintViolated,

    /// <summary>The user, the database or the statement's access mode does not allow writing.</summary>
    ReadOnly,

    /// <summary>The server does not accept the statement or its parameters.</summary>
    SyntaxError,

    /// <summary>The statement needs more memory than the server gives it.</summary>
    OutOfMemory,

    /// <summary>The server could not write, as when its disk is full, and needs a restart.</summary>
    DiskFull,

    /// <summary>The server speaks no version of Bolt that this client speaks.</summary>
    ProtocolTooOld,

    /// <summary>What came over the wire is not Bolt, or breaks its rules.</summary>
    ProtocolBroken,

    /// <summary>All connections of the pool stayed in use for as long as a caller may wait.</summary>
    PoolExhausted,

    /// <summary>Any other failure, with the server's own code and message.</summary>
    Other,
}
