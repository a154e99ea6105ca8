using System.Runtime.CompilerServices;
using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Text;

namespace Graph.Api.RootFields.Federation;

/// <summary>The nodes that a gateway asks for. A list of them is read once, however many types there are to ask about.</summary>
/// <param name="source">Where a run finds the list of <c>_Any</c>.</param>
/// <param name="ontology">The domain.</param>
internal sealed class Representations(PlannedSource source, Ontology ontology)
{
    private const string TypeName = "__typename";

    private readonly ConditionalWeakTable<object, ReadList> known = [];

    /// <summary>The nodes, in their order, with ids as the graph holds them; other fields than the key are passed over.</summary>
    /// <exception cref="GraphQLException">One is of no type that there is, or has no id.</exception>
    public IReadOnlyList<(NodeType Type, string Id)> Read(CoercedVariables variables) =>
        [.. ListOf(variables).Nodes.Select((node, place) => node ?? throw new GraphQLException(ApiMessages.NotARepresentation(place)))];

    /// <summary>The ids of the nodes of a type, each once; what is no node is passed over.</summary>
    public IReadOnlyList<object?> IdsOf(NodeType type, CoercedVariables variables) => ListOf(variables).Of(type).Ids;

    /// <summary>At how many places nodes of a type are asked for, one of them perhaps at several.</summary>
    public int PlacesOf(NodeType type, CoercedVariables variables) => ListOf(variables).Of(type).Places;

    private ReadList ListOf(CoercedVariables variables) =>
        source.Resolve(variables) is IReadOnlyList<object?> given ? known.GetValue(given, _ => new([.. given.Select(Read)])) : new([]);

    private (NodeType Type, string Id)? Read(object? given) =>
        given is IReadOnlyDictionary<string, object?> fields && fields.GetValueOrDefault(TypeName) is string name
            && ontology.FindNodeType(name) is { } type && fields.GetValueOrDefault(type.Id.Name) is string id
            ? (type, NormalizationFormC.Normalize(id))
            : null;

    /// <summary>A list that was read.</summary>
    /// <param name="nodes">Its nodes; null for what is none.</param>
    private sealed class ReadList(IReadOnlyList<(NodeType Type, string Id)?> nodes)
    {
        private readonly Dictionary<NodeType, (int Places, IReadOnlyList<object?> Ids)> byType = nodes.OfType<(NodeType Type, string Id)>()
            .GroupBy(node => node.Type, node => node.Id)
            .ToDictionary(group => group.Key, group => (group.Count(), (IReadOnlyList<object?>)[.. group.Distinct(StringComparer.Ordinal)]));

        public IReadOnlyList<(NodeType Type, string Id)?> Nodes => nodes;

        public (int Places, IReadOnlyList<object?> Ids) Of(NodeType type) => byType.GetValueOrDefault(type, (0, []));
    }
}

/// <summary>The ids of the nodes of a type that a gateway asks for.</summary>
/// <param name="Asked">All nodes.</param>
/// <param name="Type">The type.</param>
internal sealed record RepresentedIds(Representations Asked, NodeType Type) : ConvertedSource
{
    /// <inheritdoc/>
    public override bool IsWeighed => true;

    /// <inheritdoc/>
    public override object Resolve(CoercedVariables variables) => Asked.IdsOf(Type, variables);
}
