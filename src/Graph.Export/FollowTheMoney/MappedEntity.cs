namespace Graph.Export.FollowTheMoney;

/// <summary>What the nodes of a type become, or each relationship along a field of theirs.</summary>
/// <param name="Type">The type of the nodes.</param>
/// <param name="Schema">The schema, where <paramref name="SchemaOf"/> has no other.</param>
/// <param name="Properties">The properties in their order; one whose name begins with <c>~</c> is asked for and not written.</param>
/// <param name="Along">The field; null: each node is an entity.</param>
/// <param name="SchemaBy">The property that decides the schema.</param>
/// <param name="SchemaOf">The schema by its value.</param>
/// <param name="Datasets">The datasets that name it.</param>
/// <param name="Required">Properties without which it is left out.</param>
/// <param name="Except">The ids of nodes that are nobody: they are no entities, and nothing refers to them.</param>
internal sealed record MappedEntity(
    string Type,
    string Schema,
    IReadOnlyDictionary<string, MappedProperty> Properties,
    string? Along = null,
    string? SchemaBy = null,
    IReadOnlyDictionary<string, string>? SchemaOf = null,
    MappedProperty? Datasets = null,
    IReadOnlyList<string>? Required = null,
    IReadOnlyList<string>? Except = null);
