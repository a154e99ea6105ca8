using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 3.13: directives have different names.</summary>
internal sealed class UniqueDirectiveNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> known = [];

    public override Visits Interests => Visits.DirectiveDefinition;

    public override void DirectiveDefinition(DirectiveDefinitionNode node)
    {
        if (!known.TryAdd(node.Name.Value, node.Name))
            Context.Report(ValidationMessages.DuplicateDirectiveDefinition(node.Name.Value), known[node.Name.Value], node.Name);
    }
}
