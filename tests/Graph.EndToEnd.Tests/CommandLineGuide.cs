using System.Text.RegularExpressions;

namespace Graph.EndToEnd.Tests;

/// <summary><c>docs/command-line.md</c>: each command that it shows prints what stands below it.</summary>
public sealed partial class CommandLineGuide(QueryTables.Imported graph) : IClassFixture<QueryTables.Imported>
{
    private const string Prompt = "$ ";

    [Fact]
    public async Task ItsCommandsPrintWhatItSays()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "command-line.md"));
        var shown = Blocks().Matches(guide).SelectMany(block => Commands(block.Groups["block"].Value)).ToList();
        Assert.True(shown.Count > 12);
        foreach (var (command, printed) in shown)
        {
            var arguments = Words(command);
            Assert.Equal("graph", arguments[0]);
            var outcome = await GraphProcess.RunAsync(graph.Folder, [.. arguments.Skip(1), "--store", QueryTables.Imported.Store]);
            Assert.Equal($"{command}\n{printed}", $"{command}\n{outcome.Talk}{outcome.Output}".ReplaceLineEndings("\n"));
            Assert.Equal(outcome.Output.Length > 0 ? 0 : 2, outcome.ExitCode);
        }
    }

    private static IEnumerable<(string Command, string Printed)> Commands(string block)
    {
        foreach (var part in $"\n{block}".Split("\n" + Prompt).Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            yield return (part[..end], part[(end + 1)..].TrimEnd('\n') + "\n");
        }
    }

    /// <summary>The words of a command as a shell takes them apart.</summary>
    private static List<string> Words(string command) =>
        [.. Word().Matches(command).Select(word => Quoted().Replace(word.Value, quoted => quoted.Groups[1].Value))];

    [GeneratedRegex("```console\n(?<block>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();

    [GeneratedRegex("(?:'[^']*'|[^ '])+")]
    private static partial Regex Word();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
