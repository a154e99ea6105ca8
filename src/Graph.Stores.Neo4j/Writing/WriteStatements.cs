using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// The statements of the writer. Rows travel as positional lists in <c>$rows</c>; ends and stored records are found by
/// Neo4j's internal ids, which hold within the transaction that looked them up.
/// </summary>
internal sealed class WriteStatements
{
    // Every step is a look-up by a unique key or an internal id, which no statistics can better. Without this Neo4j would
    // plan each statement anew, time and again, while the graph grows under it.
    private const string Plan = "CYPHER replan=skip\n";

    private readonly LabelMap labels;
    private readonly Dictionary<object, (string Create, string Update)> nodes = [];
    private readonly Dictionary<object, (string Create, string Update, string Find)> relationships = [];

    public WriteStatements(Ontology ontology, LabelMap labels)
    {
        this.labels = labels;
        foreach (var type in ontology.NodeTypes) nodes[type] = (Plan + CreateNodes(type), Plan + UpdateNodes(type));
        foreach (var type in ontology.RelationshipTypes)
            relationships[type] = (Plan + CreateRelationships(type), Plan + UpdateRelationships(type), Plan + FindRelationships(type));
    }

    /// <summary>
    /// The one-to-one relationships that stand in the way, as <c>r</c> from <c>a</c> to <c>b</c>: rows as of <see cref="RemoveRivals"/>.
    /// </summary>
    public static string MatchRivals(RelationshipType type) =>
        $"{Plan}UNWIND $rows AS row\nCALL (row) {{ {MatchAtEither(type, "= row[0]", "= row[1]")} }}";

    /// <summary>
    /// Matches relationships <c>r</c> from <c>a</c> to <c>b</c> where the internal id of the first or of the second fulfils a condition.
    /// </summary>
    public static string MatchAtEither(RelationshipType type, string ofStart, string ofEnd)
    {
        var match = $"MATCH (a)-[r:{Identifiers.Escape(type.Name)}]->(b)";
        return $"{match} WHERE id(a) {ofStart} RETURN a, r, b UNION {match} WHERE id(b) {ofEnd} RETURN a, r, b";
    }

    /// <summary>
    /// Deletes the one-to-one relationships that stand in the way: a row is [start, end], each −1 where that node may have several; answered
    /// with how many rows replace one.
    /// </summary>
    public static string RemoveRivals(RelationshipType type)
    {
        var name = Identifiers.Escape(type.Name);
        return Plan + CypherText.Lines(
            "UNWIND $rows AS row",
            type.SingleStarts.Count > 0
                ? $"CALL (row) {{ MATCH (a)-[r:{name}]->() WHERE id(a) = row[0] DELETE r RETURN count(*) AS fromStart }}"
                : "WITH row, 0 AS fromStart",
            type.SingleEnds.Count > 0
                ? $"CALL (row) {{ MATCH ()-[r:{name}]->(b) WHERE id(b) = row[1] DELETE r RETURN count(*) AS fromEnd }}"
                : "WITH row, fromStart, 0 AS fromEnd",
            "WITH fromStart, fromEnd WHERE fromStart + fromEnd > 0",
            "RETURN count(*)");
    }

    /// <summary>How many nodes are still stored under their internal ids: a row is [internal id, id].</summary>
    public const string CountSame = Plan + "UNWIND $rows AS row\nMATCH (n) WHERE id(n) = row[0] AND n.id = row[1]\nRETURN count(n)";

    /// <summary>A statement whose rows are all wanted at once: they are no more than were sent.</summary>
    public static Statement Whole(string text, StatementParameters rows) => new(text, rows) { FetchSize = -1 };

    /// <summary>Which of the ids are stored: a row is [place, id]; answered with place, internal id and type.</summary>
    public string FindNodes(Family family, string label)
    {
        var cases = family.Types.Count == 1
            ? family.Types[0].Ordinal.ToString()
            : $"CASE {string.Join(' ', family.Types.Select(type => $"WHEN n:{labels.Of(type)} THEN {type.Ordinal}"))} END";
        return $"{Plan}UNWIND $rows AS row\nMATCH (n:{label} {{id: row[1]}})\nRETURN row[0], id(n), {cases}";
    }

