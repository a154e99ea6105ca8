using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// What a writer has learnt of the nodes that are stored, from one batch to the next: under which internal id a node was
/// last found, and which families were empty when it began. Both are tried, not trusted: a batch sees in its transaction
/// that the internal ids still belong to the same nodes, and the constraints of the database refuse a node that was stored
/// by somebody else since.
/// </summary>
internal sealed class StoredNodes(WriterContext context)
{
    // Two generations of this many: a node not spoken of for so long is looked up again.
    private const int Generation = 100_000;

    private Dictionary<string, (long Id, NodeType Type)>[] young = NewGeneration(context);
    private Dictionary<string, (long Id, NodeType Type)>[] old = NewGeneration(context);
    private int youngCount;
    private bool[]? isOurs;

    /// <summary>Every node of the family that is stored was stored by this writer, so far as it knows.</summary>
    public bool IsOurs(Family family) => isOurs?[family.Ordinal] == true;

    /// <summary>Sees once which families are empty.</summary>
    public async Task BeginAsync(IStatementTransaction transaction, CancellationToken cancellation)
    {
        if (isOurs is not null) return;
        var counts = context.Families.SelectMany(family => family.Lookups.Select(label => $"UNWIND [{family.Ordinal}] AS family RETURN family, COUNT {{ (:{label}) }} AS nodes"));
        var empty = Enumerable.Repeat(true, context.Families.Count).ToArray();
        await transaction.RunAsync(new(string.Join("\nUNION ALL\n", counts)), new NumberRows((family, nodes, _) => empty[family] &= nodes == 0), cancellation);
        isOurs = empty;
    }

    /// <summary>Where a node was last found.</summary>
    public (long Id, NodeType Type)? Find(Family family, string id) =>
        young[family.Ordinal].TryGetValue(id, out var found) || old[family.Ordinal].TryGetValue(id, out found) ? found : null;

    /// <summary>Remembers the nodes of a batch that was written.</summary>
    public void Remember(IReadOnlyList<Dictionary<string, KnownNode>> known)
    {
        for (var family = 0; family < known.Count; family++)
        {
            foreach (var (id, node) in known[family])
            {
                if (node is not { Type: { } type, Id: >= 0 }) continue;
                if (young[family].TryAdd(id, (node.Id, type))) youngCount++;
                else young[family][id] = (node.Id, type);
            }
        }

        if (youngCount < Generation) return;
        (old, young, youngCount) = (young, NewGeneration(context), 0);
    }

    /// <summary>Somebody else writes too: everything is looked up from here on.</summary>
    public void Forget()
    {
        (old, young, youngCount) = (NewGeneration(context), NewGeneration(context), 0);
        isOurs = new bool[context.Families.Count];
    }

    private static Dictionary<string, (long Id, NodeType Type)>[] NewGeneration(WriterContext context) =>
        [.. context.Families.Select(_ => new Dictionary<string, (long Id, NodeType Type)>(StringComparer.Ordinal))];
}
