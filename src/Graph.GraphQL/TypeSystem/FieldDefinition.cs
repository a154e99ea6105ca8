using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinition : INamed
{
    internal FieldDefinition(
        string name,
        GraphQLType type,
        NameTable<InputValueDefinition> arguments,
        string? description,
        string? deprecationReason,
        FieldDefinitionNode? definition)
    {
        Name = name;
        Type = type;
        Arguments = arguments;
        Description = description;
        DeprecationReason = deprecationReason;
        Definition = definition;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The description, if any.</summary>
    public string? Description { get; }

    /// <summary>The type of the result.</summary>
    public GraphQLType Type { get; }

    /// <summary>The arguments in order.</summary>
    public NameTable<InputValueDefinition> Arguments { get; }

    /// <summary>Why not to use the field any more; null when it is not deprecated.</summary>
    public string? DeprecationReason { get; }

    /// <summary>Where the field was defined.</summary>
    public FieldDefinitionNode? Definition { get; }
}
