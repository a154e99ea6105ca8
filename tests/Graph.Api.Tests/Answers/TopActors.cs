using System.Text;

namespace Graph.Api.Tests.Answers;

/// <summary>The actors with most acts, counted once more over the acts themselves.</summary>
[Collection(OverTheFixture.Name)]
public sealed class TopActors(FixtureGraph graph)
{
    [Theory]
    [InlineData("", "", "accusers", "ACCUSE", 10)]
    [InlineData("(as: ACCUSED, limit: 3)", "", "accused", "ACCUSE", 3)]
    [InlineData("(acts: [DENY, CRITICIZE], limit: 10000)", "", "accusers", "DENY CRITICIZE", 10_000)]
    [InlineData("(acts: null, as: ACCUSED, where: { confidence: { gte: 0.5 } })", "(where: { confidence: { gte: 0.5 } })", "accused", "ACCUSE CRITICIZE DENY", 10)]
    [InlineData("(acts: [])", "", "accusers", "", 10)]
    [InlineData("(limit: 0)", "", "accusers", "ACCUSE", 0)]
    public void AreTheBusiestFirst(string arguments, string acts, string party, string kinds, int limit)
    {
        var counted = graph.Data($"{{ accusations{acts} {{ act parties: {party} {{ id name __typename }} }} }}").GetProperty("accusations").EnumerateArray()
            .Where(act => kinds.Split(' ').Contains(act.GetProperty("act").GetString()))
            .SelectMany(act => act.GetProperty("parties").EnumerateArray())
            .GroupBy(actor => (Id: actor.GetProperty("id").GetString()!, Name: actor.GetProperty("name").GetString()!, Type: actor.GetProperty("__typename").GetString()!))
            .OrderByDescending(actor => actor.Count()).ThenBy(actor => actor.Key.Name, ByCodePoint).ThenBy(actor => actor.Key.Id, ByCodePoint)
            .Take(limit).Select(actor => (actor.Key.Id, actor.Key.Name, actor.Key.Type, actor.Count()));
        Assert.Equal(
            counted,
            graph.Data($"{{ topActors{arguments} {{ value text type n: count }} }}").GetProperty("topActors").EnumerateArray().Select(row => (
                row.GetProperty("value").GetString()!, row.GetProperty("text").GetString()!, row.GetProperty("type").GetString()!, row.GetProperty("n").GetInt32())));
    }

    [Fact]
    public void ArePaged() => Assert.Equal(
        graph.Data("{ topActors { value } }").GetProperty("topActors")[2].ToString(),
        Assert.Single(graph.Data("{ topActors(limit: 1, offset: 2) { value } }").GetProperty("topActors").EnumerateArray()).ToString());

    private static Comparer<string> ByCodePoint { get; } =
        Comparer<string>.Create((one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)));
}
