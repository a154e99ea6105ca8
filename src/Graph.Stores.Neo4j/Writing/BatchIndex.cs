using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Which nodes a batch speaks of: every id once in its family, and its place there for each record.</summary>
internal sealed class BatchIndex
{
    private const int TextOnStack = 256;

    private readonly List<string>[] ids;
    private readonly int[] recorded;
    private readonly int[] nodes;
    private readonly (int Start, int End)[] ends;

    public BatchIndex(RecordBatch batch, WriterContext context)
    {
        var places = context.Families.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        ids = [.. context.Families.Select(_ => new List<string>())];
        nodes = new int[batch.Nodes.Count];
        ends = new (int, int)[batch.Relationships.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = batch.Nodes[i];
            nodes[i] = Place(node.Type, batch.Cells(node)[node.Type.Id.Ordinal]);
        }

        recorded = [.. ids.Select(family => family.Count)];
        for (var i = 0; i < ends.Length; i++)
        {
            var relationship = batch.Relationships[i];
            ends[i] = (Place(relationship.StartType, relationship.Start), Place(relationship.EndType, relationship.End));
        }

        int Place(NodeType type, in Cell id)
        {
            var family = context.FamilyOf(type).Ordinal;
            var utf8 = batch.Utf8(id);
            Span<char> buffer = stackalloc char[TextOnStack];
            var text = utf8.Length <= TextOnStack ? buffer[..Encoding.UTF8.GetChars(utf8, buffer)] : batch.Text(id).AsSpan();
            if (places[family].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var place)) return place;
            place = ids[family].Count;
            ids[family].Add(text.ToString());
            places[family].Add(ids[family][place], place);
            return place;
        }
    }

    /// <summary>The ids of a family, by place.</summary>
    public IReadOnlyList<string> Ids(Family family) => ids[family.Ordinal];

    /// <summary>The place of a node record's id.</summary>
    public int Node(int record) => nodes[record];

    /// <summary>The places of the ids of a relationship record's ends.</summary>
    public (int Start, int End) Ends(int record) => ends[record];

    /// <summary>The batch holds a record of the node, not just relationships of it.</summary>
    public bool HasRecord(Family family, int place) => place < recorded[family.Ordinal];
}
