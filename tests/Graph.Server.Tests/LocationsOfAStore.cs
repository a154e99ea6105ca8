using Graph.Server.Stores;

namespace Graph.Server.Tests;

public sealed class LocationsOfAStore
{
    [Theory]
    [InlineData("sqlite:/a/b.db", "/a/b.db")]
    [InlineData("sqlite:///a/b.db", "/a/b.db")]
    public void AFileIsNamedBehindSqlite(string text, string path)
    {
        Assert.True(StoreLocation.TryParse(text, out var location, out _));
        Assert.Equal(new StoreLocation.Sqlite(path), location);
    }

    [Theory]
    [InlineData("bolt://localhost:7687")]
    [InlineData("bolt+ssc://db.example:7687")]
    [InlineData("neo4j://db.example/graph")]
    public void AServerIsNamedByItsAddress(string text)
    {
        Assert.True(StoreLocation.TryParse(text, out var location, out _));
        Assert.Equal(new StoreLocation.Neo4j(new Uri(text)), location);
    }

    [Theory]
    [InlineData("graph.db", "The store \"graph.db\" is of no known form. Write sqlite:FILE, bolt://HOST:PORT or neo4j://HOST:PORT.")]
    [InlineData("sqlite:", "The store \"sqlite:\" names no file. Write for example sqlite:graph.db.")]
    [InlineData("bolt:", "The store \"bolt:\" names no server. Write for example bolt://localhost:7687.")]
    [InlineData(
        "bolt://neo4j:secret@localhost",
        "A store's address holds no password. Set NEO4J_USERNAME and NEO4J_PASSWORD in the environment instead.")]
    public void WhatIsNoLocationIsToldHowToBeOne(string text, string expected)
    {
        Assert.False(StoreLocation.TryParse(text, out _, out var fault));
        Assert.Equal(expected, fault);
    }
}
