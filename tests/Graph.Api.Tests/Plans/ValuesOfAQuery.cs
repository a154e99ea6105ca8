namespace Graph.Api.Tests.Plans;

/// <summary>Text of a request is brought to Unicode's form C, in which the graph holds it.</summary>
public sealed class ValuesOfAQuery
{
    [Theory]
    [InlineData("{ actors(where: { name: { eq: \"Tu\u0308rkiye\" } }) { id } }")]
    [InlineData("{ actors(where: { name: { contains: \"Tu\u0308rkiye\" } }) { id } }")]
    [InlineData("{ actors(where: { id: { startsWith: \"Tu\u0308rkiye\" } }) { id } }")]
    [InlineData("{ actors(where: { name: { caseInsensitive: { endsWith: \"Tu\u0308rkiye\" } } }) { id } }")]
    [InlineData("{ actors(where: { aliases: { includes: \"Tu\u0308rkiye\" } }) { id } }")]
    public void AreInFormC(string query) => Assert.Contains("T\u00FCrkiye", Asked(query));

    [Theory]
    [InlineData("{ actors(where: { name: { in: [\"Tu\u0308rkiye\"] } }) { id } }")]
    [InlineData("{ actors(where: { id: { in: [\"Tu\u0308rkiye\"] } }) { id } }")]
    public void AreInFormCInListsToo(string query) => Assert.Contains("T\u00FCrkiye", Asked(query).OfType<IReadOnlyList<object?>>().Single());

    private static IReadOnlyList<object?> Asked(string query)
    {
        var api = new TestApi();
        api.Ask(query);
        return api.Values;
    }
}
