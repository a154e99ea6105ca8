namespace Graph.Model.Ontologies;

/// <summary>The properties that relationships of a type carry: a type with <c>@relationshipProperties</c>.</summary>
public sealed class PropertySet
{
    internal PropertySet(string name, string? description, IReadOnlyList<Property> properties, Interval? interval)
    {
        Name = name;
        Description = description;
        Properties = properties;
        Interval = interval;
        for (var i = 0; i < properties.Count; i++) properties[i].Ordinal = i;
        Identifying = [.. properties.Where(property => property.IsIdentifying)];
    }

    /// <summary>The name of the set, such as <c>Tally</c>.</summary>
    public string Name { get; }

    /// <summary>What it says, or null.</summary>
    public string? Description { get; }

    /// <summary>The properties; <see cref="Property.Ordinal"/> is the index.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>The days on which relationships that carry the set hold; null where it says nothing of days.</summary>
    public Interval? Interval { get; }

    /// <summary>The properties that tell parallel relationships apart.</summary>
    public IReadOnlyList<Property> Identifying { get; }

    /// <summary>The property of that name, or null.</summary>
    public Property? Find(string name) => Properties.FirstOrDefault(property => property.Name == name);
}
