using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// What a store's indexes can do: all that differs by store where it is chosen which node a search starts at
/// (<see cref="AnchorRules"/>) and when an index is walked (<see cref="WalkRules"/>).
/// </summary>
public abstract class StoreIndexes
{
    /// <summary>
    /// The nodes looked for are best found by an indexed value of their own, though many may share it, such as a day. Otherwise
    /// following the relationships of a named node is faster, and only a unique value keeps a search from it.
    /// </summary>
    public abstract bool PrefersSharedValues { get; }

    /// <summary>The cost of finding the nodes whose unique values stand in a list: see <see cref="AnchorRules"/>.</summary>
    public abstract int CostOfUniqueList { get; }

    /// <summary>The cost of finding the nodes that share an indexed value.</summary>
    public abstract int CostOfSharedValue { get; }

    /// <summary>Alternatives can be found by an index each, and what they find be put together.</summary>
    public abstract bool FindsAlternatives { get; }

    /// <summary>A node without a value stands in its index too, as if it had the greatest.</summary>
    public abstract bool HoldsMissing { get; }

    /// <summary>Indexes find all nodes of the type that have a value of the property.</summary>
    /// <param name="type">The type.</param>
    /// <param name="property">Its property; no list.</param>
    public abstract bool Finds(EntityType type, Property property);

    /// <summary>One index holds the nodes of the type and no others, in the order of the property.</summary>
    /// <param name="type">The type.</param>
    /// <param name="property">Its property; no list.</param>
    public abstract bool Orders(EntityType type, Property property);
}
