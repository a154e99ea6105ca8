using Graph.Model.Ontologies;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Names of the ontology as Cypher writes them. Nothing else ever becomes an identifier.</summary>
internal static class Identifiers
{
    /// <summary>A name as it stands where it is plain, otherwise between backticks, inner ones doubled.</summary>
    public static string Escape(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>The property of a variable.</summary>
    public static string Property(string variable, Property property) => $"{variable}.{Escape(property.Name)}";
}
