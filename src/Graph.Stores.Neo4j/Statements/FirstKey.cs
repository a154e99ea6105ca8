namespace Graph.Stores.Neo4j.Statements;

/// <summary>What is known of the first sort key's value where an order is written.</summary>
internal enum FirstKey
{
    /// <summary>Nothing.</summary>
    Open,

    /// <summary>It is there.</summary>
    Present,

    /// <summary>It is missing.</summary>
    Missing,
}
