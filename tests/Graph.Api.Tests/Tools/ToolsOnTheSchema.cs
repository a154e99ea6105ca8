using System.ComponentModel;
using System.Diagnostics;
using Graph.Api.Sdl;

namespace Graph.Api.Tests.Tools;

/// <summary>
/// What people use on a GraphQL schema takes ours, as <c>graph schema</c> prints it. Refetching by Relay needs <c>nodeInterfaceIdField: globalId</c>.
/// </summary>
public sealed class ToolsOnTheSchema
{
    [ToolsFact]
    public void AreContent()
    {
        var folder = Directory.CreateTempSubdirectory("graph-tools-");
        try
        {
            var schema = Path.Combine(folder.FullName, "printed.graphql");
            File.WriteAllText(schema, SchemaText.Of(Domains.Accusations).Text);
            Assert.Equal(
                """
                GraphQL Code Generator: sound
                relay-compiler: sound
                Apollo Client: sound
                graphql-inspector: sound

                """,
                ToolsFactAttribute.Run("node", "tools.mjs", schema, folder.FullName).Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A test that needs Node and the packages beside it; skipped with the reason where they cannot be had.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ToolsFactAttribute : FactAttribute
    {
        private static readonly Lazy<string?> Missing = new(Prepare);

        public ToolsFactAttribute() => Skip = Missing.Value;

        private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Tools");

        public static (int ExitCode, string Output) Run(string command, params string[] arguments)
        {
            var start = new ProcessStartInfo(command, arguments)
            {
                WorkingDirectory = Folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            if (!process.WaitForExit(TimeSpan.FromMinutes(4))) process.Kill(entireProcessTree: true);
            return (process.ExitCode, output + errors.Result);
        }

        private static string? Prepare()
        {
            try
            {
                if (Directory.Exists(Path.Combine(Folder, "node_modules", "relay-compiler"))) return null;
                var (exitCode, output) = Run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
                return exitCode == 0 ? null : $"npm could not install the tools: {output}";
            }
            catch (Win32Exception)
            {
                return "Node is not installed.";
            }
        }
    }
}
