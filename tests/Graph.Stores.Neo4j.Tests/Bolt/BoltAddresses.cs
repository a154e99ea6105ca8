using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt;

public sealed class BoltAddresses
{
    [Theory]
    [InlineData("bolt://localhost", "localhost:7687", null, "None", false)]
    [InlineData("bolt://localhost:17687/", "localhost:17687", null, "None", false)]
    [InlineData("bolt+s://db.example.org/graph", "db.example.org:7687", "graph", "Trusted", false)]
    [InlineData("bolt+ssc://db:1/?database=graph", "db:1", "graph", "AnyCertificate", false)]
    [InlineData("neo4j://db/graph?database=graph", "db:7687", "graph", "None", true)]
    [InlineData("neo4j+s://db", "db:7687", null, "Trusted", true)]
    [InlineData("neo4j+ssc://[::1]:7000", "[::1]:7000", null, "AnyCertificate", true)]
    public void AnAddressIsRead(string uri, string address, string? database, string encryption, bool routing)
    {
        var settings = BoltSettings.Parse(uri);
        Assert.Equal(address, settings.Address.ToString());
        Assert.Equal(database, settings.Database);
        Assert.Equal(encryption, settings.Encryption.ToString());
        Assert.Equal(routing, settings.Routing);
    }

    [Fact]
    public void TheNumberOfConnectionsMayStandInTheAddress() => Assert.Equal(8, BoltSettings.Parse("bolt://db?connections=8").Connections);

    [Fact]
    public void ThePolicyOfAClustersTablesMayStandInTheAddress()
    {
        var settings = BoltSettings.Parse("neo4j://db/graph?policy=eu%20west");
        Assert.Equal("eu west", settings.Policy);
        Assert.True(settings.FollowBookmarks);
        Assert.Equal("db:7687", (settings with { Address = new("other", 1), EntryAddress = settings.EntryAddress }).EntryAddress.ToString());
    }

    [Theory]
    [InlineData("localhost", "localhost is not the address of a Neo4j server; write it as bolt://host:7687/database.")]
    [InlineData("http://db", "The scheme http is none of a Neo4j server; use bolt, bolt+s, bolt+ssc, neo4j, neo4j+s or neo4j+ssc.")]
    [InlineData(
        "bolt://neo4j:hunter2@db",
        "The address of the database at db:7687 holds a user name or password, which would end up in logs; remove it and set NEO4J_USERNAME and "
        + "NEO4J_PASSWORD instead.")]
    [InlineData(
        "bolt://db?policy=eu",
        "The address of the database at db:7687 has an option policy that is not known; known are database and connections.")]
    [InlineData(
        "neo4j://db?region=eu",
        "The address of the database at db:7687 has an option region that is not known; known are database, connections and policy.")]
    [InlineData("neo4j://db?policy=", "The address of the database at db:7687 has policy=; the name of a server policy is expected.")]
    [InlineData("bolt://db?connections=0", "The address of the database at db:7687 has connections=0; a number from 1 to 1000 is expected.")]
    [InlineData("bolt://db?database=", "The address of the database at db:7687 has database=; the name of a database is expected.")]
    [InlineData("bolt://db/a?database=b", "The address of the database at db:7687 has database=b; the same name as in the path (a) is expected.")]
    public void AnAddressWithAFaultIsRefusedWithASentence(string uri, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<FormatException>(() => BoltSettings.Parse(uri)).Message);

    [Fact]
    public void APasswordBeforeABrokenAddressIsNotRepeated() =>
        Assert.DoesNotContain("hunter2", Assert.Throws<FormatException>(() => BoltSettings.Parse("neo4j:hunter2@")).Message);

    [Fact]
    public void CredentialsComeFromTheEnvironmentTheProductsOwnFirst()
    {
        Assert.Equal(BoltAuthentication.None, Credentials());
        Assert.Equal(BoltAuthentication.Basic("neo4j", "a"), Credentials(("NEO4J_PASSWORD", "a")));
        Assert.Equal(BoltAuthentication.Basic("ann", "a"), Credentials(("NEO4J_PASSWORD", "a"), ("NEO4J_USERNAME", "ann")));
        Assert.Equal(
            BoltAuthentication.Basic("bob", "b"),
            Credentials(("NEO4J_PASSWORD", "a"), ("GRAPH_NEO4J_PASSWORD", "b"), ("GRAPH_NEO4J_USERNAME", "bob")));
        Assert.Equal(BoltAuthentication.Bearer("t"), Credentials(("NEO4J_PASSWORD", "a"), ("GRAPH_NEO4J_TOKEN", "t")));
    }

    [Fact]
    public void CredentialsMayStandInAFileThatIsReadAnewEachTime()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "# from the console\nNEO4J_URI=neo4j+s://x\nNEO4J_USERNAME=ann\nNEO4J_PASSWORD=a=b\n");
            var credentials = BoltCredentials.FromVariables(name => name == BoltCredentials.FileVariable ? path : null);
            Assert.Equal(BoltAuthentication.Basic("ann", "a=b"), credentials.Current());

            File.WriteAllText(path, "NEO4J_TOKEN=t\n");
            Assert.Equal(BoltAuthentication.Bearer("t"), credentials.Current());

            File.WriteAllText(path, "hunter2\n");
            var refused = Assert.Throws<DatabaseException>(() => credentials.Current());
            Assert.Equal(
                $"The file of credentials {path} cannot be used (a line is not NAME=value); it has lines like NEO4J_USERNAME=neo4j and NEO4J_PASSWORD=….",
                refused.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void NoTextFormShowsASecret()
    {
        var settings = BoltSettings.Parse("bolt://db") with { Credentials = BoltCredentials.Of(BoltAuthentication.Basic("ann", "hunter2")) };
        var texts = new[]
        {
            settings.ToString(),
            BoltAuthentication.Basic("ann", "hunter2").ToString(),
            BoltAuthentication.Bearer("hunter2").ToString(),
            $"{StatementParameters.Of(("password", "hunter2"))}",
            new Statement("RETURN $password", StatementParameters.Of(("password", "hunter2"))).ToString(),
        };
        Assert.All(texts, text => Assert.DoesNotContain("hunter2", text));
        Assert.Equal("bolt://db:7687", settings.ToString());
    }

    private static BoltAuthentication Credentials(params (string Name, string Value)[] variables) =>
        BoltCredentials.FromVariables(name => variables.FirstOrDefault(variable => variable.Name == name).Value).Current();
}
