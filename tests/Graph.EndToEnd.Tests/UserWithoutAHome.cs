using System.ComponentModel;
using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Graph.EndToEnd.Tests;

/// <summary>Whom no list of users knows, as systemd and Kubernetes make them.</summary>
public sealed partial class UserWithoutAHome : IDisposable
{
    private static readonly string[] Stranger = ["--user", "--map-user=61184", "--map-group=61184", "env", "--unset=HOME"];

    private readonly TemporaryFolder folder = new();

    /// <summary>Why none can be made here, or null.</summary>
    private static string? NotAtHand { get; } = CanBeMade() ? null : "No user without a home: making one needs Linux, and unshare with its --map-user.";

    [StrangerFact]
    public async Task ServesOverTls()
    {
        WriteCertificate();
        AccusationFile.Write(folder["talks.jsonl"], accusations: 1);
        var start = new ProcessStartInfo("unshare")
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])[.. Stranger, "dotnet", Path.Combine(AppContext.BaseDirectory, "graph.dll"),
            .. "serve --import talks.jsonl --store sqlite:talks.db --urls https://127.0.0.1:0 --certificate certificate.pem --certificate-key key.pem".Split(' ')])
            start.ArgumentList.Add(word);
        using var server = Process.Start(start)!;
        try
        {
            var port = await PortAsync(server);
            using var socket = new TcpClient("127.0.0.1", port);
            await using var connection = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, _) => shown?.Subject == "CN=talks");
            await connection.AuthenticateAsClientAsync("talks");
            Assert.True(connection.IsAuthenticated);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => folder.Dispose();

    private static async Task<int> PortAsync(Process server)
    {
        var talk = server.StandardError.ReadToEndAsync();
        while (await server.StandardOutput.ReadLineAsync() is { } line)
            if (Served().Match(line) is { Success: true } found) return int.Parse(found.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Fail($"The server ended:\n{await talk}");
        return 0;
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=talks", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        folder.Write("certificate.pem", certificate.ExportCertificatePem());
        folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem());
    }

    private static bool CanBeMade()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using var trial = Process.Start(new ProcessStartInfo("unshare", [.. Stranger, "true"]) { UseShellExecute = false, RedirectStandardError = true })!;
            trial.WaitForExit();
            return trial.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // There is no unshare.
        }
    }

    [GeneratedRegex(@"https://127\.0\.0\.1:(\d+)/graphql")]
    private static partial Regex Served();

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class StrangerFactAttribute : FactAttribute
    {
        public StrangerFactAttribute() => Skip = NotAtHand;
    }
}
