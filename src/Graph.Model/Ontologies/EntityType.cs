namespace Graph.Model.Ontologies;

/// <summary>What a list of nodes can be asked of: a node type or an interface over several.</summary>
public abstract class EntityType
{
    private readonly Dictionary<string, Property> properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RelationshipField> relationships = new(StringComparer.Ordinal);

    private protected EntityType(string name, string plural, string? description)
    {
        Name = name;
        Plural = plural;
        Description = description;
    }

    /// <summary>The name, such as <c>Person</c>; also the first label of its nodes.</summary>
    public string Name { get; }

    /// <summary>The plural in camel case, such as <c>people</c>: the name of the root list.</summary>
    public string Plural { get; }

    /// <summary>What the type is, from the ontology; null when it says nothing.</summary>
    public string? Description { get; }

    /// <summary>The properties in the order of the ontology; <see cref="Property.Ordinal"/> is the index.</summary>
    public IReadOnlyList<Property> Properties { get; private set; } = [];

    /// <summary>The relationship fields in the order of the ontology.</summary>
    public IReadOnlyList<RelationshipField> Relationships { get; private set; } = [];

    /// <summary>The property that identifies a node: <c>id: ID! @unique</c>.</summary>
    public Property Id { get; private set; } = null!;

    /// <summary>The property that people know a node by: the first <c>String!</c>, or else the id.</summary>
    public Property Caption => Properties.FirstOrDefault(property => property is { Kind: ScalarKind.String, IsRequired: true, IsList: false }) ?? Id;

    /// <summary>The concrete types: the type itself, or the implementations of an interface in ontology order.</summary>
    public abstract IReadOnlyList<NodeType> ConcreteTypes { get; }

    /// <summary>The property of that name, or null.</summary>
    public Property? FindProperty(string name) => properties.GetValueOrDefault(name);

    /// <summary>The relationship field of that name, or null.</summary>
    public RelationshipField? FindRelationship(string name) => relationships.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal void Complete(IReadOnlyList<Property> all, IReadOnlyList<RelationshipField> fields)
    {
        Properties = all;
        Relationships = fields;
        for (var i = 0; i < all.Count; i++)
        {
            all[i].Ordinal = i;
            properties.TryAdd(all[i].Name, all[i]);
        }

        foreach (var field in fields) relationships.TryAdd(field.Name, field);
        Id = properties.GetValueOrDefault("id")!;
    }
}
