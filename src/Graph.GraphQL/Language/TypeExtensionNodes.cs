using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

/// <summary><c>extend scalar</c>.</summary>
public sealed class ScalarTypeExtensionNode(
    NameNode name, ImmutableArray<DirectiveNode> directives)
    : TypeExtensionNode(name, directives);

/// <summary><c>extend type</c>.</summary>
public sealed class ObjectTypeExtensionNode(
    NameNode name, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<DirectiveNode> directives, ImmutableArray<FieldDefinitionNode> fields)
    : TypeExtensionNode(name, directives)
{
    /// <summary>Implemented interfaces.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>The fields in order.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>extend interface</c>.</summary>
public sealed class InterfaceTypeExtensionNode(
    NameNode name, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<DirectiveNode> directives, ImmutableArray<FieldDefinitionNode> fields)
    : TypeExtensionNode(name, directives)
{
    /// <summary>Implemented interfaces.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>The fields in order.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>extend union</c>.</summary>
public sealed class UnionTypeExtensionNode(
    NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> types)
    : TypeExtensionNode(name, directives)
{
    /// <summary>The member types.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}

/// <summary><c>extend enum</c>.</summary>
public sealed class EnumTypeExtensionNode(
    NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<EnumValueDefinitionNode> values)
    : TypeExtensionNode(name, directives)
{
    /// <summary>The values in order.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary><c>extend input</c>.</summary>
public sealed class InputObjectTypeExtensionNode(
    NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<InputValueDefinitionNode> fields)
    : TypeExtensionNode(name, directives)
{
    /// <summary>The fields in order.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}
