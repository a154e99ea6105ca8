using Graph.Model.Ontologies;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>
/// Which table and column holds what, derived from the ontology alone. Internal columns start with two underscores,
/// which no name of GraphQL does; tables of relationships start with <c>rel_</c>.
/// </summary>
internal sealed class Layout
{
    private readonly RelationshipTable[] relationships;

    public Layout(Ontology ontology)
    {
        Ontology = ontology;
        string[] own =
        [
            Definitions.Meta, Definitions.Counts, Definitions.Sources, Definitions.Runs, Definitions.Changes, Words.Places, Words.FormerRanks,
            Ranks.Table, Merges.Judgements, Merges.Members, Merges.Named,
            .. Words.Tables, .. Words.Tables.SelectMany(table => Words.PartsOfATable.Select(part => $"{table}_{part}")),
        ];
        var names = new HashSet<string>(own, StringComparer.OrdinalIgnoreCase);
        Families = [.. ontology.Families.Select(family => new Family(TableName.Take(names, NameOf(family)), family))];
        relationships = [.. ontology.RelationshipTypes.Select(type => new RelationshipTable(TableName.Take(names, "rel_" + type.Name), type, this))];
    }

    public Ontology Ontology { get; }

    public IReadOnlyList<Family> Families { get; }

    public IReadOnlyList<RelationshipTable> Relationships => relationships;

    public Family Of(EntityType type) => Families[type.ConcreteTypes[0].Family.Ordinal];

    public RelationshipTable Of(RelationshipType type) => relationships[type.Ordinal];

    private static string NameOf(NodeFamily family) =>
        family.Types.SelectMany(type => type.Interfaces).FirstOrDefault()?.Name ?? family.Types[0].Name;
}
