using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>A composite type with fields of its own: object or interface.</summary>
public abstract class FieldedType : CompositeType
{
    private protected FieldedType(
        string name,
        TypeDefinitionNode? definition,
        ImmutableArray<TypeExtensionNode> extensions) : base(name, definition, extensions) { }

    /// <summary>The fields, without <c>__typename</c>.</summary>
    public NameTable<FieldDefinition> Fields { get; internal set; } = NameTable<FieldDefinition>.Empty;

    /// <summary>The interfaces the type says it implements.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; internal set; } = [];
}

/// <summary>An object type (section 3.6).</summary>
public sealed class ObjectType : FieldedType
{
    internal ObjectType(
        string name,
        ObjectTypeDefinitionNode? definition,
        ImmutableArray<TypeExtensionNode> extensions) : base(name, definition, extensions) { }
}

/// <summary>An interface (section 3.7).</summary>
public sealed class InterfaceType : FieldedType
{
    internal InterfaceType(
        string name,
        InterfaceTypeDefinitionNode? definition,
        ImmutableArray<TypeExtensionNode> extensions) : base(name, definition, extensions) { }
}
