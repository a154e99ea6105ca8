using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>Along a relationship.</summary>
/// <param name="Relationship">Its type.</param>
/// <param name="Direction">See <see cref="Step"/>.</param>
public sealed record RelationshipStep(RelationshipType Relationship, Direction Direction) : Step(Direction)
{
    /// <summary>
    /// Properties of the relationship that each row has after the two nodes; parallel ones in which they differ are a row each.
    /// </summary>
    public IReadOnlyList<Property> Carried { get; init; } = [];

    /// <summary>Each of several parallel relationships is a row.</summary>
    public bool IsEach { get; init; }
}
