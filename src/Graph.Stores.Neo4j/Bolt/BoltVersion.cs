namespace Graph.Stores.Neo4j.Bolt;

/// <summary>A version of the messaging protocol, which decides what HELLO says and how structures look.</summary>
internal readonly record struct BoltVersion(int Major, int Minor)
{
    /// <summary>HELLO carries the credentials before this version, LOGON from it on.</summary>
    public bool HasLogon => AtLeast(5, 1);

    /// <summary>Whether HELLO may turn the server's notifications off; nobody reads them here.</summary>
    public bool CanSilenceNotifications => AtLeast(5, 2);

    /// <summary>Whether HELLO must describe the program (<c>bolt_agent</c>).</summary>
    public bool HasBoltAgent => AtLeast(5, 3);

    /// <summary>Whether date-times always travel in UTC; before, the server must agree to the <c>utc</c> patch.</summary>
    public bool HasUtcDateTimes => AtLeast(5, 0);

    public override string ToString() => $"{Major}.{Minor}";

    private bool AtLeast(int major, int minor) => Major > major || (Major == major && Minor >= minor);
}
