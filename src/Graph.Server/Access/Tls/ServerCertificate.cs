using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Graph.Server.Access.Tls;

/// <summary>
/// The certificate that new connections are shown: that of the files, which are looked at again while connections come, so that a renewed
/// one needs no restart. One that cannot be read leaves the former in its place, and the log says why.
/// </summary>
internal sealed partial class ServerCertificate
{
    /// <summary>How long a change may go unseen: renewed certificates overlap by weeks.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(10);

    private readonly CertificateFiles files;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Lock gate = new();
    private readonly FileChanges changes;
    private volatile SslStreamCertificateContext current;

    public ServerCertificate(CertificateFiles files, TimeProvider time, ILogger log)
    {
        (this.files, this.time, this.log) = (files, time, log);
        changes = new([files.Certificate, files.Key], Unseen, time);
        var (chain, fault) = Read(files, time.GetUtcNow());
        current = chain?.ForConnections() ?? throw new CannotListenException(fault!, isWrongUsage: true);
    }

    /// <summary>What the next connection is shown.</summary>
    public SslStreamCertificateContext Current
    {
        get
        {
            lock (gate)
            {
                if (changes.HaveCome()) Renew();
                return current;
            }
        }
    }

    /// <summary>Reads the files, or says what is wrong with them.</summary>
    public static (CertificateChain? Chain, string? Fault) Read(CertificateFiles files, DateTimeOffset now)
    {
        foreach (var file in (string[])[files.Certificate, files.Key])
            if (!File.Exists(file)) return (null, Messages.NoCertificateFile(file));
        var all = new X509Certificate2Collection();
        try
        {
            all.ImportFromPemFile(files.Certificate);
            if (all.Count == 0) return (null, Messages.NotACertificate(files.Certificate));
            using var leaf = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
            var end = new DateTimeOffset(leaf.NotAfter.ToUniversalTime());
            if (end <= now) return (null, Messages.CertificateHasEnded(files.Certificate, end));

            // On Windows keys that live in memory alone cannot be used for connections.
            var usable = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null);
            all[0].Dispose();
            all.RemoveAt(0);
            return (new(usable, all), null);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            foreach (var certificate in all) certificate.Dispose();
            return (null, Messages.CertificateUnreadable(files.Certificate, files.Key, fault.Message));
        }
    }

    private void Renew()
    {
        var (chain, fault) = Read(files, time.GetUtcNow());
        if (chain is not null) current = chain.ForConnections();
        else NotRenewed(log, fault!);
    }

    [LoggerMessage(21, LogLevel.Error, "The certificate is not renewed, and the one before it stays in use: {Fault}")]
    private static partial void NotRenewed(ILogger logger, string fault);
}

/// <summary>A certificate with its private key, and those that lead from it to the authority's.</summary>
internal sealed record CertificateChain(X509Certificate2 Leaf, X509Certificate2Collection Others) : IDisposable
{
    public SslStreamCertificateContext ForConnections() => SslStreamCertificateContext.Create(Leaf, Others, offline: true);

    public void Dispose()
    {
        Leaf.Dispose();
        foreach (var certificate in Others) certificate.Dispose();
    }
}
