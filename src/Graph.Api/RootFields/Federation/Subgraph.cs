using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Federation;

/// <summary>
/// The API as a subgraph of a larger one, after the specification of Apollo Federation 2: the gateway reads its schema, in which keys are marked,
/// and asks for nodes by them.
/// </summary>
internal static class Subgraph
{
    /// <summary>The edition whose directives stand in the schema: the first that all gateways in use read.</summary>
    public const string Link = "https://specs.apollo.dev/federation/v2.3";

    /// <summary>What the fields stem from, for the report of a conflict.</summary>
    public const string Origin = "Apollo Federation";

    /// <summary>The kinds of root field that only gateways ask.</summary>
    public static IReadOnlyList<RootFieldKind> Kinds { get; } = [ServiceField.Of, EntitiesField.Of];

    /// <summary>The schema that a gateway is given: without subscriptions, which not every gateway passes on; clients subscribe here.</summary>
    public static SchemaText Schema(Ontology ontology) =>
        SchemaText.Of(ontology, RootFieldList.Of(ontology, RootFieldList.Kinds), streams: [], isSubgraph: true);
}
