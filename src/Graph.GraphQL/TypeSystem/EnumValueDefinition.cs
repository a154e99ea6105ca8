using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>A value of an enum.</summary>
public sealed class EnumValueDefinition : INamed
{
    internal EnumValueDefinition(string name, string? description, string? deprecationReason, EnumValueDefinitionNode? definition)
    {
        Name = name;
        Description = description;
        DeprecationReason = deprecationReason;
        Definition = definition;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The description, if any.</summary>
    public string? Description { get; }

    /// <summary>Why not to use the value any more; null when it is not deprecated.</summary>
    public string? DeprecationReason { get; }

    /// <summary>Where the value was defined.</summary>
    public EnumValueDefinitionNode? Definition { get; }
}
