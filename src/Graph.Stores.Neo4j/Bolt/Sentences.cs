namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Every sentence of this folder that a person may read: what happened, where, and how to mend it.</summary>
internal static class Sentences
{
    public const string OutOfCalendar =
        "The database holds a date or time outside the years 1 to 9999, which this program cannot show; correct it in the database.";

    public const string CommitUnknown =
        " The connection was lost while the transaction was being committed, so it may or may not be stored; look before writing it again.";

    public static string MessageTooLarge(int limit) =>
        $"A statement with its parameters takes more than {limit / (1024 * 1024)} MiB; send it in smaller batches.";

    public static string UnknownZone(string zone) =>
        $"The database holds a time in the zone {zone}, which this machine does not know; install the time zone data (tzdata).";

    public static string ProtocolBroken(string what) =>
        $"What the server sent is not Bolt as specified: {what}; see that the address is the Bolt port (7687 unless configured) of a Neo4j server.";

    /// <param name="address">Where it should be.</param>
    /// <param name="entry">The address that a person gave; another one when a cluster's table named the server.</param>
    /// <param name="reason">Why not, in a few words.</param>
    public static string Unreachable(BoltAddress address, BoltAddress entry, string reason) => address == entry
        ? $"The database at {address} cannot be reached ({reason}); see that the server runs and that the address is its Bolt port."
        : $"The database at {address} cannot be reached ({reason}); the routing table of {entry} names it so. See that the server runs and that the "
        + $"address which it tells (server.bolt.advertised_address) leads to it from here, or use bolt:// in place of neo4j:// to ask {entry} alone.";

    public static string NoRouting(BoltAddress address, string words) =>
        $"The server at {address} gives no routing table: {Ended(words)} For a single server that knows no routing use bolt:// in place of neo4j://.";

    public static string NobodyThere(BoltAddress address, string? database, AccessMode access) =>
        $"The cluster at {address} names no server that {(access == AccessMode.Write ? "writes" : "answers")} for the database "
        + $"{database ?? "used by default"}; "
        + $"{(access == AccessMode.Write ? "it may be electing a leader" : "its servers may be starting")}: try again soon, "
        + "and see what SHOW DATABASES says of it.";

    public static string EmptyTable(BoltAddress address) => $"the routing table of {address} names no server";

    public static string NoAnswer(BoltAddress address, TimeSpan waited) =>
        $"The database at {address} did not answer within {Seconds(waited)}; see that the server runs and that nothing on the way blocks the port.";

    public static string ConnectionLost(BoltAddress address, string reason) =>
        $"The connection to the database at {address} was lost ({reason}); it is opened again by itself when the server is back.";

    public static string NotTls(BoltAddress address, bool routing, string reason) =>
        $"The database at {address} does not speak TLS as asked for ({reason}); use {(routing ? "neo4j" : "bolt")}:// for a server without TLS, "
        + $"or {(routing ? "neo4j" : "bolt")}+ssc:// to accept a certificate that nobody vouches for.";

    public static string NameNotResolved(BoltAddress address, TimeSpan waited) =>
        $"The name of the database at {address} was not resolved within {Seconds(waited)}; see that the name server answers, "
            + "or write the server's number.";

    public static string SpeaksHttp(BoltAddress address) =>
        $"The server at {address} speaks HTTP and not Bolt; use the Bolt port of Neo4j (7687 unless configured) instead of its HTTP port.";

    public static string ProtocolTooOld(BoltAddress address) =>
        $"The database at {address} speaks no version of Bolt from 4.4 to 5.8; upgrade it to Neo4j 4.4 or later (5.26 LTS is recommended).";

    public static string PoolExhausted(BoltAddress address, int size, TimeSpan waited) =>
        $"All {size} connections to the database at {address} stayed in use for {Seconds(waited)}; allow more "
            + "(?connections=) or ask for less at a time.";

    public static string Unauthorized(BoltAddress address, string user, string words) =>
        $"The database at {address} refuses {user}: {Ended(words)} Set {BoltCredentials.UserVariable} and {BoltCredentials.PasswordVariable} "
        + "to a user it knows.";