    /// <summary>Who asserts nodes: an internal id a row; answered with it and the text.</summary>
    public const string NodeSources = Plan + "UNWIND $rows AS row\nMATCH (n) WHERE id(n) = row[0]\nRETURN row[0], n." + DatabaseSchema.Sources;

    /// <summary>Notes who asserts nodes: a row is [internal id, text].</summary>
    public const string SetNodeSources = Plan + "UNWIND $rows AS row\nMATCH (n) WHERE id(n) = row[0]\nSET n." + DatabaseSchema.Sources + " = row[1]";

    /// <summary>The values of nodes: an internal id a row; answered with it and the properties.</summary>
    public static string Values(NodeType type) =>
        $"{Plan}UNWIND $rows AS row\nMATCH (n) WHERE id(n) = row[0]\nRETURN "
            + $"row[0]{string.Concat(type.Properties.Select(property => $", {Identifiers.Property("n", property)}"))}";

    /// <summary>Who asserts relationships, and their values: an internal id a row; answered with it, the text and the properties.</summary>
    public static string Values(RelationshipType type) =>
        $"{Plan}UNWIND $rows AS row\nMATCH ()-[r:{Identifiers.Escape(type.Name)}]->() WHERE id(r) = row[0]\nRETURN row[0], r.{DatabaseSchema.Sources}"
        + string.Concat((type.Properties?.Properties ?? []).Select(property => $", {Identifiers.Property("r", property)}"));

    /// <summary>Notes who asserts relationships: a row is [internal id, text].</summary>
    public static string SetSources(RelationshipType type) =>
        $"{Plan}UNWIND $rows AS row\nMATCH ()-[r:{Identifiers.Escape(type.Name)}]->() WHERE id(r) = row[0]\nSET r.{DatabaseSchema.Sources} = row[1]";

    /// <summary>Removes relationships: an internal id a row.</summary>
    public static string Delete(RelationshipType type) =>
        $"{Plan}UNWIND $rows AS row\nMATCH ()-[r:{Identifiers.Escape(type.Name)}]->() WHERE id(r) = row[0]\nDELETE r";

    /// <summary>Creates nodes: a row is the cells; answered with the internal ids in order.</summary>
    public string Create(NodeType type) => nodes[type].Create;

    /// <summary>
    /// Replaces the properties of nodes where they differ: a row is [internal id, the cells …]; answered, for those that are changed, with the
    /// internal id, who asserts the node, and what its properties were.
    /// </summary>
    public string Update(NodeType type) => nodes[type].Update;

    /// <summary>Creates relationships: a row is [start, end, the cells …].</summary>
    public string Create(RelationshipType type) => relationships[type].Create;

    /// <summary>Replaces the properties of relationships: a row is [internal id, _, the cells …]; answered as for nodes.</summary>
    public string Update(RelationshipType type) => relationships[type].Update;

    /// <summary>
    /// The stored relationships of an identity: a row is [start, end, the cells …, place]; answered with place, internal id and
    /// whether they are just so.
    /// </summary>
    public string Find(RelationshipType type) => relationships[type].Find;

    private static string CreateNodes(NodeType type) =>
        $"UNWIND $rows AS row\nCREATE (n{LabelMap.ForCreation(type)} "
            + $"{{{Values(type.Properties, 0)}{(IsSearched(type) ? $", {DatabaseSchema.Tokens}: row[{type.Properties.Count}]" : "")}, "
            + $"{DatabaseSchema.Sources}: row[{type.Properties.Count + 1}]}})\nRETURN id(n)";

