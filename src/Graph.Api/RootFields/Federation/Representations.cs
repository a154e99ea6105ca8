using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Text;

namespace Graph.Api.RootFields.Federation;

/// <summary>The nodes that a gateway asks for.</summary>
/// <param name="Source">Where a run finds the list of <c>_Any</c>.</param>
/// <param name="Ontology">The domain.</param>
internal sealed record Representations(PlannedSource Source, Ontology Ontology)
{
    private const string TypeName = "__typename";

    /// <summary>The nodes, in their order, with ids as the graph holds them; other fields than the key are passed over.</summary>
    /// <exception cref="GraphQLException">One is of no type that there is, or has no id.</exception>
    public IReadOnlyList<(NodeType Type, string Id)> Read(CoercedVariables variables) =>
        [.. Given(variables).Select((given, place) => Read(given) ?? throw new GraphQLException(ApiMessages.NotARepresentation(place)))];

    /// <summary>Those of a type; what is none is passed over.</summary>
    public IReadOnlyList<string> IdsOf(NodeType type, CoercedVariables variables) =>
        [.. Given(variables).Select(Read).OfType<(NodeType Type, string Id)>().Where(one => one.Type == type).Select(one => one.Id)
            .Distinct(StringComparer.Ordinal)];

    /// <summary>At how many places nodes of a type are asked for, one of them perhaps at several.</summary>
    public int PlacesOf(NodeType type, CoercedVariables variables) => Given(variables).Count(given => Read(given)?.Type == type);

    private IReadOnlyList<object?> Given(CoercedVariables variables) => Source.Resolve(variables) as IReadOnlyList<object?> ?? [];

    private (NodeType Type, string Id)? Read(object? given) =>
        given is IReadOnlyDictionary<string, object?> fields && fields.GetValueOrDefault(TypeName) is string name
            && Ontology.FindNodeType(name) is { } type && fields.GetValueOrDefault(type.Id.Name) is string id
            ? (type, NormalizationFormC.Normalize(id))
            : null;
}

/// <summary>The ids of the nodes of a type that a gateway asks for.</summary>
/// <param name="Asked">All nodes.</param>
/// <param name="Type">The type.</param>
internal sealed record RepresentedIds(Representations Asked, NodeType Type) : ConvertedSource
{
    /// <inheritdoc/>
    public override bool IsWeighed => true;

    /// <inheritdoc/>
    public override object Resolve(CoercedVariables variables) =>
        Asked.IdsOf(Type, variables).ToList<object?>();
}
