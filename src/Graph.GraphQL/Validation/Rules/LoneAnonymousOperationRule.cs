using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.2.3.1: an anonymous operation stands alone.</summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context)
{
    private int operations;

    public override Visits Interests => Visits.Document | Visits.Operation;

    public override void Document(DocumentNode node) => operations = node.Definitions.Count(definition => definition is OperationDefinitionNode);

    public override void Operation(OperationDefinitionNode node)
    {
        if (node.Name is null && operations > 1) Context.Report(ValidationMessages.LoneAnonymousOperation, node);
    }
}
