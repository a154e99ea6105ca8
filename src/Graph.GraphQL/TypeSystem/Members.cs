using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
