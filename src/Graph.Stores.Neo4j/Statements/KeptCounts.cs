using Graph.Model.Ontologies;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// What the writer keeps beside the graph, in the one node <c>:_Graph</c>: of each indexed property that may be missing,
/// how many nodes have it. A batch takes the counts away and the end of an import puts them back, so a count that is
/// there is true; that it equals the number of nodes says that none lacks the property, also after somebody else has
/// added or deleted nodes.
/// </summary>
internal static class KeptCounts
{
    /// <summary>The label of the node that keeps them.</summary>
    public const string Label = "_Graph";

    /// <summary>The one node, as a pattern writes it.</summary>
    public const string Node = Label + " {id: 'graph'}";

    /// <summary>The properties whose values are counted.</summary>
    public static IEnumerable<Property> Of(NodeType type) =>
        type.Properties.Where(property => property.IsIndexed && !property.IsRequired && !property.IsList);

    /// <summary>The name under which a count is kept.</summary>
    public static string Key(NodeType type, Property property) => $"{type.Name}.{property.Name}";

    /// <summary>An expression: every node of the type has the property.</summary>
    public static string SaysComplete(NodeType type, Property property, LabelMap labels) =>
        $"coalesce(COLLECT {{ MATCH (kept:{Node}) RETURN kept.`{Key(type, property)}` }}[0] = COUNT {{ MATCH (:{labels.Of(type)}) }}, false)";
}
