using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>A type with a name of its own: scalar, object, interface, union, enum or input object.</summary>
public abstract class NamedType : GraphQLType, INamed
{
    private protected NamedType(string name, TypeDefinitionNode? definition, ImmutableArray<TypeExtensionNode> extensions)
    {
        Name = name;
        Description = definition?.Description?.Value;
        Definition = definition;
        Extensions = extensions;
    }

    /// <summary>The name, unique in a schema.</summary>
    public string Name { get; }

    /// <summary>The description, if any.</summary>
    public string? Description { get; }

    /// <summary>Where the type was defined; null for a built-in scalar.</summary>
    public TypeDefinitionNode? Definition { get; }

    /// <summary>Where the type was extended, in order.</summary>
    public ImmutableArray<TypeExtensionNode> Extensions { get; }

    /// <summary>Directives on the definition and the extensions, in order.</summary>
    public IEnumerable<DirectiveNode> AppliedDirectives =>
        (Definition is null ? [] : Definition.Directives.AsEnumerable()).Concat(Extensions.SelectMany(extension => extension.Directives));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>A scalar (section 3.5).</summary>
public sealed class ScalarType : NamedType
{
    internal ScalarType(
        string name,
        ScalarCoercion coercion,
        string? specifiedByUrl,
        ScalarTypeDefinitionNode? definition,
        ImmutableArray<TypeExtensionNode> extensions)
        : base(name, definition, extensions)
    {
        Coercion = coercion;
        SpecifiedByUrl = specifiedByUrl;
    }

    /// <summary>How values become CLR values and results become JSON.</summary>
    public ScalarCoercion Coercion { get; }

    /// <summary>The URL of <c>@specifiedBy</c>, if any.</summary>
    public string? SpecifiedByUrl { get; }
}

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

/// <summary>An enum (section 3.9). Its values are their names.</summary>
public sealed class EnumType : NamedType
{
    internal EnumType(
        string name,
        EnumTypeDefinitionNode? definition,
        ImmutableArray<TypeExtensionNode> extensions) : base(name, definition, extensions) { }

    /// <summary>The values in order.</summary>
    public NameTable<EnumValueDefinition> Values { get; internal set; } = NameTable<EnumValueDefinition>.Empty;

    /// <summary>Whether the value changes the shape of a plan, see <see cref="SchemaOptions.StructuralEnums"/>.</summary>
    public bool IsStructural { get; internal set; }
}

/// <summary>An input object (section 3.10).</summary>
public sealed class InputObjectType : NamedType
{
    internal InputObjectType(string name, bool isOneOf, InputObjectTypeDefinitionNode? definition, ImmutableArray<TypeExtensionNode> extensions)
        : base(name, definition, extensions) => IsOneOf = isOneOf;

    /// <summary>Whether exactly one field must be given, and not null (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; }

    /// <summary>The fields in order.</summary>
    public NameTable<InputValueDefinition> Fields { get; internal set; } = NameTable<InputValueDefinition>.Empty;
}
