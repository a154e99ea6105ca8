using System.Text;
using Graph.Stores.Sqlite.Writing;

namespace Graph.Stores.Sqlite.Tests;

public sealed class NodesKnownToAWriter
{
    private readonly StoredNodes cache = new();

    [Fact]
    public void ManyNodesAreKnownByFamilyAndId()
    {
        const int Nodes = 50_000;
        for (var i = 0; i < Nodes; i++) cache.Add(i % 3, Id(i), new(i, i % 7));
        for (var i = 0; i < Nodes; i++)
        {
            Assert.True(cache.TryGet(i % 3, Id(i), out var node));
            Assert.Equal(new(i, i % 7), node);
            Assert.False(cache.TryGet((i + 1) % 3, Id(i), out _));
        }

        Assert.False(cache.TryGet(0, Id(Nodes), out _));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(65_535, true)]
    [InlineData(65_536, false)]
    public void AnIdIsRememberedUnlessItIsLongerThanASegment(int length, bool expected)
    {
        cache.Add(0, Id(1), new(1, 0));
        cache.Add(0, new byte[length], new(2, 0));
        cache.Add(0, Id(3), new(3, 0));
        Assert.Equal(expected, cache.TryGet(0, new byte[length], out _));
        Assert.True(cache.TryGet(0, Id(1), out _) && cache.TryGet(0, Id(3), out _));
    }

    [Fact]
    public void WhereItsIdsAreFullItBeginsAnew()
    {
        for (var i = 0; i < 600; i++) cache.Add(0, Long(i), new(i, 0));
        Assert.False(cache.TryGet(0, Long(0), out _));
        Assert.True(cache.TryGet(0, Long(599), out var node));
        Assert.Equal(599, node.Key);
    }

    private static byte[] Id(int number) => Encoding.UTF8.GetBytes($"a-readable-id-{number}");

    private static byte[] Long(int number) => Encoding.UTF8.GetBytes(new string('x', 60_000) + number);
}
