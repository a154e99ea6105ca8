using Graph.Model.Ontologies;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>
/// Which table and column holds what, derived from the ontology alone. Internal columns start with two underscores,
/// which no name of GraphQL does; tables of relationships start with <c>rel_</c>.
/// </summary>
internal sealed class Layout
{
    private readonly Dictionary<NodeType, Family> families = [];
    private readonly RelationshipTable[] relationships;

    public Layout(Ontology ontology)
    {
        Ontology = ontology;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Definitions.Meta, Definitions.Counts };
        Families = [.. Group(ontology).Select((group, i) => new Family(i, TableName.Take(names, NameOf(group)), group, InterfacesOf(ontology, group)))];
        foreach (var family in Families)
        {
            foreach (var type in family.Types) families.Add(type, family);
        }

        relationships = [.. ontology.RelationshipTypes.Select(type => new RelationshipTable(TableName.Take(names, "rel_" + type.Name), type, this))];
    }

    public Ontology Ontology { get; }

    public IReadOnlyList<Family> Families { get; }

    public IReadOnlyList<RelationshipTable> Relationships => relationships;

    public Family Of(EntityType type) => families[type.ConcreteTypes[0]];

    public RelationshipTable Of(RelationshipType type) => relationships[type.Ordinal];

    // Types that share an interface, directly or through others, share a table, because they share ids.
    private static IEnumerable<List<NodeType>> Group(Ontology ontology)
    {
        var groups = new List<List<NodeType>>();
        foreach (var type in ontology.NodeTypes)
        {
            var joined = groups.Where(group => group.Exists(other => other.Interfaces.Any(type.Interfaces.Contains))).ToList();
            if (joined.Count == 0)
            {
                groups.Add([type]);
                continue;
            }

            foreach (var other in joined.Skip(1))
            {
                joined[0].AddRange(other);
                groups.Remove(other);
            }

            joined[0].Add(type);
        }

        return groups;
    }

    private static List<InterfaceType> InterfacesOf(Ontology ontology, List<NodeType> group) =>
        [.. ontology.Interfaces.Where(type => type.Implementations.Any(group.Contains))];

    private static string NameOf(List<NodeType> group) =>
        group.SelectMany(type => type.Interfaces).FirstOrDefault()?.Name ?? group[0].Name;
}

/// <summary>Names of tables and columns, which SQLite compares without case.</summary>
internal static class TableName
{
    /// <summary>The name, or with a number behind it when it is taken.</summary>
    public static string Take(HashSet<string> taken, string wanted)
    {
        var name = wanted;
        for (var i = 2; !taken.Add(name); i++) name = $"{wanted}~{i}";
        return name;
    }

    /// <summary>The name as an identifier of SQL.</summary>
    public static string Quote(string name) => $"\"{name}\"";
}
