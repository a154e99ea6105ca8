using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Graph.Tests;

/// <summary>
/// A server that a test starts, stops, kills and starts again with the same data and ports, by two scripts: <c>start --home DIR --bolt PORT
/// --http PORT [--password PW] --heap SIZE</c> returns when the server answers and leaves its process id in <c>DIR/run/server.pid</c>,
/// <c>stop DIR</c> when it has ended.
/// </summary>
internal sealed class OwnNeo4j : IAsyncDisposable
{
    private readonly HttpClient client = new();
    private readonly string home;
    private readonly string? password;
    private readonly int bolt = FreePort();
    private readonly int http = FreePort();

    private OwnNeo4j(string home, string? password)
    {
        this.home = home;
        this.password = password;
    }

    public static string? StartScript { get; } = Environment.GetEnvironmentVariable("GRAPH_TEST_NEO4J_START") is { Length: > 0 } path ? path : null;

    public static string? StopScript { get; } = Environment.GetEnvironmentVariable("GRAPH_TEST_NEO4J_STOP") is { Length: > 0 } path ? path : null;

    /// <summary>Why there is none here, or null.</summary>
    public static string? NotAtHand => StartScript is null || StopScript is null
        ? "No Neo4j to start and stop: set GRAPH_TEST_NEO4J_START and GRAPH_TEST_NEO4J_STOP to scripts that do."
        : null;

    /// <summary>Its address for Bolt.</summary>
    public string Uri => $"bolt://127.0.0.1:{bolt}";

    /// <summary>Its address for HTTP.</summary>
    public string HttpUri => $"http://127.0.0.1:{http}";

    /// <summary>The password of the user <c>neo4j</c>; null where it lets anybody in.</summary>
    public string? Password => password;

    private int ProcessId => int.Parse(File.ReadAllText(Path.Combine(home, "run", "server.pid")));

    private string Configuration => Path.Combine(home, "conf", "neo4j.conf");

    /// <summary>Starts one with an empty database.</summary>
    /// <param name="password">The password it asks for; null lets anybody in.</param>
    /// <param name="home">An empty folder for its data, such as one on another disk; null makes one.</param>
    public static async Task<OwnNeo4j> StartAsync(string? password = null, string? home = null)
    {
        var server = new OwnNeo4j(home ?? Directory.CreateTempSubdirectory("neo4j-test-").FullName, password);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts it with the data it had, and waits for its first answer, which takes long on a busy machine.</summary>
    public async Task StartAgainAsync()
    {
        string[] arguments = ["--home", home, "--bolt", $"{bolt}", "--http", $"{http}", "--heap", "512m", "--pagecache", "64m"];
        await RunAsync(StartScript!, password is null ? arguments : [.. arguments, "--password", password]);
        await AnswersAsync();
    }

    /// <summary>Starts it again with more in its configuration, which the script would overwrite: by the command line it was started with.</summary>
    public Task RestartWithAsync(params string[] settings) => RestartAsync(settings, () => { });

    /// <summary>The same, with an empty database that never knew another configuration.</summary>
    public Task BeginAnewWithAsync(params string[] settings) =>
        RestartAsync(settings, () => Directory.Delete(Path.Combine(home, "data"), recursive: true));

    /// <summary>Ends it in order.</summary>
    public Task StopAsync() => RunAsync(StopScript!, [home]);

    /// <summary>SIGKILL: it gets no chance to write or say anything.</summary>
    public async Task KillAsync()
    {
        using var process = Process.GetProcessById(ProcessId);
        process.Kill();
        while (Accepts(bolt)) await Task.Delay(10); // Nobody may be there to collect a dead process, so its end is seen by its port.
    }

    /// <summary>Runs a statement over HTTP, beside everything that is tested, and gives its rows.</summary>
    public async Task<JsonElement[]> AskAsync(string statement)
    {
        using var response = await client.PostAsJsonAsync($"{HttpUri}/db/neo4j/query/v2", new { statement });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.TryGetProperty("data", out var data), answer.ToString());
        return [.. data.GetProperty("values").EnumerateArray()];
    }

    /// <summary>
    /// Waits until it runs nothing but the question: it lists a transaction for a moment after its last answer, and rolls back what a dead client
    /// had begun as soon as it notices.
    /// </summary>
    public async Task NothingRunsAsync()
    {
        for (var patience = 600; ; patience--)
        {
            var running = await AskAsync("SHOW TRANSACTIONS YIELD currentQuery");
            if (running.Length == 1) return;
            Assert.True(patience > 0, $"Still running: {string.Join("; ", running)}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (Accepts(bolt)) await KillAsync(); // Its data is thrown away: nothing needs the time of an orderly end.
        Directory.Delete(home, recursive: true);
    }

    private async Task RestartAsync(string[] settings, Action between)
    {
        var id = ProcessId;
        var command = CommandLine(id).TrimEnd('\0').Split('\0');
        Process.Start("kill", $"{id}").Dispose();
        while (CommandLine(id).Length > 0 || Accepts(bolt) || Accepts(http)) await Task.Delay(50);
        between();
        await File.AppendAllLinesAsync(Configuration, settings);
        var console = Path.Combine(home, "logs", "console.log");
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", console, .. command]))!;
        await File.WriteAllTextAsync(Path.Combine(home, "run", "server.pid"), $"{process.Id}");
        while (!Accepts(bolt) || !Accepts(http))
        {
            Assert.False(process.HasExited, $"Neo4j ended before it was ready; see {console}.");
            await Task.Delay(100);
        }

        await AnswersAsync();
    }

    /// <summary>An open port is no answer yet: the first one takes longer than a client waits when the machine is busy.</summary>
    private async Task AnswersAsync()
    {
        for (var patience = 300; ; patience--)
        {
            using var response = await client.PostAsJsonAsync($"{HttpUri}/db/neo4j/query/v2", new { statement = "RETURN 1" });
            if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.Unauthorized) return;
            Assert.True(patience > 0, $"Neo4j at {HttpUri} answers {response.StatusCode}.");
            await Task.Delay(200);
        }
    }

    private static async Task RunAsync(string script, string[] arguments)
    {
        // Its output is not redirected: the server inherits it and would keep the pipe open for as long as it lives.
        using var process = Process.Start(new ProcessStartInfo(script, arguments))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}.");
    }

    /// <summary>Empty once the process has ended, also while nobody has collected it.</summary>
    private static string CommandLine(int process) => File.Exists($"/proc/{process}/cmdline") ? File.ReadAllText($"/proc/{process}/cmdline") : "";

    private static bool Accepts(int port)
    {
        using var trial = new TcpClient();
        try
        {
            trial.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A fact that needs a server of its own; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OwnNeo4jFactAttribute : FactAttribute
{
    public OwnNeo4jFactAttribute() => Skip = OwnNeo4j.NotAtHand;
}
