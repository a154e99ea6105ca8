using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Graph.EndToEnd.Tests;

/// <summary>The <c>graph</c> command as a process of its own, the way a user runs it.</summary>
internal sealed class GraphProcess : IDisposable
{
    /// <summary>No command of these tests takes nearly so long; one that does hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string DefaultInterrupt = "--default-signal=INT";

    /// <summary>
    /// Whether <c>env</c> can give a process the usual Ctrl+C back: shells take it from what they start in the background,
    /// and these tests may run there.
    /// </summary>
    private static readonly bool ResetsSignals = CanResetSignals();

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder talk = new();

    private GraphProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(talk, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output { get { lock (output) return output.ToString(); } }

    public string Talk { get { lock (talk) return talk.ToString(); } }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public static GraphProcess Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    public static GraphProcess Start(string folder, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(ResetsSignals ? "env" : "dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (ResetsSignals)
        {
            start.ArgumentList.Add(DefaultInterrupt);
            start.ArgumentList.Add("dotnet");
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "graph.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys
            .Where(name => name.StartsWith("GRAPH_", StringComparison.Ordinal) || name.StartsWith("NEO4J_", StringComparison.Ordinal))
            .ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(new Process { StartInfo = start });
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Outcome> RunAsync(string folder, params string[] arguments) => await RunAsync(folder, [], arguments);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Outcome> RunAsync(string folder, Dictionary<string, string> environment, params string[] arguments)
    {
        using var graph = Start(folder, environment, arguments);
        return await graph.EndAsync();
    }

    public async Task<Outcome> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, Output, Talk);
    }

    /// <summary>Waits until a text stands on standard output or error.</summary>
    public async Task<string> UntilAsync(Func<string, bool> there)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var said = Output + Talk;
            if (there(said)) return said;
            Assert.False(process.HasExited && !there(Output + Talk), $"The command ended before it said what was expected:\n{Output}\n{Talk}");
            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>What Ctrl+C sends.</summary>
    public void Interrupt() => Assert.Equal(0, Kill(process.Id, 2));

    /// <summary>SIGKILL: the process gets no chance to say anything.</summary>
    public void KillHard() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static bool CanResetSignals()
    {
        using var trial = Process.Start(
            new ProcessStartInfo("env", [DefaultInterrupt, "true"]) { UseShellExecute = false, RedirectStandardError = true });
        trial!.WaitForExit();
        return trial.ExitCode == 0;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }
}

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed: data.</param>
/// <param name="Talk">What it said on standard error.</param>
internal sealed record Outcome(int ExitCode, string Output, string Talk)
{
    public Outcome Succeeds()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}.\n{Output}\n{Talk}");
        return this;
    }

    public Outcome Fails(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode} instead of {exitCode}.\n{Output}\n{Talk}");
        return this;
    }
}
