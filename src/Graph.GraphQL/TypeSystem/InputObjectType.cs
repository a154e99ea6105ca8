using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

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
