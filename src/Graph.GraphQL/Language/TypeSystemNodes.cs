using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

/// <summary>A definition or extension of the type system (section 3), which may carry directives.</summary>
public abstract class TypeSystemNode(ImmutableArray<DirectiveNode> directives) : DefinitionNode
{
    /// <summary>Directives on the definition or extension.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A <c>schema</c> definition or its extension.</summary>
public abstract class SchemaNode(
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes) : TypeSystemNode(directives)
{
    /// <summary>The root types.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary><c>schema { … }</c> (section 3.3).</summary>
public sealed class SchemaDefinitionNode(
    StringValueNode? description, ImmutableArray<DirectiveNode> directives, ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : SchemaNode(directives, operationTypes)
{
    /// <summary>The description, if any.</summary>
    public StringValueNode? Description { get; } = description;
}

/// <summary><c>extend schema</c>.</summary>
public sealed class SchemaExtensionNode(ImmutableArray<DirectiveNode> directives, ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : SchemaNode(directives, operationTypes);

/// <summary>A root type, such as <c>query: Query</c>.</summary>
public sealed class OperationTypeDefinitionNode(OperationType operation, NamedTypeNode type) : SyntaxNode
{
    /// <summary>The kind of operation.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>Its root type.</summary>
    public NamedTypeNode Type { get; } = type;
}

/// <summary>A definition or extension of a named type.</summary>
public abstract class TypeDefinitionOrExtensionNode(NameNode name, ImmutableArray<DirectiveNode> directives) : TypeSystemNode(directives)
{
    /// <summary>The type's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A definition of a named type (section 3.4).</summary>
public abstract class TypeDefinitionNode(StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives)
    : TypeDefinitionOrExtensionNode(name, directives)
{
    /// <summary>The description, if any.</summary>
    public StringValueNode? Description { get; } = description;
}

/// <summary>An extension of a named type.</summary>
public abstract class TypeExtensionNode(NameNode name, ImmutableArray<DirectiveNode> directives) : TypeDefinitionOrExtensionNode(name, directives);

/// <summary><c>scalar</c>.</summary>
public sealed class ScalarTypeDefinitionNode(
    StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives)
    : TypeDefinitionNode(description, name, directives);

/// <summary><c>type</c>.</summary>
public sealed class ObjectTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields)
    : TypeDefinitionNode(description, name, directives)
{
    /// <summary>Implemented interfaces.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>The fields in order.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>interface</c>.</summary>
public sealed class InterfaceTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields)
    : TypeDefinitionNode(description, name, directives)
{
    /// <summary>Implemented interfaces.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>The fields in order.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>union</c>.</summary>
public sealed class UnionTypeDefinitionNode(
    StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> types)
    : TypeDefinitionNode(description, name, directives)
{
    /// <summary>The member types.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}

/// <summary><c>enum</c>.</summary>
public sealed class EnumTypeDefinitionNode(
    StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<EnumValueDefinitionNode> values)
    : TypeDefinitionNode(description, name, directives)
{
    /// <summary>The values in order.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary><c>input</c>.</summary>
public sealed class InputObjectTypeDefinitionNode(
    StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<InputValueDefinitionNode> fields)
    : TypeDefinitionNode(description, name, directives)
{
    /// <summary>The fields in order.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}
