using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// By a key of the one related node. A node that none is related to has no value; of several (a store may hold more than the
/// ontology allows) the one with the least id counts.
/// </summary>
public sealed record RelatedSort : SortKey
{
    /// <summary>Orders by a key of the related node, in the key's own direction.</summary>
    /// <param name="field">The relationship followed from the node at hand; <see cref="RelationshipField.IsList"/> is false.</param>
    /// <param name="key">The key of the node that it leads to; over <see cref="Subject.Node"/> only.</param>
    public RelatedSort(RelationshipField field, SortKey key)
        : base(key.Descending) => (Field, Key) = (field, key);

    /// <summary>The relationship followed from the node at hand.</summary>
    public RelationshipField Field { get; }

    /// <summary>The key of the node that it leads to.</summary>
    public SortKey Key { get; }
}
