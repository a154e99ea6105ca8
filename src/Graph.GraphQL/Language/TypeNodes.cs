namespace Graph.GraphQL.Language;

/// <summary>A reference to a type (section 2.11).</summary>
public abstract class TypeNode : SyntaxNode;

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode(NameNode name) : TypeNode
{
    /// <summary>The name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A list, <c>[Type]</c>.</summary>
public sealed class ListTypeNode(TypeNode type) : TypeNode
{
    /// <summary>The type of the items.</summary>
    public TypeNode Type { get; } = type;
}

/// <summary>A type that has no null, <c>Type!</c>.</summary>
public sealed class NonNullTypeNode(TypeNode type) : TypeNode
{
    /// <summary>The nullable type: named or list.</summary>
    public TypeNode Type { get; } = type;
}
