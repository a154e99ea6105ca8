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
