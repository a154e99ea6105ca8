using System.Runtime.InteropServices;
using Graph.Model;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>The requests of a client (Neo4j Bolt manual, "Messages"), each queued as one message.</summary>
internal static class BoltRequests
{
    private const byte HelloSignature = 0x01;
    private const byte GoodbyeSignature = 0x02;
    private const byte ResetSignature = 0x0F;
    private const byte RunSignature = 0x10;
    private const byte BeginSignature = 0x11;
    private const byte CommitSignature = 0x12;
    private const byte DiscardSignature = 0x2F;
    private const byte PullSignature = 0x3F;
    private const byte RouteSignature = 0x66;
    private const byte LogonSignature = 0x6A;
    private const byte LogoffSignature = 0x6B;

    /// <summary>RESET as it travels, chunk header and all: it must be sent while another message may be half written to the queue.</summary>
    public static ReadOnlyMemory<byte> Reset { get; } = new byte[] { 0x00, 0x02, Marker.TinyStructure, ResetSignature, 0x00, 0x00 };

    /// <summary>GOODBYE as it travels; the server answers by closing the connection.</summary>
    public static ReadOnlyMemory<byte> Goodbye { get; } = new byte[] { 0x00, 0x02, Marker.TinyStructure, GoodbyeSignature, 0x00, 0x00 };

    /// <summary>HELLO, with the credentials before Bolt 5.1.</summary>
    public static void Hello(this MessageOutput output, BoltVersion version, BoltSettings settings, BoltAuthentication authentication)
    {
        var writer = output.Begin(HelloSignature, 1);
        var map = writer.BeginMap();
        var count = Entry(writer, "user_agent", $"graph/{ProgramVersion.Text}");
        if (version.HasBoltAgent)
        {
            writer.WriteString("bolt_agent");
            writer.WriteMapHeader(3);
            Entry(writer, "product", $"graph/{ProgramVersion.Text}");
            Entry(writer, "platform", RuntimeInformation.OSDescription);
            Entry(writer, "language", $"C#/{Environment.Version}");
            count++;
        }

        if (version.CanSilenceNotifications)
            count += Entry(writer, "notifications_minimum_severity", "OFF");
        if (!version.HasUtcDateTimes)
        {
            writer.WriteString("patch_bolt");
            writer.WriteListHeader(1);
            writer.WriteString("utc");
            count++;
        }

        if (settings.Routing)
        {
            writer.WriteString("routing");
            RoutingContext(writer, settings);
            count++;
        }

        if (!version.HasLogon)
            count += Authentication(writer, authentication);
        writer.EndMap(map, count);
        output.End();
    }

    /// <summary>LOGON (Bolt 5.1 and later).</summary>
    public static void Logon(this MessageOutput output, BoltAuthentication authentication)
    {
        var writer = output.Begin(LogonSignature, 1);
        var map = writer.BeginMap();
        writer.EndMap(map, Authentication(writer, authentication));
        output.End();
    }

    /// <summary>LOGOFF (Bolt 5.1 and later).</summary>
    public static void Logoff(this MessageOutput output)
    {
        output.Begin(LogoffSignature, 0);
        output.End();
    }

    /// <summary>
    /// ROUTE as of Bolt 4.4: which servers answer for the database. It names no bookmarks: they would matter only to who has just made a
    /// database, and a server that lags would answer late.
    /// </summary>
    public static void Route(this MessageOutput output, BoltSettings settings)
    {
        var writer = output.Begin(RouteSignature, 3);
        RoutingContext(writer, settings);
        Strings(writer, []);
        writer.WriteMapHeader(settings.Database is null ? 0 : 1);
        if (settings.Database is { } database)
            Entry(writer, "db", database);
        output.End();
    }

    /// <summary>RUN. Inside a transaction <paramref name="scope"/> is null: BEGIN said everything.</summary>
    public static void Run(this MessageOutput output, Statement statement, in TransactionScope? scope)
    {
        var writer = output.Begin(RunSignature, 3);
        try
        {
            writer.WriteString(statement.Text);
            statement.Parameters.WriteTo(writer);
            if (scope is { } own)
                own.WriteTo(writer);
            else
                writer.WriteMapHeader(0);
        }
        catch
        {
            output.Abandon();
            throw;
        }

        output.End();
    }

    public static void Begin(this MessageOutput output, in TransactionScope scope)
    {
        scope.WriteTo(output.Begin(BeginSignature, 1));
        output.End();
    }

    public static void Commit(this MessageOutput output)
    {
        output.Begin(CommitSignature, 0);
        output.End();
    }

    /// <summary>PULL: at most <paramref name="rows"/> rows of the last statement, all of them for -1.</summary>
    public static void Pull(this MessageOutput output, long rows)
    {
        var writer = output.Begin(PullSignature, 1);
        writer.WriteMapHeader(1);
        writer.WriteString("n"u8);
        writer.WriteInteger(rows);
        output.End();
    }

    /// <summary>DISCARD: the rest of the last statement's rows is not wanted, its effects are.</summary>
    public static void Discard(this MessageOutput output)
    {
        var writer = output.Begin(DiscardSignature, 1);
        writer.WriteMapHeader(1);
        writer.WriteString("n"u8);
        writer.WriteInteger(-1);
        output.End();
    }

    /// <summary>What HELLO and ROUTE say alike: how the person who started this program reached the cluster.</summary>
    private static void RoutingContext(PackStreamWriter writer, BoltSettings settings)
    {
        writer.WriteMapHeader(settings.Policy is null ? 1 : 2);
        Entry(writer, "address", settings.EntryAddress.ToString());
        if (settings.Policy is { } policy)
            Entry(writer, "policy", policy);
    }

    internal static void Strings(PackStreamWriter writer, IReadOnlyList<string> values)
    {
        writer.WriteListHeader(values.Count);
        foreach (var value in values)
            writer.WriteString(value);
    }

    private static int Entry(PackStreamWriter writer, string key, string value)
    {
        writer.WriteString(key);
        writer.WriteString(value);
        return 1;
    }

    private static int Authentication(PackStreamWriter writer, BoltAuthentication authentication)
    {
        var count = Entry(writer, "scheme", authentication.Scheme);
        if (authentication.Principal is { } principal)
            count += Entry(writer, "principal", principal);
        if (authentication.Secret is { } secret)
            count += Entry(writer, "credentials", secret);
        return count;
    }
}
