using System.CommandLine;
using System.Net;
using Graph.Server.Access.Tls;

namespace Graph.Cli.Options;

/// <summary>The options that say how a server is reached: with which certificate, and through which proxies.</summary>
internal sealed class NetworkOptions
{
    private readonly Option<string?> certificate = new("--certificate")
    {
        Description = "The certificate for https addresses, in PEM with those that lead to the authority's; read again when it changes",
        HelpName = "FILE",
    };

    private readonly Option<string?> key = new("--certificate-key")
    {
        Description = "The certificate's private key, in PEM and not encrypted (default: it stands in the file of the certificate)",
        HelpName = "FILE",
    };

    private readonly Option<string[]> proxies = new("--trusted-proxy")
    {
        Description = "An address or network of proxies that may say for whom they ask (X-Forwarded-For, -Proto, -Host, -Prefix); "
            + "may be given several times (default: none)",
        HelpName = "ADDRESS",
    };

    /// <summary>All of them, to add to a command.</summary>
    public IEnumerable<Option> All => [certificate, key, proxies];

    /// <summary>The certificate; null where none is named.</summary>
    /// <exception cref="UsageException">A key is named without a certificate.</exception>
    public CertificateFiles? CertificateOf(ParseResult parsed)
    {
        var keyFile = parsed.GetValue(key);
        if (parsed.GetValue(certificate) is { } file) return new(Path.GetFullPath(file), Path.GetFullPath(keyFile ?? file));
        return keyFile is null ? null : throw new UsageException(AccessMessages.KeyWithoutCertificate);
    }

    /// <summary>The proxies.</summary>
    /// <exception cref="UsageException">One is no address and no network.</exception>
    public IReadOnlyList<IPNetwork> ProxiesOf(ParseResult parsed) => [.. (parsed.GetValue(proxies) ?? []).Select(NetworkOf)];

    private static IPNetwork NetworkOf(string given)
    {
        if (IPAddress.TryParse(given, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(given, out var network) ? network : throw new UsageException(AccessMessages.NotANetwork(given));
    }
}
