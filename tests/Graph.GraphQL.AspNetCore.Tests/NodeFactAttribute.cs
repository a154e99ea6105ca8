using System.Diagnostics;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>A test that needs Node and the packages of audit; skipped with the reason where they cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(Prepare);

    public NodeFactAttribute() => Skip = Missing.Value;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "audit");

    public static (int ExitCode, string Output) Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Folder,
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

    private static string? Prepare()
    {
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "graphql-http"))) return null;
            var (exitCode, output) = Run("npm", "install", "--no-audit", "--no-fund");
            return exitCode == 0 ? null : $"npm could not install graphql-http: {output}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node is not installed.";
        }
    }
}
