using System.Text;
using Graph.Model.Ontologies;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>The table of a node type, or of all types that share an interface: one row a node.</summary>
internal sealed class Family
{
    public const string Key = "__key";
    public const string TypeColumn = "__type";

    private readonly Dictionary<Property, Column> byProperty = new(ReferenceEqualityComparer.Instance);

    public Family(string table, NodeFamily family)
    {
        Ordinal = family.Ordinal;
        Table = table;
        Types = family.Types;
        Interfaces = family.Interfaces;
        Columns = ColumnsOf(family.Types);
        foreach (var type in family.Interfaces)
        {
            foreach (var property in type.Properties)
            {
                if (Columns.FirstOrDefault(column => column.Holds(property)) is { } column) byProperty[property] = column;
            }
        }
    }

    /// <summary>The place among the families.</summary>
    public int Ordinal { get; }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>The node types that have their rows here.</summary>
    public IReadOnlyList<NodeType> Types { get; }

    /// <summary>The interfaces over them.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; }

    /// <summary>True when rows carry the name of their type.</summary>
    public bool IsTyped => Interfaces.Count > 0;

    /// <summary>
    /// The columns of properties in the order of the table: the id, what is indexed, short values, text, lists, texts told in excerpts.
    /// </summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Finds the key, and the type where there are several, by id.</summary>
    public string FindStatement =>
        $"SELECT \"{Key}\"{(IsTyped ? $", \"{TypeColumn}\"" : "")} FROM {TableName.Quote(Table)} WHERE \"id\" = ?1";

    public Column Of(Property property) => byProperty[property];

    /// <summary>The ordinal of the type of a row.</summary>
    public string OrdinalOf(string row) => IsTyped
        ? $"CASE {row}.\"{TypeColumn}\" {string.Join(" ", Types.Select(one => $"WHEN '{one.Name}' THEN {one.Ordinal}"))} END"
        : $"{Types[0].Ordinal}";

    /// <summary>The type whose name a row carries.</summary>
    public NodeType TypeNamed(ReadOnlySpan<byte> utf8)
    {
        var name = Encoding.UTF8.GetString(utf8);
        return Types.First(type => type.Name == name);
    }

    // The order decides how much of a row is read to sort or filter by it, and whether that lies on an overflow page.
    private Column[] ColumnsOf(IReadOnlyList<NodeType> types)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Key, TypeColumn, Definitions.SourcesColumn };
        var columns = new List<Column>();
        foreach (var type in types)
        {
            foreach (var property in type.Properties)
            {
                var column = columns.Find(known => known.Holds(property));
                if (property.IsSearchable) names.UnionWith(Words.Reserved);
                if (column is null) columns.Add(column = new Column(TableName.Take(names, property.Name), property));
                column.Add(type, property);
                byProperty[property] = column;
            }
        }

        return [.. columns.OrderBy(column => column.Rank)];
    }
}
