using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Graph.Cli.Commands;
using Graph.Cli.Output;

namespace Graph.Cli;

/// <summary>The <c>graph</c> command: its subcommands, their help, and what becomes of a wrong call.</summary>
internal static class GraphCommand
{
    /// <summary>How long a command may take to finish its batch and report after Ctrl+C.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = Create();
        var parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        var faults = parsed.Action is HelpAction or HelpWithExample ? [] : UsageFaults.Of(parsed);
        if (faults.Count > 0)
        {
            foreach (var fault in faults) Terminal.Say(fault);
            Terminal.Say(Messages.SeeHelp(Invocation(parsed.CommandResult.Command)));
            return ExitCode.WrongUsage;
        }

        return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = Farewell, EnableDefaultExceptionHandler = false });
    }

    /// <summary>The examples that help ends with, by command: a test runs each.</summary>
    public static IReadOnlyDictionary<string, string> Examples { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["graph"] = "graph serve --import seeds",
        ["import"] = "graph import seeds --store sqlite:talks.db",
        ["check"] = "graph check seeds/istanbul-2025",
        ["remove"] = "graph remove source istanbul-2025 --dry-run --store sqlite:talks.db",
        ["log"] = "graph log --store sqlite:talks.db",
        ["changes"] = "graph changes --type Person --store sqlite:talks.db",
        ["undo"] = "graph undo 1 --dry-run --store sqlite:talks.db",
        ["draft"] = "graph draft seeds/istanbul-2025/texts/tass-2025-06-02.txt --published 2025-06-02",
        ["review"] = "graph review drafts/tass-2025-06-02 --accept 0.9",
        ["export"] = "graph export --store sqlite:talks.db -o talks.jsonl.gz",
        ["backup"] = "graph backup talks.bak --store sqlite:talks.db",
        ["restore"] = "graph restore talks.bak --store sqlite:talks.db --replace",
        ["duplicates"] = "graph duplicates --store sqlite:talks.db",
        ["merge"] = "graph merge vladimir-medinsky vladimir-putin --because 'only to try it' --store sqlite:talks.db",
        ["unmerge"] = "graph unmerge vladimir-putin --store sqlite:talks.db",
        ["serve"] = "graph serve --import seeds --urls http://127.0.0.1:5080",
        ["keys"] = "graph keys add dashboards --role read --ends 2027-06-30 --keys keys.json",
        ["mcp"] = "graph mcp --store sqlite:talks.db",
        ["query"] =
            "graph query '{ accusations(limit: 3, where: { saidOn: { isNull: false } }, sort: [{ saidOn: DESC }]) { saidOn matter "
                + "accusers { name } } }' --format table",
        ["who"] = "graph who --against Ukraine --roll-up state --from 2025-06-01 --to 2025-06-30",
        ["timeline"] = "graph timeline --by Lavrov --bucket month",
        ["threads"] = "graph threads --by Kellogg",
        ["path"] = "graph path Fidan Germany --any",
        ["search"] = "graph search medinskiy",
        ["stats"] = "graph stats --store sqlite:talks.db",
        ["schema"] = "graph schema > schema.graphql",
        ["migrate"] = "graph migrate --check --store bolt://localhost:7687",
    };

    /// <summary>How a command is called.</summary>
    public static string Invocation(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Invocation(parent)} {command.Name}" : "graph";

    /// <summary>All commands with their options, to be parsed.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Who accused whom: a knowledge graph of accusations, each with the exact words that report it.")
        {
            ImportCommand.Create(),
            CheckCommand.Create(),
            RemoveCommand.Create(),
            LogCommand.Create(),
            ChangesCommand.Create(),
            UndoCommand.Create(),
            DraftCommand.Create(),
            ReviewCommand.Create(),
            ExportCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            DuplicatesCommand.Create(),
            MergeCommand.Create(),
            UnmergeCommand.Create(),
            ServeCommand.Create(),
            McpCommand.Create(),
            KeysCommand.Create(),
            QueryCommand.Create(),
            WhoCommand.Create(),
            TimelineCommand.Create(),
            ThreadsCommand.Create(),
            PathCommand.Create(),
            SearchCommand.Create(),
            StatsCommand.Create(),
            SchemaCommand.Create(),
            MigrateCommand.Create(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!);
        return root;
    }

    private sealed class HelpWithExample(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = inner.Invoke(parseResult);
            var command = parseResult.CommandResult.Command;
            if (Examples.TryGetValue(command is RootCommand ? "graph" : command.Name, out var example))
            {
                parseResult.InvocationConfiguration.Output.WriteLine("Example:");
                parseResult.InvocationConfiguration.Output.WriteLine("  " + example);
            }

            return code;
        }
    }
}
