using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>The SDL of the API over an ontology.</summary>
/// <param name="Text">The document.</param>
/// <param name="Conflicts">A sentence for each name that would mean two things; with any, the document is no valid schema.</param>
public sealed record SchemaText(string Text, IReadOnlyList<string> Conflicts)
{
    /// <summary>
    /// Derives the API's schema: what <c>@neo4j/graphql</c> 7 offers for reading, under the same names, and our
    /// additions (<c>last/before</c>, <c>caseInsensitive</c>, <c>isNull</c>, sorting by a related count).
    /// </summary>
    public static SchemaText Of(Ontology ontology)
    {
        var document = new SdlDocument();
        RootTypes.AddQuery(document, ontology);
        var types = ontology.Interfaces.Cast<EntityType>().Concat(ontology.NodeTypes).ToList();
        var listed = types.SelectMany(type => type.Relationships).Where(field => field.IsList).Select(field => field.Target).ToHashSet();
        foreach (var type in types) AddEntity(document, type, listed.Contains(type));
        foreach (var set in ontology.PropertySets) PropertySetTypes.Add(document, set, ontology);
        foreach (var set in ontology.Enums) SharedTypes.AddEnum(document, set);
        SharedTypes.Add(document, ontology);
        return new(document.ToString(), document.Conflicts);
    }

    private static void AddEntity(SdlDocument document, EntityType type, bool isListed)
    {
        EntityTypes.Add(document, type);
        RootTypes.AddConnection(document, type);
        FilterTypes.AddWhere(document, type);
        SortTypes.Add(document, type);
        if (isListed) FilterTypes.AddRelationshipFilters(document, type);
        foreach (var field in type.Relationships) ConnectionTypes.Add(document, type, field);
    }
}
