namespace Graph.Stores.Tests;

/// <summary>
/// Who uses the database of which server: the tests of one collection take turns. Where only one server was given, the two collections
/// take turns as well.
/// </summary>
public sealed class Neo4jTurns : IAsyncLifetime
{
    /// <summary>The tests on the first server.</summary>
    public const string First = "the database of a Neo4j server";

    /// <summary>The tests on the second.</summary>
    public const string Second = "the database of a second Neo4j server";

    private static readonly SemaphoreSlim TheOnlyOne = new(1);

    public Task InitializeAsync() => TestNeo4j.HasSecond ? Task.CompletedTask : TheOnlyOne.WaitAsync();

    public Task DisposeAsync()
    {
        if (!TestNeo4j.HasSecond) TheOnlyOne.Release();
        return Task.CompletedTask;
    }
}

[CollectionDefinition(Neo4jTurns.First)]
public sealed class OnTheFirstNeo4j : ICollectionFixture<Neo4jTurns>;

[CollectionDefinition(Neo4jTurns.Second)]
public sealed class OnTheSecondNeo4j : ICollectionFixture<Neo4jTurns>;
