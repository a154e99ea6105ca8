using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

/// <summary>The members of a definition or extension, whichever of the two it is; nothing for those that have no such members.</summary>
internal static class DefinitionParts
{
    public static ImmutableArray<NamedTypeNode> InterfacesOf(this SyntaxNode part) => part switch
    {
        ObjectTypeDefinitionNode type => type.Interfaces,
        ObjectTypeExtensionNode type => type.Interfaces,
        InterfaceTypeDefinitionNode type => type.Interfaces,
        InterfaceTypeExtensionNode type => type.Interfaces,
        _ => [],
    };

    public static ImmutableArray<FieldDefinitionNode> FieldsOf(this SyntaxNode part) => part switch
    {
        ObjectTypeDefinitionNode type => type.Fields,
        ObjectTypeExtensionNode type => type.Fields,
        InterfaceTypeDefinitionNode type => type.Fields,
        InterfaceTypeExtensionNode type => type.Fields,
        _ => [],
    };

    public static ImmutableArray<NamedTypeNode> UnionMembersOf(this SyntaxNode part) => part switch
    {
        UnionTypeDefinitionNode type => type.Types,
        UnionTypeExtensionNode type => type.Types,
        _ => [],
    };

    public static ImmutableArray<EnumValueDefinitionNode> EnumValuesOf(this SyntaxNode part) => part switch
    {
        EnumTypeDefinitionNode type => type.Values,
        EnumTypeExtensionNode type => type.Values,
        _ => [],
    };

    public static ImmutableArray<InputValueDefinitionNode> InputFieldsOf(this SyntaxNode part) => part switch
    {
        InputObjectTypeDefinitionNode type => type.Fields,
        InputObjectTypeExtensionNode type => type.Fields,
        _ => [],
    };
}
