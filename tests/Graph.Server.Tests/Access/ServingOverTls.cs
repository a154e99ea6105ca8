using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Access;
using Graph.Server.Access.Tls;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graph.Server.Tests.Access;

public sealed class ServingOverTls : IAsyncLifetime, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-tls-").FullName;
    private IGraphStore store = null!;

    private string CertificateFile => Path.Combine(folder, "certificate.pem");

    private string KeyFile => Path.Combine(folder, "key.pem");

    private CertificateFiles Files => new(CertificateFile, KeyFile);

    public async Task InitializeAsync() =>
        store = await Stores.GraphStores.OpenAsync(new Stores.StoreLocation.Sqlite(Path.Combine(folder, "a.db")), Ontology.Shipped, CancellationToken.None);

    public async Task DisposeAsync() => await store.DisposeAsync();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AnswersOverHttp2AndShowsTheWholeChain()
    {
        Write("first");
        await using var server = await GraphServer.StartAsync(store, new() { Urls = "https://127.0.0.1:0", Certificate = Files }, CancellationToken.None);
        string[] shown = [];
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new()
            {
                RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
                {
                    shown = [certificate!.Subject, .. chain!.ChainPolicy.ExtraStore.Select(other => other.Subject)];
                    return true;
                },
            },
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + "/graphql?query={people{name}}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var answer = await client.SendAsync(request);
        Assert.Equal("{\"data\":{\"people\":[]}}", await answer.Content.ReadAsStringAsync());
        Assert.Equal("CN=first", shown[0]);
        Assert.Contains("CN=between", shown);
        Assert.DoesNotContain("CN=root", shown);
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(("DENY", "no-referrer"), (answer.Headers.GetValues("X-Frame-Options").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
    }

    [Fact]
    public async Task EndsConnectionsThatOfferNothingButOldProtocols()
    {
        Write("first");
        await using var server = await GraphServer.StartAsync(store, new() { Urls = "https://127.0.0.1:0", Certificate = Files }, CancellationToken.None);
        using var socket = new System.Net.Sockets.TcpClient("127.0.0.1", new Uri(server.Url).Port);
        await using var connection = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning disable CA5397, CS0618, SYSLIB0039 // What is tried is that it is refused.
        var options = new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = SslProtocols.Tls11 };
#pragma warning restore CA5397, CS0618, SYSLIB0039
        await Assert.ThrowsAnyAsync<Exception>(() => connection.AuthenticateAsClientAsync(options));
    }

    [Fact]
    public void ARenewedCertificateIsShownAndABrokenOneIsNot()
    {
        Write("first");
        var time = new Clock();
        var certificate = new ServerCertificate(Files, time, NullLogger.Instance);
        Assert.Equal("CN=first", certificate.Current.TargetCertificate.Subject);
        Write("second");
        Assert.Equal("CN=first", certificate.Current.TargetCertificate.Subject);
        time.Seconds += 10;
        Assert.Equal("CN=second", certificate.Current.TargetCertificate.Subject);
        File.WriteAllText(CertificateFile, "half");
        time.Seconds += 10;
        Assert.Equal("CN=second", certificate.Current.TargetCertificate.Subject);
        Write("third");
        time.Seconds += 10;
        Assert.Equal("CN=third", certificate.Current.TargetCertificate.Subject);
    }

    [Fact]
    public void WhatIsNoCertificateIsToldBeforeAnythingIsBegun()
    {
        Assert.Equal($"There is no file '{CertificateFile}'. Name the certificate with --certificate, and its private key with --certificate-key.", Refusal());
        Write("first");
        var key = File.ReadAllText(KeyFile);
        File.WriteAllText(KeyFile, "nonsense");
        Assert.StartsWith($"The certificate in '{CertificateFile}' and the private key in '{KeyFile}' cannot be used: ", Refusal(), StringComparison.Ordinal);
        Assert.EndsWith(". Both have to be PEM, belong together, and the key not be encrypted.", Refusal(), StringComparison.Ordinal);
        using (var other = RSA.Create(2048)) File.WriteAllText(KeyFile, other.ExportPkcs8PrivateKeyPem());
        Assert.EndsWith(". Both have to be PEM, belong together, and the key not be encrypted.", Refusal(), StringComparison.Ordinal);
        File.WriteAllText(KeyFile, key);
        File.WriteAllText(CertificateFile, "nonsense");
        Assert.Equal($"'{CertificateFile}' holds no certificate in PEM (-----BEGIN CERTIFICATE-----). Name the file that does with --certificate.", Refusal());
        Write("old", ended: true);
        Assert.Equal($"The certificate in '{CertificateFile}' ended at 2020-01-02 00:00 UTC. Put a renewed one there.", Refusal());

        string Refusal() => Assert.Throws<CannotListenException>(
            () => GraphServer.Demand(Ontology.Shipped, new() { Urls = "https://127.0.0.1:0", Certificate = Files })).Message;
    }

    /// <summary>A certificate that another leads from to its authority's, which no file has.</summary>
    private void Write(string name, bool ended = false)
    {
        var now = ended ? new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero) : TimeProvider.System.GetUtcNow().AddDays(1);
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var betweenKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Authority("root", rootKey).CreateSelfSigned(now.AddDays(-9), now.AddDays(9));
        using var between = Authority("between", betweenKey).Create(root, now.AddDays(-8), now.AddDays(8), [1]).CopyWithPrivateKey(betweenKey);
        using var leaf = new CertificateRequest($"CN={name}", leafKey, HashAlgorithmName.SHA256).Create(between, now.AddDays(-7), now, [2]);
        File.WriteAllText(KeyFile, leafKey.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(CertificateFile, leaf.ExportCertificatePem() + "\n" + between.ExportCertificatePem() + "\n");
        var written = DateTime.UnixEpoch.AddSeconds(name.Length * 1_000 + name[0]); // Each at a time of its own, however fast they follow.
        File.SetLastWriteTimeUtc(CertificateFile, written);

        static CertificateRequest Authority(string name, ECDsa key)
        {
            var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
                certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
            return request;
        }
    }
}
