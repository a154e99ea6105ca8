using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.2.2.1: operations have different names.</summary>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> known = [];

    public override Visits Interests => Visits.Operation;

    public override void Operation(OperationDefinitionNode node)
    {
        if (node.Name is { } name && !known.TryAdd(name.Value, name))
            Context.Report(ValidationMessages.DuplicateOperation(name.Value), known[name.Value], name);
    }
}
