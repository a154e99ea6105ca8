using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 3.4.3 and its like: an extension is of a type of its own kind that exists.</summary>
internal sealed class PossibleTypeExtensionsRule(ValidationContext context) : ValidationRule(context)
{
    private Dictionary<string, TypeDefinitionNode>? defined;

    public override Visits Interests => Visits.TypeDefinition;

    public override void TypeDefinition(TypeDefinitionOrExtensionNode node)
    {
        if (node is not TypeExtensionNode) return;
        if (defined is null)
        {
            defined = [];
            foreach (var type in Context.Document.Definitions.OfType<TypeDefinitionNode>()) defined[type.Name.Value] = type;
        }
        if (!defined.TryGetValue(node.Name.Value, out var definition))
            Context.Report(ValidationMessages.ExtensionOfUnknownType(node.Name.Value, Context.Suggest(node.Name.Value, defined.Keys)), node.Name);
        else if (KindOf(definition) != KindOf(node))
            Context.Report(ValidationMessages.WrongKindOfExtension(KindOf(node), node.Name.Value), definition, node);
    }

    private static string KindOf(TypeDefinitionOrExtensionNode node) => node switch
    {
        ScalarTypeDefinitionNode or ScalarTypeExtensionNode => "scalar",
        ObjectTypeDefinitionNode or ObjectTypeExtensionNode => "object",
        InterfaceTypeDefinitionNode or InterfaceTypeExtensionNode => "interface",
        UnionTypeDefinitionNode or UnionTypeExtensionNode => "union",
        EnumTypeDefinitionNode or EnumTypeExtensionNode => "enum",
        _ => "input object",
    };
}
