namespace Graph.Server.Access;

/// <summary>What somebody may do. Who may do one may not do the other for that.</summary>
public enum Role
{
    /// <summary>Ask the API, and export.</summary>
    Read,

    /// <summary>See how the server fares; nothing of the graph.</summary>
    Operate,
}
