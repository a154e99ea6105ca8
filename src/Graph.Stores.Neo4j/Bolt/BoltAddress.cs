namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Where a server listens.</summary>
internal sealed record BoltAddress(string Host, int Port)
{
    /// <summary>The port that Neo4j listens on unless configured otherwise.</summary>
    public const int DefaultPort = 7687;

    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}

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
