using Graph.Model.Ontologies;
using Graph.Model.Search;
using Graph.Stores.Neo4j.Statements;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j.Migrations;

/// <summary>What an ontology demands of a database: uniqueness, indexes for order and look-up, and one full-text index.</summary>
internal static class DatabaseSchema
{
    /// <summary>The full-text index over everything that is searchable.</summary>
    public const string SearchIndex = "search";

    /// <summary>The property of a node that the index holds: its tokens, see <see cref="Graph.Model.Search.SearchTokens"/>.</summary>
    public const string Tokens = "_search";

    /// <summary>
    /// The property of a node or relationship that says who asserts it, see <see cref="Graph.Model.Sources.Assertions"/>: the
    /// number of a node <c>:_Source</c>, or a list. Nothing where it was imported in nobody's name.
    /// </summary>
    public const string Sources = "_sources";

    /// <summary>The file name under which a schema made from an ontology is applied.</summary>
    public const string FileName = "V001__Constraints_and_indexes.cypher";

    /// <summary>The file name under which the full-text index of tokens takes the place of the first one, of texts.</summary>
    public const string TokensFileName = "V002__Search_by_tokens.cypher";

    /// <summary>The file name under which what is kept of changes gets its indexes.</summary>
    public const string ChangesFileName = "V003__Changes_by_number.cypher";

    /// <summary>The statements that make the indexes of what is kept of changes, the same for every ontology.</summary>
    public const string ChangesText =
        $"""
        // What is kept of changes is found by its number, by its run and by its time, however much of it there is. The same for every ontology.
        CREATE INDEX changes_first IF NOT EXISTS FOR (c:{KeptChanges.Label}) ON (c.first);
        CREATE INDEX changes_run IF NOT EXISTS FOR (c:{KeptChanges.Label}) ON (c.run);
        CREATE INDEX changes_at IF NOT EXISTS FOR (c:{KeptChanges.Label}) ON (c.at);

        """;

    /// <summary>The migrations that create it all.</summary>
    public static IReadOnlyList<Migration> MigrationsFor(Ontology ontology) =>
        [new(FileName, Text(ontology)), new(TokensFileName, TokensText(ontology)), new(ChangesFileName, ChangesText)];

    /// <summary>The statements that put the index of tokens in the place of the index of texts.</summary>
    public static string TokensText(Ontology ontology) =>
        "// Words are found by tokens that are made on import, the same as in an embedded store. Made from the ontology; a test keeps them equal.\n"
        + (SearchStatement(ontology, new(ontology)) is { } search ? $"DROP INDEX {SearchIndex} IF EXISTS;\n\n{search};\n" : "");

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
                .. TextStatement(ontology, labels) is { } search ? [search + ";"] : Array.Empty<string>(),
            ]) + "\n";
    }

    /// <summary>The statement that makes the full-text index; null when nothing is searchable.</summary>
    // Words are indexed after the transactions: inside them they took a third of an import's time. The tokens are made as they are found.
    public static string? SearchStatement(Ontology ontology, LabelMap labels)
    {
        var found = ontology.Searched().Select(type => Identifiers.Escape(labels.Single(type) ?? type.Labels[0])).Distinct().ToList();
        return found.Count == 0
            ? null
            : $"CREATE FULLTEXT INDEX {SearchIndex} IF NOT EXISTS\nFOR (n:{string.Join('|', found)})\nON EACH [n.{Tokens}]\n"
                + "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true}}";
    }

    // The first index, of the texts themselves, as released.
    private static string? TextStatement(Ontology ontology, LabelMap labels)
    {
        var types = ontology.NodeTypes.Where(type => type.Properties.Any(property => property.IsSearchable) && labels.Single(type) is not null)
            .ToList();
        if (types.Count == 0) return null;
        var properties = types.SelectMany(type => type.Properties.Where(property => property.IsSearchable))
            .Select(property => Identifiers.Property("n", property))
            .Distinct();
        return $"CREATE FULLTEXT INDEX {SearchIndex} IF NOT EXISTS\nFOR "
            + $"(n:{string.Join('|', types.Select(type => Identifiers.Escape(labels.Single(type)!)))})\n"
            + $"ON EACH [{string.Join(", ", properties)}]\nOPTIONS {{indexConfig: {{`fulltext.eventually_consistent`: true}}}}";
    }

    private static string Of(EntityType type, LabelMap labels)
    {
        if (labels.Single(type) is not { } label) return "";
        var lines = new List<string>();
        foreach (var property in type.Properties.Where(property => !property.IsList))
        {
            if (property.IsUnique)
                lines.Add($"CREATE CONSTRAINT {Name(type, property)} IF NOT EXISTS FOR (n:{Identifiers.Escape(label)}) REQUIRE "
                    + $"{Identifiers.Property("n", property)} IS UNIQUE;");
            else if (property.IsIndexed && type is NodeType)
                lines.Add($"CREATE INDEX {Name(type, property)} IF NOT EXISTS FOR (n:{Identifiers.Escape(label)}) ON "
                    + $"({Identifiers.Property("n", property)});");
        }

        return string.Join('\n', lines);
    }

    private static string Name(EntityType type, Property property) => Identifiers.Escape($"{type.Name}_{property.Name}");
}
