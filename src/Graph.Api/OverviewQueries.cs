using Graph.Api.Sdl;
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

    /// <summary>The alias of a node's number in <see cref="Busiest"/>; in it stands <c>totalCount</c>.</summary>
    public const string Related = "related";

    /// <summary>The days and instants whose latest value shows how fresh the nodes of a type are: import stamps and indexed days.</summary>
    public static IReadOnlyList<Property> Freshness(NodeType type) =>
        [.. type.Properties.Where(property => property.IsImportStamp || property is { Kind: ScalarKind.Date, IsIndexed: true, IsList: false })];

    /// <summary>The number of nodes of a type, and the latest of each property of <see cref="Freshness"/>: a list of one node or none under the property's name.</summary>
    public static string OfType(NodeType type) =>
        $"{{ {Total}: {ApiNames.RootConnection(type)} {{ totalCount }} {string.Concat(Freshness(type).Select(property => Latest(type, property.Name)))}}}";

    /// <summary>The nodes that a field leads from to most others, busiest first.</summary>
    /// <param name="field">The field, of a type or interface.</param>
    /// <param name="limit">How many.</param>
    public static string Busiest(RelationshipField field, int limit)
    {
        var type = field.Source;
        var caption = type.Properties.FirstOrDefault(property => property is { Kind: ScalarKind.String, IsRequired: true, IsList: false }) ?? type.Id;
        var ties = new[] { caption, type.Id }.Distinct().Select(property => $"{{ {property.Name}: ASC }}");
        return $"{{ {List}: {ApiNames.RootList(type)}(limit: {limit}, where: {{ {field.Name}: {{ some: {{}} }} }}, sort: [{{ {ApiNames.CountSort(field)}: DESC }}, {string.Join(", ", ties)}]) "
            + $"{{ {Caption}: {caption.Name} {Related}: {ApiNames.ConnectionField(field)} {{ totalCount }} }} }}";
    }

    // A missing value is the greatest, so that the latest is looked for among those that are there.
    private static string Latest(NodeType type, string property) =>
        $"{property}: {ApiNames.RootList(type)}(limit: 1, where: {{ NOT: {{ {property}: {{ eq: null }} }} }}, sort: [{{ {property}: DESC }}]) {{ {property} }} ";
}
