namespace Graph.Server.Access.Tls;

/// <summary>Where a server's certificate is, in PEM.</summary>
/// <param name="Certificate">The file of the certificate, and after it those that lead to the authority's.</param>
/// <param name="Key">The file of its private key, not encrypted; may be the same.</param>
public sealed record CertificateFiles(string Certificate, string Key)
{
    /// <summary>Refuses files with which no connection could be made.</summary>
    /// <exception cref="CannotListenException">
    /// They cannot be read, do not belong together, or the certificate has ended; the message says which.
    /// </exception>
    internal void Demand(TimeProvider time)
    {
        var (certificate, fault) = ServerCertificate.Read(this, time.GetUtcNow());
        certificate?.Dispose();
        if (fault is not null) throw new CannotListenException(fault, isWrongUsage: true);
    }
}
