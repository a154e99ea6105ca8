using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// What a writer has learnt of the nodes that are stored, from one batch to the next: under which internal id a node was
/// last found, and whether the database was empty when it began. Both are tried, not trusted: a batch sees in its transaction
/// that the internal ids still belong to the same nodes, and the constraints of the database refuse a node that was stored
/// by somebody else since.
/// </summary>
internal sealed class StoredNodes(WriterContext context)
{
    // Two generations of this many: a node not spoken of for so long is looked up again.
    private const int Generation = 100_000;

    // Neo4j keeps these counts. One for each label would take a server that has just started longer to plan than a batch to write.
    private const string CountNodes =
        $"RETURN COUNT {{ () }} - COUNT {{ (:{KeptCounts.Label}) }} - COUNT {{ (:{SourceNumbers.Label}) }} - COUNT {{ (:{Migrator.Label}) }} - "
            + $"COUNT {{ (:{KeptRuns.Label}) }} - COUNT {{ (:{KeptChanges.Label}) }}"
        + $" - COUNT {{ (:{MergedNodes.Judgement}) }} - COUNT {{ (:{MergedNodes.Member}) }} - COUNT {{ (:{MergedNodes.Named}) }}";

    private Dictionary<string, (long Id, NodeType Type)>[] young = NewGeneration(context);
    private Dictionary<string, (long Id, NodeType Type)>[] old = NewGeneration(context);
    private int youngCount;
    private bool? isEmptyAtFirst;
    private bool? wasEmpty;

    /// <summary>Every node that is stored was stored by this writer, so far as it knows.</summary>
    public bool AreAllOurs => isEmptyAtFirst == true;

    /// <summary>No node of the graph was stored when this writer began, whatever it has forgotten since; others may have been.</summary>
    public bool WasEmpty => wasEmpty == true;

    /// <summary>Sees once whether the graph has any node.</summary>
    public async Task LookAsync(IStatementTransaction transaction, CancellationToken cancellationToken)
    {
        if (wasEmpty is not null) return;
        var own = context.Ontology.NodeTypes.Select(type => Identifiers.Escape(type.Labels[0])).Distinct();
        await transaction.RunAsync(
            new($"RETURN COUNT {{ MATCH (n:{string.Join('|', own)}) RETURN n LIMIT 1 }}"), new NumberRows((nodes, _, _) => wasEmpty = nodes == 0),
                cancellationToken);
    }

    /// <summary>Begins a batch; sees once whether anything is stored.</summary>
    public async Task BeginAsync(IStatementTransaction transaction, CancellationToken cancellationToken)
    {
        await LookAsync(transaction, cancellationToken);
        if (isEmptyAtFirst is not null) return;
        await transaction.RunAsync(new(CountNodes), new NumberRows((nodes, _, _) => isEmptyAtFirst = nodes == 0), cancellationToken);
    }

    /// <summary>Where a node was last found.</summary>
    public (long Id, NodeType Type)? Find(Family family, string id) =>
        young[family.Ordinal].TryGetValue(id, out var found) || old[family.Ordinal].TryGetValue(id, out found) ? found : null;

    /// <summary>Remembers the nodes of a batch that was written.</summary>
    public void Remember(BatchIndex index, KnownNode[][] known)
    {
        foreach (var family in context.Families)
        {
            var (ids, nodes, remembered) = (index.Ids(family), known[family.Ordinal], young[family.Ordinal]);
            for (var place = 0; place < ids.Count; place++)
            {
                if (nodes[place] is not { Type: { } type, Id: >= 0 } node) continue;
                if (remembered.TryAdd(ids[place], (node.Id, type))) youngCount++;
                else remembered[ids[place]] = (node.Id, type);
            }
        }

        if (youngCount >= Generation) (old, young, youngCount) = (young, NewGeneration(context), 0);
    }

    /// <summary>Somebody else writes too: everything is looked up from here on.</summary>
    public void Forget()
    {
        (old, young, youngCount) = (NewGeneration(context), NewGeneration(context), 0);
        isEmptyAtFirst = false;
    }

    private static Dictionary<string, (long Id, NodeType Type)>[] NewGeneration(WriterContext context) =>
        [.. context.Families.Select(_ => new Dictionary<string, (long Id, NodeType Type)>(StringComparer.Ordinal))];
}
