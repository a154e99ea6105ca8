using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Server.Stores;
using Graph.Stores.Neo4j.Migrations;

namespace Graph.Cli.Commands;

/// <summary><c>graph migrate</c>.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Only compare; exit code 1 when migrations are missing" };
        var store = SharedOptions.Store();
        var ontology = SharedOptions.Ontology();
        var command =
            new Command("migrate",
                "Bring a Neo4j database's constraints and indexes up to what the ontology demands. SQLite files are brought up to "
                + "date whenever they are opened.")
        {
            check, store, ontology,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            if (SharedOptions.StoreOf(parsed, store) is not StoreLocation.Neo4j neo4j)
                throw new UsageException(Messages.NothingToMigrate);
            await using var migrator = Migrator.For(neo4j.Uri.OriginalString, SharedOptions.OntologyOf(parsed, ontology));
            return parsed.GetValue(check) ? await CheckAsync(migrator, cancellationToken) : await ApplyAsync(migrator, cancellationToken);
        });
        return command;
    }

    private static async Task<int> CheckAsync(Migrator migrator, CancellationToken cancellationToken)
    {
        var state = await migrator.CheckAsync(cancellationToken);
        foreach (var migration in state.Applied) Terminal.Print($"applied  {migration.File}");
        foreach (var migration in state.Pending) Terminal.Print($"missing  {migration.File}");
        var lacking = await migrator.LackingAsync(state, cancellationToken);
        foreach (var name in lacking) Terminal.Print($"lacking  {name}");
        if (state.Pending.Count == 0 && lacking.Count == 0) return ExitCode.Done;
        Terminal.Say(state.Pending.Count > 0
            ? Messages.MigrationsMissing(migrator, state)
            : migrator.Tell(lacking));
        return ExitCode.Failed;
    }

    private static async Task<int> ApplyAsync(Migrator migrator, CancellationToken cancellationToken)
    {
        var (applied, restored) = await migrator.ApplyAsync(cancellationToken);
        foreach (var migration in applied) Terminal.Print($"applied  {migration.File}");
        foreach (var name in restored) Terminal.Print($"restored {name}");
        Terminal.Print(Messages.Migrated(migrator.Location, applied.Count + restored.Count));
        return ExitCode.Done;
    }
}
