namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Whether the connection is encrypted, and whether the server's certificate must be vouched for.</summary>
internal enum BoltEncryption
{
    /// <summary><c>bolt://</c>, <c>neo4j://</c>: plain TCP.</summary>
    None,

    /// <summary><c>+s</c>: TLS with a certificate that this machine trusts for this host.</summary>
    Trusted,

    /// <summary><c>+ssc</c>: TLS with any certificate.</summary>
    AnyCertificate,
}
