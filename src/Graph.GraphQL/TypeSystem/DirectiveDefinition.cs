using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>A directive (section 3.13).</summary>
public sealed class DirectiveDefinition : INamed
{
    internal DirectiveDefinition(
        string name,
        NameTable<InputValueDefinition> arguments,
        bool isRepeatable,
        ImmutableArray<string> locations,
        string? description,
        DirectiveDefinitionNode? definition)
    {
        Name = name;
        Arguments = arguments;
        IsRepeatable = isRepeatable;
        Locations = locations;
        Description = description;
        Definition = definition;
    }

    /// <summary>The name without <c>@</c>.</summary>
    public string Name { get; }

    /// <summary>The description, if any.</summary>
    public string? Description { get; }

    /// <summary>The arguments in order.</summary>
    public NameTable<InputValueDefinition> Arguments { get; }

    /// <summary>Whether it may stand several times at one place.</summary>
    public bool IsRepeatable { get; }

    /// <summary>Where it may stand, see <see cref="DirectiveLocation"/>.</summary>
    public ImmutableArray<string> Locations { get; }

    /// <summary>Where the directive was defined.</summary>
    public DirectiveDefinitionNode? Definition { get; }
}
