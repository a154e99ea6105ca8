using System.Reflection;

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

public sealed class TestsOnNeo4j
{
    /// <summary>One that takes no turn would empty the database of another in the middle of its work.</summary>
    [Fact]
    public void TakeTurns() => Assert.Empty(typeof(TestsOnNeo4j).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && UsesNeo4j(type))
        .Where(type => CollectionOf(type) is not (Neo4jTurns.First or Neo4jTurns.Second))
        .Select(type => type.Name));

    /// <summary>One that takes its turn on the other server does the same.</summary>
    [Fact]
    public void TakeTheirTurnsOnTheServerThatTheyUse() => Assert.Empty(
        from type in typeof(TestsOnNeo4j).Assembly.GetTypes()
        where !type.IsAbstract && CollectionOf(type) is not null
        from stores in StoresOf(type)
        where stores.IsAssignableTo(typeof(Neo4jStoresOfTheSecond)) != (CollectionOf(type) == Neo4jTurns.Second)
        select type.Name);

    private static IEnumerable<Type> StoresOf(Type type)
    {
        for (var one = type; one is not null; one = one.BaseType)
            foreach (var stores in one.GenericTypeArguments.Where(argument => argument.IsAssignableTo(typeof(Neo4jStores)))) yield return stores;
    }

    private static bool UsesNeo4j(Type type) =>
        type.GetMethods().Any(method => method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0)
            && (type.Name.StartsWith("Neo4j", StringComparison.Ordinal)
                || type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Any(field => field.FieldType.IsAssignableTo(typeof(Neo4jStores))));

    private static string? CollectionOf(Type type) => type.GetCustomAttributesData()
        .FirstOrDefault(attribute => attribute.AttributeType == typeof(CollectionAttribute))?.ConstructorArguments[0].Value as string;
}
