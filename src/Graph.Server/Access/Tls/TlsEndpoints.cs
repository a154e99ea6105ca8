using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Graph.Server.Access.Tls;

/// <summary>HTTPS, with HTTP/2 for those who speak it.</summary>
internal static class TlsEndpoints
{
    /// <summary>Who begins a connection and says nothing more holds it no longer than one who sends no request.</summary>
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(10);

    public static void Apply(KestrelServerOptions kestrel, CertificateFiles files)
    {
        var services = kestrel.ApplicationServices;
        var certificate = new ServerCertificate(
            files,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Graph.Server"));
        kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ClientCertificateMode = ClientCertificateMode.NoCertificate;
            https.HandshakeTimeout = HandshakeTimeout;
            https.ServerCertificateSelector = (_, _) => certificate.Current.TargetCertificate;
            https.OnAuthenticate = (_, connection) =>
            {
                // With the selector alone those that lead to the authority would not be sent.
                connection.ServerCertificateSelectionCallback = null;
                connection.ServerCertificateContext = certificate.Current;
            };
        });
    }
}
