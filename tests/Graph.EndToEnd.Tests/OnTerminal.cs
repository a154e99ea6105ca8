using System.Diagnostics;
using System.Text;

namespace Graph.EndToEnd.Tests;

/// <summary>The <c>graph</c> command on a terminal, which <c>script</c> stands for.</summary>
internal static class OnTerminal
{
    /// <summary>Why no terminal can be had here, or null.</summary>
    public static string? NotAtHand { get; }
        = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script") ? null : "There is no /usr/bin/script here, which gives a command a terminal.";

    /// <summary>What the terminal shows, its line ends as <c>\n</c>.</summary>
    public static Task<string> RunAsync(string folder, params string[] arguments) => RunAsync(folder, "", arguments);

    /// <summary>What a terminal of so many columns shows.</summary>
    public static Task<string> RunAsync(string folder, int columns, params string[] arguments) =>
        RunAsync(folder, $"stty cols {columns.ToString(System.Globalization.CultureInfo.InvariantCulture)}; ", arguments);

    private static async Task<string> RunAsync(string folder, string before, string[] arguments)
    {
        var command = string.Join(' ', arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "graph.dll"))
            .Select(argument => $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", before + "dotnet " + command, "/dev/null"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["TERM"] = "dumb";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}

/// <summary>A fact that needs a terminal; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = OnTerminal.NotAtHand;
}
