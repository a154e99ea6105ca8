using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.2.1.1: an operation is of a kind that the schema has a root type for.</summary>
internal sealed class OperationTypeExistenceRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.Operation;

    public override void Operation(OperationDefinitionNode node)
    {
        if (Context.Options.Rules == RuleProfile.September2025 && Context.Schema.RootType(node.Operation) is null)
            Context.Report(ValidationMessages.NoOperationsOf(node.Operation), node);
    }
}
