using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j.Tests;

/// <summary>How the starting nodes of the tallies are shared out among transactions.</summary>
public sealed class TransactionsOfTallies
{
    [Fact]
    public void ATransactionTakesNodesUntilItHasManyRelationships()
    {
        (long, long)[] starts = [(7, 1), (3, 30_000), (5, 20_000), (4, 0), (6, 90_000), (8, 2)];
        Assert.Equal([[3, 5], [6], [7, 8]], Tallies.Shares(starts).Select(share => share.ToArray()));
    }

    [Fact]
    public void NobodyWithoutRelationshipsIsLookedAt() => Assert.Empty(Tallies.Shares([(1, 0), (2, 0)]));
}
