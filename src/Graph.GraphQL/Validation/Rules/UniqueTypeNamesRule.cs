using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 3.3: types have different names.</summary>
internal sealed class UniqueTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> known = [];

    public override Visits Interests => Visits.TypeDefinition;

    public override void TypeDefinition(TypeDefinitionOrExtensionNode node)
    {
        if (node is TypeDefinitionNode && !known.TryAdd(node.Name.Value, node.Name))
            Context.Report(ValidationMessages.DuplicateType(node.Name.Value), known[node.Name.Value], node.Name);
    }
}
