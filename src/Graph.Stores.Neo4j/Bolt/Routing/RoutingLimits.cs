namespace Graph.Stores.Neo4j.Bolt.Routing;

/// <summary>What bounds how a cluster is followed, each with its reason.</summary>
internal static class RoutingLimits
{
    /// <summary>Addresses of a role that are kept. Neo4j gives a database 11 primaries and 20 secondaries at most.</summary>
    public const int ServersOfARole = 100;

    /// <summary>Servers tried for one statement, one right after the other; a cluster whose servers all fail is not worn out.</summary>
    public const int FailoversOfAStatement = 10;

    /// <summary>A table is used for a second at least, even when its server says 0: otherwise each statement would cost a connection.</summary>
    public static readonly TimeSpan LeastTimeToLive = TimeSpan.FromSeconds(1);

    /// <summary>A table is used for an hour at most, so that new servers get work; the default of Neo4j is five minutes.</summary>
    public static readonly TimeSpan MostTimeToLive = TimeSpan.FromHours(1);

    /// <summary>After a server has failed, the table is asked for anew no later than this: servers that are back soon get work again.</summary>
    public static readonly TimeSpan RefreshAfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>A server that has failed is left alone that long while others can be asked, even when a table names it again.</summary>
    public static readonly TimeSpan FailureRemembered = TimeSpan.FromSeconds(30);

    /// <summary>The wait after nobody gave a table, while the servers of the former one still answer.</summary>
    public static readonly TimeSpan PauseAfterNoTable = TimeSpan.FromSeconds(5);
}
