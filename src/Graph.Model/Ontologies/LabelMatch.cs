namespace Graph.Model.Ontologies;

/// <summary>What the labels of a node say of its type.</summary>
/// <param name="Type">The type whose labels are all among them; null where there is none, or where several are equally near.</param>
/// <param name="Extra">The labels that are not the type's.</param>
/// <param name="Candidates">The types that are equally near; empty unless there are several.</param>
public sealed record LabelMatch(NodeType? Type, IReadOnlyList<string> Extra, IReadOnlyList<NodeType> Candidates);
