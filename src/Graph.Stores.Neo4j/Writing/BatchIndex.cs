using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Which nodes a batch speaks of: every id once in its family, and its place there for each record.</summary>
internal sealed class BatchIndex
{
    private const int TextOnStack = 256;

    private readonly RecordBatch batch;
    private readonly WriterContext context;
    private readonly Dictionary<string, int>[] places;
    private readonly List<string>[] ids;
    private readonly int[] nodes;
    private readonly (int Start, int End)[] ends;
    private readonly int[] recorded;

    public BatchIndex(RecordBatch batch, WriterContext context)
    {
        this.batch = batch;
        this.context = context;
        places = [.. context.Families.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        ids = [.. context.Families.Select(_ => new List<string>())];
        nodes = new int[batch.Nodes.Count];
        ends = new (int, int)[batch.Relationships.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = batch.Nodes[i];
            nodes[i] = Add(node.Type, batch.Cells(node)[node.Type.Id.Ordinal]);
        }

        recorded = [.. ids.Select(family => family.Count)];
        for (var i = 0; i < ends.Length; i++)
        {
            var relationship = batch.Relationships[i];
            ends[i] = (Add(relationship.StartType, relationship.Start), Add(relationship.EndType, relationship.End));
        }
    }

    /// <summary>The ids of a family, by place.</summary>
    public IReadOnlyList<string> Ids(Family family) => ids[family.Ordinal];

    /// <summary>The place of a node record's id.</summary>
    public int Node(int index) => nodes[index];

    /// <summary>The places of the ids of a relationship record's ends.</summary>
    public (int Start, int End) Ends(int index) => ends[index];

    /// <summary>The batch holds a record of the node, not just relationships of it.</summary>
    public bool HasRecord(Family family, int place) => place < recorded[family.Ordinal];

    /// <summary>The batch speaks of the node.</summary>
    public bool SpeaksOf(Family family, string id) => places[family.Ordinal].ContainsKey(id);

    private int Add(NodeType type, in Cell id)
    {
        var family = context.FamilyOf(type).Ordinal;
        var utf8 = batch.Utf8(id);
        Span<char> buffer = stackalloc char[TextOnStack];
        var text = utf8.Length <= TextOnStack ? buffer[..Encoding.UTF8.GetChars(utf8, buffer)] : Encoding.UTF8.GetString(utf8).ToCharArray();
        var lookup = places[family].GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var place)) return place;
        place = ids[family].Count;
        var key = text.ToString();
        places[family].Add(key, place);
        ids[family].Add(key);
        return place;
    }
}
