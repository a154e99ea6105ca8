using System.Text;
using Graph.Export.Tables;
using Graph.Model.Ontologies;

namespace Graph.Export.Xml;

/// <summary>What stands before each value of a record: the opening of its element, one a property by ordinal.</summary>
internal sealed class PropertyTags
{
    private readonly byte[][][] ofNodes;
    private readonly byte[][][] ofEdges;

    /// <summary>Makes those of all types that are exported.</summary>
    /// <param name="plan">The export.</param>
    /// <param name="ofNode">The opening before a value of a node in a column.</param>
    /// <param name="ofEdge">The opening before a value of a relationship in a column.</param>
    public PropertyTags(ExportPlan plan, Func<TableColumn, string> ofNode, Func<TableColumn, string> ofEdge)
    {
        (Nodes, Edges) = (ColumnSet.OfNodes(plan.Part.Types), ColumnSet.OfRelationships(plan.Part.Relationships));
        ofNodes = new byte[plan.Ontology.NodeTypes.Count][][];
        ofEdges = new byte[plan.Ontology.RelationshipTypes.Count][][];
        foreach (var type in plan.Part.Types) ofNodes[type.Ordinal] = Tags(Nodes, type, ofNode);
        foreach (var type in plan.Part.Relationships) ofEdges[type.Ordinal] = Tags(Edges, type, ofEdge);
    }

    /// <summary>The columns of nodes.</summary>
    public ColumnSet Nodes { get; }

    /// <summary>The columns of relationships.</summary>
    public ColumnSet Edges { get; }

    /// <summary>Those of a node.</summary>
    public byte[][] Of(NodeType type) => ofNodes[type.Ordinal];

    /// <summary>Those of a relationship.</summary>
    public byte[][] Of(RelationshipType type) => ofEdges[type.Ordinal];

    private static byte[][] Tags(ColumnSet columns, object type, Func<TableColumn, string> tag) =>
        [.. columns.Of(type).Select(place => place < 0 ? [] : Encoding.UTF8.GetBytes(tag(columns.Columns[place])))];
}
