using Graph.Api.Sdl;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <summary>Queries of the API that give an overview of a whole graph, whatever its ontology.</summary>
public static class OverviewQueries
{
    /// <summary>The alias of the number of nodes in <see cref="OfType"/>.</summary>
    public const string Total = "total";

    /// <summary>The alias of the list in <see cref="Busiest"/>.</summary>
    public const string List = "busiest";

    /// <summary>The alias of a node's caption in <see cref="Busiest"/>.</summary>
    public const string Caption = "caption";

    /// <summary>The alias of the number of a node, by its place from 0, in <see cref="Related"/>; in it stands <c>totalCount</c>.</summary>
    public static string RelatedAt(int place) => $"n{place}";

    /// <summary>The days and instants whose latest value shows how fresh the nodes of a type are: import stamps and indexed days.</summary>
    public static IReadOnlyList<Property> Freshness(NodeType type) =>
        [.. type.Properties.Where(property => property.IsImportStamp || property is { Kind: ScalarKind.Date, IsIndexed: true, IsList: false })];

    /// <summary>
    /// The number of nodes of a type, and the latest of each property of <see cref="Freshness"/>: a list of one node or none
    /// under the property's name.
    /// </summary>
    public static string OfType(NodeType type) =>
        $"{{ {Total}: {ApiNames.RootConnection(type)} {{ totalCount }} {string.Concat(Freshness(type).Select(property => Latest(type, property.Name)))}}}";

    /// <summary>The nodes from which a field leads to most others, busiest first, by id and caption.</summary>
    /// <param name="field">The field, of a type or interface.</param>
    /// <param name="limit">How many.</param>
    public static string Busiest(RelationshipField field, int limit)
    {
        var type = field.Source;
        var caption = type.Caption;
        var ties = new[] { caption, type.Id }.Distinct().Select(property => $"{{ {property.Name}: ASC }}");
        return $"{{ {List}: {ApiNames.RootList(type)}(limit: {limit}, where: {{ {field.Name}: {{ some: {{}} }} }}, sort: [{{ {ApiNames.RelatedCount(field)}: DESC }}, {string.Join(", ", ties)}]) "
            + $"{{ {type.Id.Name} {Caption}: {caption.Name} }} }}";
    }

    /// <summary>
    /// From how many nodes a field leads to each of some others; one from which several parallel relationships lead there
    /// counts once.
    /// </summary>
    /// <param name="field">The field, of the type that is counted.</param>
    /// <param name="ids">The ids of the others.</param>
    public static string Related(RelationshipField field, IEnumerable<string> ids) =>
        $"{{ {string.Join(' ', ids.Select((id, place) => $"{RelatedAt(place)}: {ApiNames.RootConnection(field.Source)}(where: {{ {field.Name}: {{ some: {{ {field.Target.Id.Name}: {{ eq: {Literal(id)} }} }} }} }}) {{ totalCount }}"))} }}";

    private static string Literal(string text)
    {
        using var json = new ResponseBuffer();
        json.WriteString(text);
        return json.ToString();
    }

    // A missing value is the greatest, so that the latest is looked for among those that are there.
    private static string Latest(NodeType type, string property) =>
        $"{property}: {ApiNames.RootList(type)}(limit: 1, where: {{ NOT: {{ {property}: {{ eq: null }} }} }}, sort: [{{ {property}: DESC }}]) {{ {property} }} ";
}
