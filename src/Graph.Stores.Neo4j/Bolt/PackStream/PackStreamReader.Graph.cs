namespace Graph.Stores.Neo4j.Bolt.PackStream;

/// <summary>Nodes, relationships and paths (Neo4j Bolt manual, "Structure semantics"). Element ids exist from Bolt 5.0 on.</summary>
internal ref partial struct PackStreamReader
{
    public NodeValue ReadNode()
    {
        var fields = ExpectGraph(StructureTag.Node, 3, 4);
        var id = ReadInteger();
        var labels = ReadStrings();
        var properties = ReadMap();
        return new NodeValue(id, fields == 4 ? ReadString() : IdText(id), labels, properties);
    }

    public RelationshipValue ReadRelationship()
    {
        var fields = ExpectGraph(StructureTag.Relationship, 5, 8);
        var id = ReadInteger();
        var start = ReadInteger();
        var end = ReadInteger();
        var type = ReadString();
        var properties = ReadMap();
        return fields == 8
            ? new RelationshipValue(id, ReadString(), type, start, ReadString(), end, ReadString(), properties)
            : new RelationshipValue(id, IdText(id), type, start, IdText(start), end, IdText(end), properties);
    }

    /// <summary>
    /// A path: its distinct nodes, its distinct relationships without ends, and a walk of pairs (relationship, node) as indices. Relationship
    /// indices count from 1, and a negative one is walked against its direction; node indices count from 0.
    /// </summary>
    public PathValue ReadPath()
    {
        ExpectGraph(StructureTag.Path, 3, 3);
        var distinctNodes = new NodeValue[ReadListHeader()];
        for (var i = 0; i < distinctNodes.Length; i++)
            distinctNodes[i] = ReadNode();
        var distinctRelationships = new RelationshipValue[ReadListHeader()];
        for (var i = 0; i < distinctRelationships.Length; i++)
            distinctRelationships[i] = ReadUnboundRelationship();

        var steps = ReadListHeader();
        if (steps % 2 != 0 || distinctNodes.Length == 0)
            throw Broken("a path has no nodes, or a step without its end");
        var nodes = new List<NodeValue>((steps / 2) + 1) { distinctNodes[0] };
        var relationships = new List<RelationshipValue>(steps / 2);
        for (var step = 0; step < steps; step += 2)
        {
            var walked = ReadInteger();
            var reached = ReadInteger();
            if (walked == 0 || Math.Abs(walked) > distinctRelationships.Length || reached < 0 || reached >= distinctNodes.Length)
                throw Broken("a path walks over something that is not part of it");
            var from = nodes[^1];
            var to = distinctNodes[reached];
            var (start, end) = walked > 0 ? (from, to) : (to, from);
            relationships.Add(distinctRelationships[Math.Abs(walked) - 1] with
            {
                StartId = start.Id,
                StartElementId = start.ElementId,
                EndId = end.Id,
                EndElementId = end.ElementId,
            });
            nodes.Add(to);
        }

        return new PathValue(nodes, relationships);
    }

    private static string IdText(long id) => id.ToString();

    private RelationshipValue ReadUnboundRelationship()
    {
        var fields = ExpectGraph(StructureTag.UnboundRelationship, 3, 4);
        var id = ReadInteger();
        var type = ReadString();
        var properties = ReadMap();
        return new RelationshipValue(id, fields == 4 ? ReadString() : IdText(id), type, 0, string.Empty, 0, string.Empty, properties);
    }

    private int ExpectGraph(byte tag, int older, int newer)
    {
        var found = ReadStructureHeader();
        if (found.Tag != tag || (found.Fields != older && found.Fields != newer))
            throw Broken($"a structure {(char)tag} was expected, and {(char)found.Tag} of {found.Fields} fields came");
        return found.Fields;
    }
}
