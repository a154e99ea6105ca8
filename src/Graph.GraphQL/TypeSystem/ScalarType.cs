using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

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
