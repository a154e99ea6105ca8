using System.Diagnostics.CodeAnalysis;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Where a server listens.</summary>
internal sealed record BoltAddress(string Host, int Port)
{
    /// <summary>The port that Neo4j listens on unless configured otherwise.</summary>
    public const int DefaultPort = 7687;

    /// <summary>The longest name of a host in the domain name system (RFC 1035, section 2.3.4), in characters.</summary>
    private const int MostHostLength = 255;

    /// <summary>Reads <c>host</c>, <c>host:port</c> or <c>[IPv6]:port</c>, as servers of a cluster are named.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out BoltAddress? address)
    {
        address = Uri.TryCreate($"bolt://{text}", UriKind.Absolute, out var uri) && uri is { UserInfo: "", PathAndQuery: "/" or "", Fragment: "" }
            ? Of(uri)
            : null;
        return address is not null;
    }

    /// <summary>The host and port of a URI; null when its host is none that can be looked up.</summary>
    public static BoltAddress? Of(Uri uri) =>
        uri.Host.Length is 0 or > MostHostLength || (uri.HostNameType == UriHostNameType.Basic && uri.Host.Contains(':'))
        ? null
        : new(uri.IdnHost.Trim('[', ']'), uri.IsDefaultPort || uri.Port <= 0 ? DefaultPort : uri.Port);

    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
