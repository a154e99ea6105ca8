using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

/// <summary><c>directive @name on …</c> (section 3.13).</summary>
public sealed class DirectiveDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    ImmutableArray<NameNode> locations)
    : DefinitionNode
{
    /// <summary>The description, if any.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The name without <c>@</c>.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The directive's arguments in order.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>Whether it may stand several times at one place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Where it may stand, as written, at least one.</summary>
    public ImmutableArray<NameNode> Locations { get; } = locations;
}
