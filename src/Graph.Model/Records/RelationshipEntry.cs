using Graph.Model.Ontologies;

namespace Graph.Model.Records;

/// <summary>A relationship of a batch; its cells are those of its type's properties, from <paramref name="FirstCell"/> on.</summary>
/// <param name="Type">Its type.</param>
/// <param name="StartType">The type of the node it starts at.</param>
/// <param name="Start">That node's id, a text cell.</param>
/// <param name="EndType">The type of the node it ends at.</param>
/// <param name="End">That node's id, a text cell.</param>
/// <param name="FirstCell">Where its cells start.</param>
/// <param name="Place">Where it was read.</param>
public readonly record struct RelationshipEntry(
    RelationshipType Type,
    NodeType StartType,
    Cell Start,
    NodeType EndType,
    Cell End,
    int FirstCell,
    RecordPlace Place);
