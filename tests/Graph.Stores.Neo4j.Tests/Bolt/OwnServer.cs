using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>
/// A server that a test starts, stops and starts again with the same data, by two scripts: <c>start --home DIR --bolt PORT --http PORT
/// [--password PW] --heap SIZE</c> returns when the server answers, <c>stop DIR</c> when it has ended.
/// </summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("neo4j-test-").FullName;
    private readonly int bolt = FreePort();
    private readonly int http = FreePort();
    private readonly string? password;

    private OwnServer(string? password)
    {
        this.password = password;
    }

    public static string? StartScript { get; } = Environment.GetEnvironmentVariable("GRAPH_TEST_NEO4J_START") is { Length: > 0 } path ? path : null;

    public static string? StopScript { get; } = Environment.GetEnvironmentVariable("GRAPH_TEST_NEO4J_STOP") is { Length: > 0 } path ? path : null;

    public BoltSettings Settings => BoltSettings.Parse($"bolt://127.0.0.1:{bolt}") with
    {
        // A server that has just started on a busy machine is slow to say hello.
        ConnectTimeout = TimeSpan.FromSeconds(30),
        AcquireTimeout = TimeSpan.FromMinutes(2),
        Credentials = BoltCredentials.Of(password is null ? BoltAuthentication.None : BoltAuthentication.Basic("neo4j", password)),
    };

    public static async Task<OwnServer> StartAsync(string? password = null)
    {
        var server = new OwnServer(password);
        await server.StartAgainAsync();
        return server;
    }

    public Task StartAgainAsync()
    {
        string[] arguments = ["--home", home, "--bolt", $"{bolt}", "--http", $"{http}", "--heap", "512m"];
        return RunAsync(StartScript!, password is null ? arguments : [.. arguments, "--password", password]);
    }

    public Task StopAsync() => RunAsync(StopScript!, [home]);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(home, recursive: true);
    }

    private static async Task RunAsync(string script, string[] arguments)
    {
        // Its output is not redirected: the server inherits it and would keep the pipe open for as long as it lives.
        using var process = Process.Start(new ProcessStartInfo(script, arguments))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
