using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

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
