using Graph.Model.Ontologies;

namespace Graph.Export.Tables;

/// <summary>A column that properties of several types share, because they have one name and one kind.</summary>
/// <param name="Name">The name of the properties.</param>
/// <param name="Form">What its values are; enums are text.</param>
/// <param name="IsList">They are lists.</param>
/// <param name="Property">One of them.</param>
internal sealed record TableColumn(string Name, ScalarKind Form, bool IsList, Property Property)
{
    /// <summary>What the column is called, with the kind where another one has the name too.</summary>
    public string Key { get; init; } = Name;
}

/// <summary>The properties of several types as the columns of one table, in the order of the ontology.</summary>
internal sealed class ColumnSet
{
    private readonly Dictionary<object, int[]> places = [];

    /// <summary>The columns of node types.</summary>
    public static ColumnSet OfNodes(IEnumerable<NodeType> types) => new(types.Select(type => ((object)type, type.Properties)));

    /// <summary>The columns of relationship types.</summary>
    public static ColumnSet OfRelationships(IEnumerable<RelationshipType> types) =>
        new(types.Select(type => ((object)type, type.Properties?.Properties ?? [])));

    private ColumnSet(IEnumerable<(object Type, IReadOnlyList<Property> Properties)> types)
    {
        var columns = new List<TableColumn>();
        foreach (var (type, properties) in types) places.Add(type, [.. properties.Select(property => PlaceOf(property, columns))]);
        Columns = [.. columns.Select((column, i) => columns.FindIndex(other => other.Name == column.Name) == i
            ? column
            : column with { Key = KeyOf(column) })];
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The place of the column of each property of a type, by ordinal; -1 of a long text, which no table has a place for.</summary>
    public int[] Of(object type) => places[type];

    /// <summary>For each column the ordinal of a type's property; -1 where it has none.</summary>
    public int[] ByColumn(object type)
    {
        var byColumn = new int[Columns.Count];
        Array.Fill(byColumn, -1);
        var of = Of(type);
        for (var ordinal = 0; ordinal < of.Length; ordinal++)
            if (of[ordinal] >= 0) byColumn[of[ordinal]] = ordinal;
        return byColumn;
    }

    private static int PlaceOf(Property property, List<TableColumn> columns)
    {
        if (property.Excerpt is not null) return -1;
        var form = property.Kind is ScalarKind.Enum or ScalarKind.Id ? ScalarKind.String : property.Kind;
        var known = columns.FindIndex(column => column.Name == property.Name && column.Form == form && column.IsList == property.IsList);
        if (known >= 0) return known;
        columns.Add(new(property.Name, form, property.IsList, property));
        return columns.Count - 1;
    }

    private static string KeyOf(TableColumn column) => $"{column.Name}_{column.Form.ToString().ToLowerInvariant()}{(column.IsList ? "_list" : "")}";
}
