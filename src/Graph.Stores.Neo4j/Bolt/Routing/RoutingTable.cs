namespace Graph.Stores.Neo4j.Bolt.Routing;

/// <summary>
/// Which servers of a cluster answer for a database, as one of them has told (Neo4j Bolt manual, "Request message ROUTE"). In this form every
/// address is one, stands once, and the time to live is within <see cref="RoutingLimits"/>.
/// </summary>
/// <param name="TimeToLive">How long it is good for.</param>
/// <param name="Database">The database that it is for; null when the server does not say.</param>
/// <param name="Routers">Who can be asked for the next table.</param>
/// <param name="Readers">Who answers reading statements.</param>
/// <param name="Writers">Who takes writing ones: the leader, or nobody while one is being elected.</param>
internal sealed record RoutingTable(
    TimeSpan TimeToLive, string? Database, IReadOnlyList<BoltAddress> Routers, IReadOnlyList<BoltAddress> Readers, IReadOnlyList<BoltAddress> Writers)
{
    /// <summary>Makes a table of the value of <c>rt</c>. A role that nobody knows and an address that is none are left out.</summary>
    /// <exception cref="DatabaseException">It is no table.</exception>
    public static RoutingTable Of(object? value)
    {
        if (value is not Dictionary<string, object?> table || table.GetValueOrDefault("servers") is not List<object?> servers)
            throw DatabaseException.ProtocolBroken("the routing table lists no servers");
        if (table.GetValueOrDefault("ttl") is not long seconds)
            throw DatabaseException.ProtocolBroken("the routing table does not say how long it is good for");
        var roles = servers.OfType<Dictionary<string, object?>>().ToLookup(
            server => server.GetValueOrDefault("role") as string,
            server => server.GetValueOrDefault("addresses") as List<object?> ?? []);
        return new(
            TimeSpan.FromSeconds(Math.Clamp(
                seconds, (long)RoutingLimits.LeastTimeToLive.TotalSeconds, (long)RoutingLimits.MostTimeToLive.TotalSeconds)),
            table.GetValueOrDefault("db") is string { Length: > 0 } database ? database : null,
            Addresses(roles["ROUTE"]),
            Addresses(roles["READ"]),
            Addresses(roles["WRITE"]));
    }

    /// <summary>Whether somebody of it can be asked. Whoever writes can read as well.</summary>
    public bool Serves(AccessMode access) => For(access).Count > 0;

    /// <summary>Those to choose from.</summary>
    public IReadOnlyList<BoltAddress> For(AccessMode access) => access == AccessMode.Read && Readers.Count > 0 ? Readers : Writers;

    /// <summary>The table without a server.</summary>
    public RoutingTable Without(BoltAddress server) =>
        this with { Routers = Except(Routers, server), Readers = Except(Readers, server), Writers = Except(Writers, server) };

    /// <summary>The table without a server that writes no more.</summary>
    public RoutingTable WithoutWriter(BoltAddress server) => this with { Writers = Except(Writers, server) };

    /// <summary>The table without a server that cannot be read from for now.</summary>
    public RoutingTable WithoutReader(BoltAddress server) => this with { Readers = Except(Readers, server) };

    private static IReadOnlyList<BoltAddress> Except(IReadOnlyList<BoltAddress> servers, BoltAddress server) =>
        servers.Contains(server) ? [.. servers.Where(other => other != server)] : servers;

    private static IReadOnlyList<BoltAddress> Addresses(IEnumerable<List<object?>> lists)
    {
        var found = new List<BoltAddress>();
        foreach (var text in lists.SelectMany(list => list).OfType<string>())
        {
            if (BoltAddress.TryParse(text, out var address) && !found.Contains(address))
                found.Add(address);
            if (found.Count == RoutingLimits.ServersOfARole)
                break;
        }

        return found;
    }
}
