using Graph.GraphQL.TypeSystem;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.Tests.Validation;

public sealed class RuleTests
{
    public static TheoryData<string, string[]> Executable => Data("executable-rules.txt");

    public static TheoryData<string, string[]> TypeSystem => Data("type-system-rules.txt");

    [Theory]
    [MemberData(nameof(Executable))]
    public void Every_fault_of_a_document_is_told_with_its_places(string document, string[] faults) =>
        Assert.Equal(faults, RuleCases.Told(DocumentValidator.Validate(RuleCases.Schema, RuleCases.Parse(document))));

    [Theory]
    [MemberData(nameof(TypeSystem))]
    public void Every_fault_of_a_type_system_is_told_with_its_places(string document, string[] faults)
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
    [InlineData("subscription S($v: Boolean!) { dated @skip(if: $v) }", "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (1:38)")]
    [InlineData("subscription { ...F } fragment F on Subscription { dated @include(if: true) }", "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. (1:58)")]
    public void A_subscription_must_not_depend_on_conditions(string document, string fault) =>
        Assert.Equal([fault], RuleCases.Told(DocumentValidator.Validate(RuleCases.Schema, RuleCases.Parse(document))));

    private static TheoryData<string, string[]> Data(string file)
    {
        var data = new TheoryData<string, string[]>();
        foreach (var (document, faults) in RuleCases.From(file)) data.Add(document, [.. faults.Order(StringComparer.Ordinal)]);
        return data;
    }
}
