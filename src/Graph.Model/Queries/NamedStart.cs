using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>A node that is named where a walk starts, so that its key need not be known.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Where">The condition that names it.</param>
public sealed record NamedStart(EntityType Type, Filter Where);