    public static string DatabaseNotFound(BoltAddress address, string? database, string words) =>
        $"The server at {address} has no database {database ?? "by default"}: {Ended(words)} Name one that SHOW DATABASES lists at the end of the "
        + "address (bolt://host:7687/neo4j).";

    public static string DatabaseAway(BoltAddress address, string? database, string words) =>
        $"The database {database ?? "used by default"} at {address} is not available: {Ended(words)} Start it, or look into the "
            + "server's log for why it stopped.";

    public static string Timeout(BoltAddress address, string words) =>
        $"The database at {address} ended the query because it took too long: {Ended(words)} Ask for less, or allow more time.";

    public static string Cancelled(BoltAddress address, string words) =>
        $"The query was ended at the database at {address}: {Ended(words)} Ask again if that was not meant.";

    public static string Transient(BoltAddress address, string words) =>
        $"The database at {address} could not do this now: {Ended(words)} Try again later.";

    public static string ConstraintViolated(BoltAddress address, string words) =>
        $"The database at {address} refuses what was to be written: {Ended(words)} Correct the record, or the constraint.";

    public static string ReadOnly(BoltAddress address, string words) =>
        $"The database at {address} does not allow this to be written: {Ended(words)} Use a user that may write, and a "
            + "database that is not read-only.";

    public static string SyntaxError(BoltAddress address, string words) =>
        $"The database at {address} does not accept the statement: {Ended(words)} See that it is Neo4j 5.26 or later; otherwise this is a fault of "
        + "this program, please report it.";

    public static string OutOfMemory(BoltAddress address, string words) =>
        $"The database at {address} has not enough memory for this: {Ended(words)} Ask for less, write smaller batches, or give the server more "
        + "(server.memory.heap.max_size, db.memory.transaction.max).";

    public static string DiskFull(BoltAddress address, string words) =>
        $"The database at {address} could not write and has stopped: {Ended(words)} Most likely its disk is full: free some "
            + "space there, restart the server, "
        + "and look whether what was being written is stored.";

    public static string Other(BoltAddress address, string code, string words) =>
        $"The database at {address} reports {code}: {Ended(words)} Its log may say more.";

    public static string NotAUri(string text) =>
        $"{text} is not the address of a Neo4j server; write it as bolt://host:7687/database.";

    public static string UnknownScheme(string scheme) =>
        $"The scheme {scheme} is none of a Neo4j server; use bolt, bolt+s, bolt+ssc, neo4j, neo4j+s or neo4j+ssc.";

    public static string CredentialsInUri(BoltAddress address) =>
        $"The address of the database at {address} holds a user name or password, which would end up in logs; remove it and set "
        + $"{BoltCredentials.UserVariable} and {BoltCredentials.PasswordVariable} instead.";

    public static string UnknownOption(BoltAddress address, string option, bool routing) =>
        $"The address of the database at {address} has an option {option} that is not known; known are "
        + $"{(routing ? "database, connections and policy" : "database and connections")}.";

    public static string BadOption(BoltAddress address, string option, string value, string expected) =>
        $"The address of the database at {address} has {option}={value}; {expected} is expected.";

    public static string CredentialsFile(string path, string reason) =>
        $"The file of credentials {path} cannot be used ({reason}); it has lines like NEO4J_USERNAME=neo4j and NEO4J_PASSWORD=….";

    public static string Ready(BoltAddress address, string server, TimeSpan elapsed) =>
        $"The database at {address} ({server}) answered in {elapsed.TotalMilliseconds:0.0} ms.";

    private static string Seconds(TimeSpan time) => time.TotalSeconds == 1 ? "1 second" : $"{time.TotalSeconds:0.###} seconds";

    /// <summary>The server's words as a sentence of their own, on one line.</summary>
    private static string Ended(string words)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        return line.EndsWith('.') || line.EndsWith('!') || line.EndsWith('?') ? line : line + ".";
    }
}
