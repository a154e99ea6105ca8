using System.Diagnostics;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// Who asks (the auth token of HELLO or LOGON). Two are equal when they would be the same to the server. The secret is in no text form.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed record BoltAuthentication
{
    public static readonly BoltAuthentication None = new("none", null, null);

    private BoltAuthentication(string scheme, string? principal, string? secret)
    {
        Scheme = scheme;
        Principal = principal;
        Secret = secret;
    }

    /// <summary><c>none</c>, <c>basic</c> or <c>bearer</c>.</summary>
    public string Scheme { get; }

    /// <summary>The user's name, when the scheme has one.</summary>
    public string? Principal { get; }

    /// <summary>The password or token; never for people's eyes.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? Secret { get; }

    public static BoltAuthentication Basic(string user, string password) => new("basic", user, password);

    public static BoltAuthentication Bearer(string token) => new("bearer", null, token);

    /// <summary>What to call it in a sentence: <c>the user neo4j</c>.</summary>
    public override string ToString() => Scheme switch
    {
        "basic" => $"the user {Principal}",
        "bearer" => "the bearer token",
        _ => "access without credentials",
    };
}
