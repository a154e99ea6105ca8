using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.Routing;

namespace Graph.Stores.Neo4j.Tests.Bolt.Routing;

/// <summary>What a client has seen, whoever it asks next has seen as well.</summary>
public sealed class BookmarksOfAClient
{
    [Fact]
    public async Task AReadWaitsForTheWriteBeforeItAndNeverGoesBackBehindARead()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.A.Bookmark = "written";
        (cluster.B.Bookmark, cluster.C.Bookmark) = ("read", "read");

        await cluster.WriteAsync(client);
        var first = await cluster.ReadAsync(client);
        var second = await cluster.ReadAsync(client);

        Assert.DoesNotContain("bookmarks", Assert.Single(cluster.A.Begun).Keys);
        Assert.Equal(["written"], Told(first));
        Assert.Equal(["read"], Told(second));
    }

    [Fact]
    public async Task ATransactionOfSeveralStatementsIsSeenToo()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.A.Bookmark = "committed";

        await client.WriteAsync((transaction, stop) => transaction.RunAsync(new("CREATE (n)"), NoRows.Instance, stop));
        Assert.Equal(["committed"], Told(await cluster.ReadAsync(client)));
    }

    [Fact]
    public async Task CatchingUpAsksTheLeaderHowFarItIs()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.A.Bookmark = "of another program";

        await client.CatchUpAsync();

        Assert.Equal(["of another program"], Told(await cluster.ReadAsync(client)));
    }

    [Fact]
    public async Task AServerThatLagsTooFarIsPassedOver()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.A.Bookmark = "written";
        await cluster.WriteAsync(client);
        cluster.B.Refusal = "Neo.TransientError.Transaction.BookmarkTimeout";

        for (var i = 0; i < 3; i++)
            Assert.Same(cluster.C, await cluster.ReadAsync(client));
        Assert.Equal(["written"], Told(cluster.C));
    }

    [Theory]
    [InlineData("Neo.TransientError.Transaction.BookmarkTimeout")]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmark")]
    public async Task WhereTheDatabaseWasPutBackNobodyWaitsForWhatIsGone(string code)
    {
        await using var single = new FakeMember { Bookmark = "later than the backup" };
        single.Table = FakeMember.TableOf([single.Address], [single.Address], [single.Address]);
        await using var client = new BoltClient(single.Settings);
        await client.RunAsync(new("CREATE (n)") { Access = AccessMode.Write }, NoRows.Instance);
        (single.RefusalOfBookmarks, single.Bookmark) = (code, null);
        await client.RunAsync(new("RETURN 1"), NoRows.Instance);

        Assert.DoesNotContain("bookmarks", single.Begun.Last().Keys);
    }

    [Fact]
    public void BookmarksOfWorkSideBySideAreKeptUntilLaterWorkStandsForThem()
    {
        var bookmarks = new Bookmarks();
        bookmarks.Replace([], "one");
        var told = bookmarks.Latest;
        bookmarks.Replace(told, "two");
        bookmarks.Replace(told, "three");
        bookmarks.Replace(told, null);
        Assert.Equal(["two", "three"], bookmarks.Latest);

        bookmarks.Replace(bookmarks.Latest, "three");
        Assert.Equal(["three"], bookmarks.Latest);
        bookmarks.Forget(["three", "one"]);
        Assert.Empty(bookmarks.Latest);
    }

    private static List<object?> Told(FakeMember member) => (List<object?>)member.Begun.Last()["bookmarks"]!;
}
