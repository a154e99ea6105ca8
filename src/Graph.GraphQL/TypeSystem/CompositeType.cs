using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>A type whose fields are selected: object, interface or union.</summary>
public abstract class CompositeType : NamedType
{
    private protected CompositeType(
        string name,
        TypeDefinitionNode? definition,
        ImmutableArray<TypeExtensionNode> extensions) : base(name, definition, extensions) { }

    /// <summary>Whether values have a more specific object type, told only when they are there.</summary>
    public bool IsAbstract => this is not ObjectType;
}

/// <summary>A union (section 3.8).</summary>
public sealed class UnionType : CompositeType
{
    internal UnionType(
        string name,
        UnionTypeDefinitionNode? definition,
        ImmutableArray<TypeExtensionNode> extensions) : base(name, definition, extensions) { }

    /// <summary>The member types in order.</summary>
    public ImmutableArray<ObjectType> Members { get; internal set; } = [];
}
