using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation;

// Definitions and extensions of a type system.
internal sealed partial class RuleWalk
{
    private void TypeSystemDefinition(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaNode schema: SchemaDefinition(schema); break;
            case DirectiveDefinitionNode directive: DirectiveDefinition(directive); break;
            case TypeDefinitionOrExtensionNode type: TypeDefinition(type); break;
        }
    }

    private void SchemaDefinition(SchemaNode node)
    {
        foreach (var rule in rules.Listeners(Visits.Schema)) started[rule].Schema(node);
        Directives(node, node.Directives, DirectiveLocation.Schema);
        foreach (var operation in node.OperationTypes) NamedType(operation.Type);
    }

    private void DirectiveDefinition(DirectiveDefinitionNode node)
    {
        foreach (var rule in rules.Listeners(Visits.DirectiveDefinition)) started[rule].DirectiveDefinition(node);
        InputValues(node.Arguments, DirectiveLocation.ArgumentDefinition);
    }

    private void TypeDefinition(TypeDefinitionOrExtensionNode node)
    {
        foreach (var rule in rules.Listeners(Visits.TypeDefinition)) started[rule].TypeDefinition(node);
        foreach (var type in node.InterfacesOf()) NamedType(type);
        Directives(node, node.Directives, LocationOf(node));
        foreach (var field in node.FieldsOf())
        {
            InputValues(field.Arguments, DirectiveLocation.ArgumentDefinition);
            TypeReference(field.Type);
            Directives(field, field.Directives, DirectiveLocation.FieldDefinition);
        }
        foreach (var type in node.UnionMembersOf()) NamedType(type);
        foreach (var value in node.EnumValuesOf()) Directives(value, value.Directives, DirectiveLocation.EnumValue);
        InputValues(node.InputFieldsOf(), DirectiveLocation.InputFieldDefinition);
    }

    private void InputValues(ImmutableArray<InputValueDefinitionNode> values, string location)
    {
        foreach (var value in values)
        {
            TypeReference(value.Type);
            if (value.DefaultValue is not null) Value(value.DefaultValue, null, null, hasDefault: false);
            Directives(value, value.Directives, location);
        }
    }

    private static string LocationOf(TypeDefinitionOrExtensionNode node) => node switch
    {
        ScalarTypeDefinitionNode or ScalarTypeExtensionNode => DirectiveLocation.Scalar,
        ObjectTypeDefinitionNode or ObjectTypeExtensionNode => DirectiveLocation.Object,
        InterfaceTypeDefinitionNode or InterfaceTypeExtensionNode => DirectiveLocation.Interface,
        UnionTypeDefinitionNode or UnionTypeExtensionNode => DirectiveLocation.Union,
        EnumTypeDefinitionNode or EnumTypeExtensionNode => DirectiveLocation.Enum,
        _ => DirectiveLocation.InputObject,
    };
}
