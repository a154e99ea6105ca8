using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 3.6: arguments of one field or directive definition have different names.</summary>
internal sealed class UniqueArgumentDefinitionNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.TypeDefinition | Visits.DirectiveDefinition;

    public override void DirectiveDefinition(DirectiveDefinitionNode node) => Check($"@{node.Name.Value}", node.Arguments);

    public override void TypeDefinition(TypeDefinitionOrExtensionNode node)
    {
        foreach (var field in node.FieldsOf()) Check($"{node.Name.Value}.{field.Name.Value}", field.Arguments);
    }

    private void Check(string owner, ImmutableArray<InputValueDefinitionNode> arguments)
    {
        foreach (var group in Repetition.Find(arguments, argument => argument.Name))
            Context.Report(ValidationMessages.DuplicateArgumentDefinition(owner, group[0].Value), [.. group]);
    }
}
