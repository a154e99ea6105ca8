namespace Graph.Export.LinkedData;

/// <summary>What a relationship is.</summary>
/// <param name="Property">The property of one end whose value is the other.</param>
/// <param name="IsOfEnd">It is a property of the node that the relationship ends at; otherwise of that which it starts at.</param>
/// <param name="Role">The type of a node between the two that carries the relationship's properties; null: none.</param>
/// <param name="RoleProperties">What these are called.</param>
/// <param name="PropertyOf">The property where the node that has it is of some types, by their names.</param>
internal sealed record MappedRelationship(
    string Property,
    bool IsOfEnd = false,
    string? Role = null,
    IReadOnlyDictionary<string, string>? RoleProperties = null,
    IReadOnlyDictionary<string, string>? PropertyOf = null);
