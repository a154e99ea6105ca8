using Graph.Model.Ontologies;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>A column: one property, or the properties of one name and kind of several types.</summary>
internal sealed class Column(string name, Property first)
{
    private readonly List<(NodeType Type, Property Property)> owners = [];

    /// <summary>The column's name.</summary>
    public string Name { get; } = name;

    /// <summary>Any of its properties, for the kind of value.</summary>
    public Property Property { get; } = first;

    /// <summary>The node types that have the property; none for a property of a relationship.</summary>
    public IReadOnlyList<(NodeType Type, Property Property)> Owners => owners;

    /// <summary>The kind of column in a STRICT table.</summary>
    public string Storage => Property.IsList
        ? "TEXT"
        : Property.Kind switch
        {
            ScalarKind.Int or ScalarKind.BigInt or ScalarKind.Boolean => "INTEGER",
            ScalarKind.Float => "REAL",
            _ => "TEXT",
        };

    internal int Rank => Property switch
    {
        { Name: "id" } => 0,
        { Excerpt: not null } => 5,
        { IsIndexed: true, Kind: not ScalarKind.String } => 1,
        { IsList: true } => 4,
        { IsSearchable: true } or { Kind: ScalarKind.String } => 3,
        _ => 2,
    };

    internal bool Holds(Property property) =>
        property.Name == Property.Name && property.Kind == Property.Kind && property.IsList == Property.IsList && property.Enum == Property.Enum;

    internal void Add(NodeType type, Property property) => owners.Add((type, property));
}
