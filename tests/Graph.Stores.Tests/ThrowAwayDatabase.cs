using Graph.Model.Ontologies;
using Graph.Stores.Neo4j;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Statements;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Tests;

/// <summary>
/// Empties a database for tests. It touches only a database that was empty when a test first saw it, which then bears a
/// mark: nobody's graph is lost to a test that is pointed at the wrong server.
/// </summary>
internal static class ThrowAwayDatabase
{
    private const string Mark = "_ThrowAway";

    /// <summary>Deletes all nodes and, where they are another ontology's, all constraints and indexes; applies the migrations of this one.</summary>
    public static async Task EmptyAsync(string location, Ontology ontology, CancellationToken cancellationToken = default)
    {
        await using var runner = new BoltClient(Neo4jStore.SettingsOf(location));
        var (nodes, marked) = (0L, 0L);
        await runner.RunAsync(
            new($"RETURN COUNT {{ MATCH () }}, COUNT {{ MATCH (:{Mark}) }}"),
            new NumberRows((all, marks, _) => (nodes, marked) = (all, marks)),
            cancellationToken);
        if (nodes > 0 && marked == 0)
            throw new InvalidOperationException($"The database at {location} holds a graph that no test made; point NEO4J_URI at an empty one.");
        await RunAsync(runner, $"MERGE (:{Mark})", cancellationToken);
        await RunAsync(runner, $"MATCH (n:!{Mark}&!__Neo4jMigration) DETACH DELETE n", cancellationToken);
        var migrator = new Migrator(runner, location, Migrator.Of(ontology));
        try
        {
            await migrator.ApplyAsync(cancellationToken);
        }
        catch (Model.Stores.StoreException)
        {
            await DropSchemaAsync(runner, cancellationToken);
            await migrator.ApplyAsync(cancellationToken);
        }
    }

    /// <summary>Says of the database of a server that a test has started itself that it may be emptied.</summary>
    public static async Task MarkAsync(string location)
    {
        await using var runner = new BoltClient(Neo4jStore.SettingsOf(location));
        await RunAsync(runner, $"MERGE (:{Mark})", CancellationToken.None);
    }

    private static async Task DropSchemaAsync(BoltClient runner, CancellationToken cancellationToken)
    {
        await RunAsync(runner, "MATCH (n:__Neo4jMigration) DETACH DELETE n", cancellationToken);
        foreach (var kind in new[] { "CONSTRAINTS", "INDEXES" })
        {
            var names = new TextRows();
            await runner.RunAsync(new($"SHOW {kind} YIELD name, type WHERE type <> 'LOOKUP' RETURN name"), names, cancellationToken);
            foreach (var name in names.All)
                await RunAsync(
                    runner,
                    $"DROP {(kind == "INDEXES" ? "INDEX" : "CONSTRAINT")} {Identifiers.Escape(name)} IF EXISTS",
                    cancellationToken);
        }
    }

    private static Task RunAsync(BoltClient runner, string text, CancellationToken cancellationToken) =>
        runner.RunAsync(new(text) { Access = AccessMode.Write, Repeatable = true }, new NumberRows(static (_, _, _) => { }), cancellationToken);
}
