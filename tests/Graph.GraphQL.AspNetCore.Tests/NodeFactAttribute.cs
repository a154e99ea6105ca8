using System.Collections.Concurrent;
using System.Diagnostics;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>A test that needs Node and the packages of a folder beside it; skipped with the reason where they cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    private static readonly ConcurrentDictionary<string, Lazy<string?>> Missing = new(StringComparer.Ordinal);

    /// <summary>A test that needs the packages of a folder.</summary>
    /// <param name="folder">The folder, with its <c>package.json </c>.</param>
    /// <param name="package">One of its packages, which is there when all are.</param>
    public NodeFactAttribute(string folder, string package) => Skip = Missing.GetOrAdd(folder, _ => new(() => Prepare(folder, package))).Value;

    /// <summary>Runs a command in a folder.</summary>
    public static (int ExitCode, string Output) Run(string folder, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = PathOf(folder),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2))) process.Kill(entireProcessTree: true);
        return (process.ExitCode, output + errors.Result);
    }

    private static string PathOf(string folder) => Path.Combine(AppContext.BaseDirectory, folder);

    private static string? Prepare(string folder, string package)
    {
        try
        {
            if (Directory.Exists(Path.Combine(PathOf(folder), "node_modules", package))) return null;
            var command = File.Exists(Path.Combine(PathOf(folder), "package-lock.json")) ? "ci" : "install";
            var (exitCode, output) = Run(folder, "npm", command, "--no-audit", "--no-fund", "--ignore-scripts");
            return exitCode == 0 ? null : $"npm could not install {package}: {output}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node is not installed.";
        }
    }
}
