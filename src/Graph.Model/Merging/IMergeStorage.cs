using Graph.Model.Ontologies;

namespace Graph.Model.Merging;

/// <summary>
/// Relationships of a type at a node, between two nodes, or to a node: those of the graph that are derived from the relationships which
/// sources give.
/// </summary>
/// <param name="Type">The type.</param>
/// <param name="StartType">The type of the node that they start at.</param>
/// <param name="Start">That node's id; null for any.</param>
/// <param name="EndType">The type of the node that they end at.</param>
/// <param name="End">That node's id; null for any.</param>
public readonly record struct Connections(RelationshipType Type, NodeType StartType, string? Start, NodeType EndType, string? End);

/// <summary>What merging asks of a store, all within one of its transactions: what is kept beside the graph, and the graph itself.</summary>
public interface IMergeStorage
{
    /// <summary>All judgements.</summary>
    ValueTask<IReadOnlyList<Judgement>> JudgementsAsync();

    /// <summary>Records judgements, in the place of those with the same <see cref="Judgement.Key"/>, and forgets others.</summary>
    ValueTask SaveAsync(IReadOnlyList<Judgement> made, IReadOnlyList<Judgement> retracted);

    /// <summary>All nodes that are one with others.</summary>
    ValueTask<IReadOnlyList<Member>> MembersAsync();

    /// <summary>Keeps nodes that are one with others, in the place of what was kept of their ids, and forgets others.</summary>
    ValueTask SaveAsync(IReadOnlyList<Member> changed, IReadOnlyList<string> gone);

    /// <summary>The relationships kept that begin or end at one of the ids; with null all.</summary>
    ValueTask<IReadOnlyList<NamedRelationship>> NamedAsync(IReadOnlyCollection<string>? ids);

    /// <summary>The relationships kept of a type that sources give from one id to another; where one of these is null, to or from any.</summary>
    ValueTask<IReadOnlyList<NamedRelationship>> NamedAtAsync(IReadOnlyCollection<Connections> some);

    /// <summary>Keeps relationships, in the place of those with the same key, and forgets others. What they are kept for is kept already.</summary>
    ValueTask SaveAsync(IReadOnlyList<NamedRelationship> changed, IReadOnlyList<NamedRelationship> gone);

    /// <summary>The stored nodes with these ids, with their sources and who has listed them.</summary>
    ValueTask<IReadOnlyList<NamedNode>> NodesAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes);

    /// <summary>Which of the nodes are stored.</summary>
    ValueTask<IReadOnlySet<(NodeType Type, string Id)>> ExistingAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes);

    /// <summary>The stored relationships of nodes, derived tallies left out, with their sources and who has listed them; each once.</summary>
    ValueTask<IReadOnlyList<NamedRelationship>> RelationshipsAsync(IReadOnlyList<NamedNode> nodes);

    /// <summary>Removes relationships.</summary>
    /// <returns>Those that there were, with their sources.</returns>
    ValueTask<IReadOnlyList<NamedRelationship>> RemoveAsync(IReadOnlyCollection<Connections> some);

    /// <summary>Removes these relationships, known by what tells them apart; one that is not stored is passed over.</summary>
    /// <returns>Those that there were, with their sources.</returns>
    ValueTask<IReadOnlyList<NamedRelationship>> RemoveAsync(IReadOnlyList<NamedRelationship> some);

    /// <summary>Removes nodes, and the tallies at them: nothing else is left there.</summary>
    ValueTask RemoveAsync(IReadOnlyList<NamedNode> nodes);

    /// <summary>Adds or replaces records, with their sources and who has listed them. Words, counts and degrees follow.</summary>
    ValueTask StoreAsync(IReadOnlyList<NamedNode> nodes, IReadOnlyList<NamedRelationship> relationships);
}
