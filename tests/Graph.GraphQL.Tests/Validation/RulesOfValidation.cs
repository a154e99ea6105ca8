using Graph.GraphQL.TypeSystem;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.Tests.Validation;

public sealed class RulesOfValidation
{
    public static TheoryData<string, string[]> Executable => Data("executable-rules.txt");

    public static TheoryData<string, string[]> TypeSystem => Data("type-system-rules.txt");

    [Theory]
    [MemberData(nameof(Executable))]
    public void EveryFaultOfADocumentIsToldWithItsPlaces(string document, string[] faults) =>
        Assert.Equal(faults, RuleCases.Told(DocumentValidator.Validate(RuleCases.Schema, RuleCases.Parse(document))));

    [Theory]
    [MemberData(nameof(TypeSystem))]
    public void EveryFaultOfATypeSystemIsToldWithItsPlaces(string document, string[] faults)
    {
        IReadOnlyList<GraphQLError> told = [];
        try
        {
            Schema.Build(document);
        }
        catch (GraphQLException refusal)
        {
            told = refusal.Errors;
        }
        Assert.Equal(faults, RuleCases.Told(told));
    }

    [Theory]
    [InlineData(
        "subscription S($v: Boolean!) { dated @skip(if: $v) }",
        "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (1:38)")]
    [InlineData(
        "subscription { ...F } fragment F on Subscription { dated @include(if: true) }",
        "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. (1:58)")]
    public void ASubscriptionMustNotDependOnConditions(string document, string fault) =>
        Assert.Equal([fault], RuleCases.Told(DocumentValidator.Validate(RuleCases.Schema, RuleCases.Parse(document))));

    [Fact]
    public void AnOperationNeedsARootOfItsKind()
    {
        var schema = Schema.Build("type Query { a: Int }");
        var document = RuleCases.Parse("mutation M { b } subscription S { c } query Q { a }");
        Assert.Equal(
            [
                "This service has no subscriptions; ask with a query, and again when the answer may have changed. (1:18)",
                "This service only reads, so it has no mutations; ask with a query. (1:1)",
            ],
            RuleCases.Told(DocumentValidator.Validate(schema, document)));
        Assert.Equal(["valid"], RuleCases.Told(DocumentValidator.Validate(schema, document, new() { Rules = RuleProfile.GraphQLJs16 })));
    }

    [Theory]
    [InlineData(
        "schema { query: A mutation: A subscription: B } type A { a: Int } type B { b: Int }",
        "All root types must be different, \"A\" type is used as query and mutation root types. (1:17, 1:29)")]
    [InlineData("type Query { a(x: Int = \"1\"): Int }", "The default of Query.a(x:) must be a value of type Int, but \"1\" is not. (1:25)")]
    [InlineData(
        "type Query { a: Int } input I { x: [Int!] = [null] }",
        "The default of I.x must be a value of type [Int!], but [null] is not. (1:45)")]
    [InlineData(
        "type Query { a: Int } directive @d(x: Int! = null) on FIELD",
        "The default of @d(x:) must be a value of type Int!, but null is not. (1:46)")]
    [InlineData(
        "type Query implements I { a: Int @deprecated } interface I { a: Int }",
        "Interface field I.a is not deprecated, so implementation field Query.a must not be deprecated. (1:34, 1:30)")]
    public void RulesThatGraphqlJsDoesNotKnowCanBeLeftOut(string document, string fault)
    {
        var refusal = Assert.Throws<GraphQLException>(() => Schema.Build(document));
        Assert.Equal([fault], RuleCases.Told(refusal.Errors));
        Schema.Build(document, new() { Rules = RuleProfile.GraphQLJs16 });
    }

    private static TheoryData<string, string[]> Data(string file)
    {
        var data = new TheoryData<string, string[]>();
        foreach (var (document, faults) in RuleCases.From(file)) data.Add(document, [.. faults.Order(StringComparer.Ordinal)]);
        return data;
    }
}
