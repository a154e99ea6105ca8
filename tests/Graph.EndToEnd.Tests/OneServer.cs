using Graph.Tests;

namespace Graph.EndToEnd.Tests;

/// <summary>
/// One Neo4j for the tests that kill it or take something away from it, each in its turn: to start a server takes longer than most of what
/// they do with it. It is started at first use, so that tests that are skipped start nothing.
/// </summary>
public sealed class OneServer : IAsyncLifetime
{
    /// <summary>The tests that take turns.</summary>
    public const string Turns = "a Neo4j that is killed";

    private OwnNeo4j? server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    /// <summary>Goes on with a database that has every migration and nothing else.</summary>
    internal async Task<OwnNeo4j> EmptyAsync()
    {
        if (server is null)
        {
            server = await OwnNeo4j.StartAsync();
            (await GraphProcess.RunAsync(Path.GetTempPath(), "migrate", "--store", server.Uri)).Succeeds();
        }

        await server.AskAsync("MATCH (n:!__Neo4jMigration) CALL (n) { DETACH DELETE n } IN TRANSACTIONS");
        return server;
    }
}

[CollectionDefinition(OneServer.Turns)]
public sealed class TurnsOnOneServer : ICollectionFixture<OneServer>;
