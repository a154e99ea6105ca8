using Graph.Model.Search;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Reading;
using Graph.Stores.Sqlite.Statements;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>Words that are only begun, of an index that many nodes fill: whatever stands in their place finds the same.</summary>
public sealed class BeginningsOfWords : StoreFolder
{
    private const int Nodes = 30_000;

    [Fact]
    public void AreTheWordsThatBeginSoWhereTheyAreFewAndMuchStandsThere()
    {
        using var connection = Open();
        var known = new KnownTokens(connection, Words.Settled);
        Assert.Equal(["talk", "talking", "talks", "tallinn", "talışma"], known.Beginning("tal"));
        Assert.Equal(["talk", "talking", "talks"], known.Beginning("talk"));
        Assert.Equal(["talks"], known.Beginning("talks"));
    }

    [Fact]
    public void StandForThemselvesWhereTheWordsAreManyOrSeldom()
    {
        using var connection = Open();
        var known = new KnownTokens(connection, Words.Settled);
        Assert.Null(known.Beginning("t")); // More than are listed.
        Assert.Null(known.Beginning("othera")); // Three nodes have it.
    }

    [Theory]
    [InlineData("tal")]
    [InlineData("talk")]
    [InlineData("talks")]
    [InlineData("talı")]
    [InlineData("t")]
    [InlineData("zeb")]
    [InlineData("nowhere")]
    [InlineData("othera")]
    [InlineData("zz")]
    public void FindWhatTheWordsFind(string beginning)
    {
        using var connection = Open();
        var condition = new TokensExcept(
            SearchCondition.All([new TokenCondition("all", IsPrefix: false), new TokenCondition(beginning, IsPrefix: true)]),
            [new TokenCondition("zeb", IsPrefix: true), new TokenCondition("absent", IsPrefix: false), new TokenCondition("talki", IsPrefix: true)]);
        var narrowed = Narrowing.Of(condition, new KnownTokens(connection, Words.Settled));
        Assert.Equal(Found(connection, condition), narrowed is null ? [] : Found(connection, narrowed));
        Assert.DoesNotContain("absent", $"{narrowed}", StringComparison.Ordinal);
    }

    [Fact]
    public void AreNoneOfAnEmptyIndex()
    {
        using var connection = Open();
        var known = new KnownTokens(connection, Words.Recent);
        Assert.True(known.AreNone);
        Assert.False(known.Have("talks"));
        Assert.Null(known.Beginning("tal"));
        Assert.False(new KnownTokens(connection, Words.Settled).AreNone);
    }

    private static List<string> Found(Connection connection, SearchCondition condition) =>
        [.. connection.Texts($"SELECT rowid FROM \"{Words.Settled}\" WHERE \"{Words.Settled}\" MATCH '{WordQueries.Of(condition)}'")];

    // In several pieces, as a long import leaves them.
    private Connection Open()
    {
        using (var writer = Connection.Open(FilePath, OpenMode.Create))
        {
            foreach (var definition in Words.Of(new(Read("type Book @node { id: ID! @unique title: String! @searchable }"))).Take(2))
                writer.Execute(definition.Sql);
            foreach (var piece in new[] { 0, 1, 2 })
            {
                writer.Execute($"""
                    WITH RECURSIVE node(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM node WHERE n < {Nodes / 3})
                    INSERT INTO "{Words.Settled}" (rowid, tokens) SELECT {piece * Nodes} + n, 'all ' || CASE WHEN n % 7 = 0 THEN 'talking ' ELSE '' END
                        || CASE WHEN n % 5 = 0 THEN 'talk talk ' ELSE 'talks ' END || CASE n WHEN 17 THEN 'tallinn talışma ' WHEN 18 THEN 'zebra othera ' ELSE '' END
                        || 't' || (n % 100) || ' tam tak other' || n FROM node
                    """);
            }
        }

        var reader = new StoreFile(FilePath, TimeSpan.Zero).OpenForReading();
        KnownTokens.AddTables(reader);
        return reader;
    }
}
