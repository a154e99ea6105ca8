using System.Runtime.CompilerServices;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValueDefinition : INamed
{
    internal InputValueDefinition(
        string name, GraphQLType type, ValueNode? defaultValue, string? description, string? deprecationReason, InputValueDefinitionNode? definition)
    {
        Name = name;
        Type = type;
        DefaultValue = defaultValue;
        Description = description;
        DeprecationReason = deprecationReason;
        Definition = definition;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The description, if any.</summary>
    public string? Description { get; }

    /// <summary>The type of the value.</summary>
    public GraphQLType Type { get; }

    /// <summary>
    /// The default as written; null when there is none (a default of <c>null </c> is a <see cref="NullValueNode"/>) or when it
    /// is no value of the type.
    /// </summary>
    public ValueNode? DefaultValue { get; internal set; }

    /// <summary>Why not to give it any more; null when it is not deprecated.</summary>
    public string? DeprecationReason { get; }

    /// <summary>Where it was defined.</summary>
    public InputValueDefinitionNode? Definition { get; }

    /// <summary>The value of <see cref="DefaultValue"/> once it was needed: the same object for all who use it.</summary>
    internal StrongBox<object?>? CoercedDefault { get; set; }

    /// <summary>Whether a value must be given: the type has no null and there is no default.</summary>
    public bool IsRequired => DefaultValue is null && Type is NonNullType;
}
