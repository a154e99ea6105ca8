using System.Diagnostics;

namespace Graph.EndToEnd.Tests;

/// <summary><c>docker-compose.yml</c>, read by the client that will read it.</summary>
public sealed class Composition
{
    [NeedsCompose]
    public async Task IsAcceptedByTheClient()
    {
        var (exitCode, output) = await ComposeAsync("long enough", "config");
        Assert.True(exitCode == 0, output);
        Assert.Equal(3, output.Split("127.0.0.1").Length - 1); // every port on the loopback address
        Assert.Contains("condition: service_healthy", output, StringComparison.Ordinal);
        Assert.Contains("condition: service_completed_successfully", output, StringComparison.Ordinal);
        var (_, services) = await ComposeAsync("long enough", "config", "--services");
        Assert.Equal(
            ["api", "import", "migrate", "neo4j"],
            services.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [NeedsCompose]
    public async Task HasGrafanaWhereItIsAskedFor()
    {
        var (exitCode, output) = await ComposeAsync("long enough", "--profile", "observability", "config");
        Assert.True(exitCode == 0, output);
        Assert.Equal(4, output.Split("127.0.0.1").Length - 1);
        Assert.Contains("yesoreyeram-infinity-datasource", output, StringComparison.Ordinal);
    }

    [NeedsCompose]
    public async Task AsksForAPasswordWhereNoneIsSet()
    {
        var (exitCode, output) = await ComposeAsync("", "config");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("set NEO4J_PASSWORD to a password of at least 8 characters", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> ComposeAsync(string password, params string[] arguments) =>
        ComposeClient.RunAsync(password, ["-f", Path.Combine(Repository.Root, "docker-compose.yml"), .. arguments]);
}

/// <summary>The Compose client of this machine: the one inside <c>docker</c>, or the program of its own.</summary>
internal static class ComposeClient
{
    private static readonly string[][] Known = [["docker", "compose"], ["docker-compose"]];

    /// <summary>How it is called, or null where there is none.</summary>
    public static string[]? Command { get; } = Array.Find(Known, Answers);

    /// <summary>Runs it to its end; its errors are part of the output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string password, string[] arguments)
    {
        using var client = Start([.. Command!, .. arguments], password);
        var (output, talk) = (client.StandardOutput.ReadToEndAsync(), client.StandardError.ReadToEndAsync());
        await client.WaitForExitAsync();
        return (client.ExitCode, await output + await talk);
    }

    private static bool Answers(string[] command)
    {
        try
        {
            using var client = Start([.. command, "version"], "");
            client.StandardOutput.ReadToEnd();
            client.WaitForExit();
            return client.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program
        }
    }

    private static Process Start(string[] command, string password)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["NEO4J_PASSWORD"] = password;
        return Process.Start(start)!;
    }
}

/// <summary>A fact that needs a Compose client; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsComposeAttribute : FactAttribute
{
    public NeedsComposeAttribute()
    {
        if (ComposeClient.Command is null) Skip = "No Compose client at hand: install docker with its compose plugin, or docker-compose.";
    }
}
