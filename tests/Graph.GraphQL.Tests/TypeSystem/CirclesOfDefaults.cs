using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.TypeSystem;

public sealed class CirclesOfDefaults
{
    private const string Query = "type Query { f(i: I): Int } ";

    [Theory]
    [InlineData("input I { a: I = {} }", "I.a references itself.")]
    [InlineData("input I { a: I = { b: 1 } b: Int }", "I.a references itself.")]
    [InlineData("input I { a: [I] = [null, { a: null }, {}] }", "I.a references itself.")]
    [InlineData("input I { a: J = {} } input J { b: I = {} }", "I.a references itself via the default values of: J.b.")]
    [InlineData(
        "input I { x: J = { y: 1 } } input J { a: K = {} y: Int } input K { b: J = {} }",
        "J.a references itself via the default values of: K.b.")]
    public void ADefaultThatStandsForItselfIsRefused(string inputs, string expected)
    {
        var refusal = Assert.Throws<GraphQLException>(() => Schema.Build(Query + inputs));
        Assert.Equal($"Invalid circular reference. The default value of Input Object field {expected}", Assert.Single(refusal.Errors).Message);
    }

    [Theory]
    [InlineData("input I { a: I = { a: null } }")]
    [InlineData("input I { a: I }")]
    [InlineData("input I { a: [I] = [] }")]
    [InlineData("input I { a: J = { b: null } } input J { b: I = {} }")]
    public void ADefaultWithinItsOwnTypeThatEndsIsAllowed(string inputs) => Assert.NotNull(Schema.Build(Query + inputs));
}
