using Graph.Api.RootFields;
using Graph.Api.RootFields.Federation;
using Graph.Model.Merging;
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
    public static SchemaText Of(Ontology ontology) =>
        Of(ontology, RootFieldList.Of(ontology, RootFieldList.Kinds), RootFieldList.Of(ontology, RootFieldList.Streams));

    /// <summary>The same as a gateway of Apollo Federation is given it, with the keys of nodes marked.</summary>
    public static SchemaText OfSubgraph(Ontology ontology) => Subgraph.Schema(ontology);

    /// <summary>The enums whose values change what is asked of the store.</summary>
    internal IReadOnlySet<string> StructuralEnums { get; private init; } = new HashSet<string>();

    internal static SchemaText Of(
        Ontology ontology, IReadOnlyList<IRootField> queries, IReadOnlyList<IRootField> streams, bool isSubgraph = false)
    {
        var document = new SdlDocument { IsSubgraph = isSubgraph };
        var query = document.Add("type", "Query", "the API");
        foreach (var field in queries) field.AddTo(query);
        var subscription = streams.Count == 0 ? null : document.Add("type", "Subscription", "the API");
        foreach (var field in streams) field.AddTo(subscription!);
        IReadOnlyList<IRootField> fields = [.. queries, .. streams];
        var merges = Mergeable.Of(ontology);
        if (merges is not null) EntityTypes.AddMerged(document);
        var listed = ontology.Entities.SelectMany(type => type.Relationships).Where(field => field.IsList).Select(field => field.Target).ToHashSet();
        foreach (var type in ontology.Entities) AddEntity(document, type, merges, fields.Where(field => field.About == type), listed.Contains(type));
        foreach (var field in fields.Where(field => field.About is null)) field.AddTypes(document);
        foreach (var set in ontology.PropertySets) PropertySetTypes.Add(document, set, ontology);
        foreach (var set in ontology.Enums) SharedTypes.AddEnum(document, set);
        SharedTypes.Add(document, ontology);
        return new(document.ToString(), document.Conflicts) { StructuralEnums = document.StructuralEnums };
    }

    private static void AddEntity(SdlDocument document, EntityType type, Mergeable? merges, IEnumerable<IRootField> fields, bool isListed)
    {
        EntityTypes.Add(document, type, merges);
        foreach (var field in fields) field.AddTypes(document);
        FilterTypes.AddWhere(document, type);
        SortTypes.Add(document, type);
        if (isListed) FilterTypes.AddRelationshipFilters(document, type);
        foreach (var field in type.Relationships) ConnectionTypes.Add(document, type, field);
    }
}