    private static string UpdateNodes(NodeType type)
    {
        var set = type.Properties.Select(property => $"n.{Identifiers.Escape(property.Name)} = "
            + (property.IsImportStamp
                ? $"coalesce(n.{Identifiers.Escape(property.Name)}, row[{property.Ordinal + 1}])"
                : $"row[{property.Ordinal + 1}]"));
        if (IsSearched(type)) set = set.Append($"n.{DatabaseSchema.Tokens} = row[{type.Properties.Count + 1}]");
        return CypherText.Lines(
            "UNWIND $rows AS row",
            "MATCH (n) WHERE id(n) = row[0]",
            $"WITH n, row, {Before("n", type.Properties)} WHERE NOT ({string.Join(" AND ", type.Properties.Select(property => property == type.Id
                ? "true" // The node was found by its id, be it a number in the store and text in the record.
                : property.IsImportStamp ? $"n.{Identifiers.Escape(property.Name)} IS NOT NULL" : Same("n", property, property.Ordinal + 1)))})",
            "SET " + string.Join(", ", set),
            "RETURN row[0], " + BeforeNames(type.Properties));
    }

    private static string Before(string variable, IReadOnlyList<Property> properties) => string.Join(
        ", ", properties.Select((property, i) => $"{Identifiers.Property(variable, property)} AS o{i}")
            .Prepend($"{variable}.{DatabaseSchema.Sources} AS asserted"));

    private static string BeforeNames(IReadOnlyList<Property> properties) =>
        string.Join(", ", properties.Select((_, i) => $"o{i}").Prepend("asserted"));

    private static bool IsSearched(NodeType type) => type.Properties.Any(property => property.IsSearchable);

    private static string CreateRelationships(RelationshipType type)
    {
        var properties = type.Properties?.Properties ?? [];
        var carried = $" {{{(properties.Count == 0 ? "" : Values(properties, 2) + ", ")}{DatabaseSchema.Sources}: row[{properties.Count + 2}]}}";
        return CypherText.Lines(
            "UNWIND $rows AS row",
            "MATCH (a) WHERE id(a) = row[0]",
            "MATCH (b) WHERE id(b) = row[1]",
            $"CREATE (a)-[:{Identifiers.Escape(type.Name)}{carried}]->(b)");
    }

    private static string UpdateRelationships(RelationshipType type)
    {
        var properties = type.Properties?.Properties ?? [];
        if (properties.Count == 0) return "";
        return CypherText.Lines(
            "UNWIND $rows AS row",
            $"MATCH ()-[r:{Identifiers.Escape(type.Name)}]->() WHERE id(r) = row[0]",
            $"WITH r, row, {Before("r", properties)}",
            "SET " + string.Join(", ", properties.Select(property => $"r.{Identifiers.Escape(property.Name)} = row[{property.Ordinal + 2}]")),
            "RETURN row[0], " + BeforeNames(properties));
    }

    private static string FindRelationships(RelationshipType type)
    {
        var properties = type.Properties?.Properties ?? [];
        var identity = type.Identifying.Select(property => Same("r", property, property.Ordinal + 2)).ToList();
        var same = properties.Count == 0 ? "true" : string.Join(" AND ", properties.Select(property => Same("r", property, property.Ordinal + 2)));
        return CypherText.Lines(
            "UNWIND $rows AS row",
            "MATCH (a) WHERE id(a) = row[0]",
            "MATCH (b) WHERE id(b) = row[1]",
            "WITH row, a, b", // so that the relationship is looked up between two known nodes, from the one with fewer
            $"MATCH (a)-[r:{Identifiers.Escape(type.Name)}]->(b)",
            identity.Count == 0 ? "" : "WHERE " + string.Join(" AND ", identity),
            $"RETURN row[{properties.Count + 2}], id(r), {same}");
    }

    private static string Values(IReadOnlyList<Property> properties, int offset) =>
        string.Join(", ", properties.Select(property => $"{Identifiers.Escape(property.Name)}: row[{property.Ordinal + offset}]"));

    /// <summary>A stored value equals the row's, or both are missing.</summary>
    private static string Same(string variable, Property property, int index)
    {
        var stored = $"{variable}.{Identifiers.Escape(property.Name)}";
        return $"coalesce({stored} = row[{index}], {stored} IS NULL AND row[{index}] IS NULL)";
    }
}
