using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Migrations;

/// <summary>What an ontology demands of a database: uniqueness, indexes for order and look-up, and one full-text index.</summary>
internal static class DatabaseSchema
{
    /// <summary>The full-text index over everything that is searchable.</summary>
    public const string SearchIndex = "search";

    /// <summary>The file name under which a schema made from an ontology is applied.</summary>
    public const string FileName = "V001__Constraints_and_indexes.cypher";

    /// <summary>The migration that creates it all.</summary>
    public static Migration MigrationFor(Ontology ontology) => new(FileName, Text(ontology));

    /// <summary>The statements that create it, in the form of a migration file.</summary>
    public static string Text(Ontology ontology)
    {
        var labels = new LabelMap(ontology);
        return string.Join(
            "\n\n",
            [
                "// What the ontology demands of the database. Made from it; a test keeps them equal.",
                "// The node that keeps counts beside the graph, and whose lock is the turn of the one writer.\n"
                    + $"CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (n:{KeptCounts.Label}) REQUIRE n.id IS UNIQUE;",
                .. ontology.Entities.OrderBy(type => type is InterfaceType).Select(type => Of(type, labels)).Where(text => text.Length > 0),
                .. SearchStatement(ontology, labels) is { } search ? [search + ";"] : Array.Empty<string>(),
            ]) + "\n";
    }

    /// <summary>The statement that makes the full-text index; null when nothing is searchable.</summary>
    // Words are indexed after the transactions: inside them they took a third of an import's time.
    public static string? SearchStatement(Ontology ontology, LabelMap labels)
    {
        var types = ontology.NodeTypes.Where(type => type.Properties.Any(property => property.IsSearchable) && labels.Single(type) is not null)
            .ToList();
        if (types.Count == 0) return null;
        var properties = types.SelectMany(type => type.Properties.Where(property => property.IsSearchable))
            .Select(property => Identifiers.Property("n", property))
            .Distinct();
        return $"CREATE FULLTEXT INDEX {SearchIndex} IF NOT EXISTS\nFOR (n:{string.Join('|', types.Select(type => Identifiers.Escape(labels.Single(type)!)))})\n"
            + $"ON EACH [{string.Join(", ", properties)}]\nOPTIONS {{indexConfig: {{`fulltext.eventually_consistent`: true}}}}";
    }

    private static string Of(EntityType type, LabelMap labels)
    {
        if (labels.Single(type) is not { } label) return "";
        var lines = new List<string>();
        foreach (var property in type.Properties.Where(property => !property.IsList))
        {
            if (property.IsUnique)
                lines.Add($"CREATE CONSTRAINT {Name(type, property)} IF NOT EXISTS FOR (n:{Identifiers.Escape(label)}) REQUIRE {Identifiers.Property("n", property)} IS UNIQUE;");
            else if (property.IsIndexed && type is NodeType)
                lines.Add($"CREATE INDEX {Name(type, property)} IF NOT EXISTS FOR (n:{Identifiers.Escape(label)}) ON ({Identifiers.Property("n", property)});");
        }

        return string.Join('\n', lines);
    }

    private static string Name(EntityType type, Property property) => Identifiers.Escape($"{type.Name}_{property.Name}");
}
