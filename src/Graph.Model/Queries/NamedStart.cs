using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>What is named where a walk starts, so that its key need not be known.</summary>
/// <param name="Type">The type of the nodes.</param>
/// <param name="Where">The condition that names them.</param>
public sealed record NamedStart(EntityType Type, Filter Where);
