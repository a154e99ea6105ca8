using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.1.1: a document to be executed holds operations and fragments only.</summary>
internal sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.Document;

    public override void Document(DocumentNode node)
    {
        foreach (var definition in node.Definitions)
        {
            if (definition is ExecutableDefinitionNode) continue;
            Context.Report(ValidationMessages.NotExecutable(NameOf(definition)), definition);
        }
    }

    private static string? NameOf(DefinitionNode definition) => definition switch
    {
        TypeDefinitionOrExtensionNode type => type.Name.Value,
        DirectiveDefinitionNode directive => directive.Name.Value,
        _ => null,
    };
}
