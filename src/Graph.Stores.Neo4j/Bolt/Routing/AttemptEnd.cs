namespace Graph.Stores.Neo4j.Bolt.Routing;

/// <summary>How far an attempt that failed had come.</summary>
internal enum AttemptEnd
{
    /// <summary>There was no connection, so the server knows nothing of it.</summary>
    NotStarted,

    /// <summary>The server told the failure.</summary>
    Refused,

    /// <summary>The connection was lost.</summary>
    Lost,
}
