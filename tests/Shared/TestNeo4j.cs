using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Graph.Tests;

/// <summary>
/// The Neo4j that a test project may use: the one at <c>NEO4J_URI</c>, or, where <c>GRAPH_TEST_NEO4J_START</c> and
/// <c>GRAPH_TEST_NEO4J_STOP</c> name scripts, one that is started for this process at first use and stopped at its end; where nothing is
/// named, one in a container, if an engine is at hand.
/// Test projects run side by side, so that each having its own keeps them out of each other's database.
/// </summary>
internal static class TestNeo4j
{
    private static readonly string? Given = Setting("NEO4J_URI");
    private static readonly string? StartScript = Setting("GRAPH_TEST_NEO4J_START");
    private static readonly string? StopScript = Setting("GRAPH_TEST_NEO4J_STOP");
    private static readonly Lazy<StartedNeo4j> Started = new(Start);
    private static readonly Lazy<StartedNeo4j> StartedSecond = new(Start);

    /// <summary>Why there is none here, or null.</summary>
    public static string? NotAtHand => Given is null && CannotStart is not null
        ? "No Neo4j at hand: set NEO4J_URI=bolt://host:port to a server with an empty database, or GRAPH_TEST_NEO4J_START and GRAPH_TEST_NEO4J_STOP to scripts that start and stop one; "
            + $"{Neo4jContainer.NotAtHand}."
        : null;

    /// <summary>Its address; starts it at first use.</summary>
    public static string Uri => Given ?? Started.Value.BoltUri;

    /// <summary>Its address for HTTP; null where none was given beside <c>NEO4J_URI</c>. Starts it at first use.</summary>
    public static string? HttpUri => Given is null ? Started.Value.HttpUri : Setting("NEO4J_HTTP_URI");

    /// <summary>Whether there is a second server; one that was given has none beside it.</summary>
    public static bool HasSecond => Given is null && CannotStart is null;

    /// <summary>A second server for tests that need not wait for those on the first; the first where there is none. Starts it at first use.</summary>
    public static StartedNeo4j Second => HasSecond ? StartedSecond.Value : new(Uri, HttpUri);

    /// <summary>Why none can be started here, or null.</summary>
    public static string? CannotStart => HasScripts || Neo4jContainer.NotAtHand is not { } reason
        ? null
        : $"No Neo4j can be started: set GRAPH_TEST_NEO4J_START and GRAPH_TEST_NEO4J_STOP to scripts that start and stop one; {reason}.";

    private static bool HasScripts => StartScript is not null && StopScript is not null;

    /// <summary>Starts one more, empty, that is stopped when this process ends.</summary>
    public static StartedNeo4j Start()
    {
        var (bolt, http) = (FreePort(), FreePort());
        if (!HasScripts) return Neo4jContainer.Start(bolt, http);
        var home = Directory.CreateTempSubdirectory("neo4j-test-").FullName;

        // Not waited for: the host of the tests is given a moment to end, a server takes longer, and half a gigabyte would stay behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Process.Start("sh", ["-c", "\"$0\" \"$1\"; rm -rf \"$1\"", StopScript!, home]).Dispose();
        Run(StartScript!, ["--home", home, "--bolt", $"{bolt}", "--http", $"{http}", "--heap", "512m", "--pagecache", "64m"]);
        return new($"bolt://127.0.0.1:{bolt}", $"http://127.0.0.1:{http}");
    }

    private static void Run(string script, string[] arguments)
    {
        // Its output is not redirected: the server inherits it and would keep the pipe open for as long as it lives.
        using var process = Process.Start(new ProcessStartInfo(script, arguments) { UseShellExecute = false })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{script} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

/// <summary>A Neo4j that was started for tests.</summary>
/// <param name="BoltUri">Where it answers Bolt.</param>
/// <param name="HttpUri">Where it answers HTTP and serves its Browser; null where nobody said.</param>
internal sealed record StartedNeo4j(string BoltUri, string? HttpUri);

/// <summary>A fact that needs a Neo4j; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsNeo4jAttribute : FactAttribute
{
    public NeedsNeo4jAttribute() => Skip = TestNeo4j.NotAtHand;
}
