using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>A walk along an index, from the first node of a page on.</summary>
/// <param name="Order">The property whose order the index has; the first key of the sort.</param>
/// <param name="Range">The conditions on that property: they say where the walk begins and ends.</param>
/// <param name="Rest">The other conditions, asked of each node that is met.</param>
/// <param name="MeetsMissingFirst">
/// Nodes without the value come first and do not stand in the index, so that it gives the page only where every node has it.
/// </param>
public sealed record Walk(Property Order, IReadOnlyList<Filter> Range, IReadOnlyList<Filter> Rest, bool MeetsMissingFirst);

/// <summary>
/// Chooses when a page is found by walking an index, the same for every store. The latest twenty of one actor's eight
/// thousand accusations: collecting and sorting eight thousand to show twenty is slow; walking the index of days from its
/// end and asking of each accusation whether it is one of the actor's finds the twenty after a few hundred. Of an actor
/// with few, or with none lately, the walk would see the whole graph. So it is taken only where the matches are more than
/// <see cref="FewestMatches"/>, it ends after <see cref="LongestWalk"/> nodes, and where it has not filled the page by
/// then, the matches are collected and sorted after all.
/// </summary>
/// <param name="indexes">What the store's indexes hold.</param>
/// <param name="anchors">Where its searches start.</param>
public sealed class WalkRules(StoreIndexes indexes, AnchorRules anchors)
{
    /// <summary>
    /// Matches from which on a walk is tried: sorting as many costs about what the longest walk costs, so that a walk for
    /// nothing at most doubles the time.
    /// </summary>
    public const int FewestMatches = 1000;

    /// <summary>Nodes after which a walk ends.</summary>
    public const int LongestWalk = 2000;

    /// <summary>The walk that may give a page of related nodes; null where collecting them is no worse.</summary>
    /// <param name="type">What the nodes are.</param>
    /// <param name="where">The condition on them.</param>
    /// <param name="sort">The order.</param>
    /// <param name="page">The part.</param>
    public Walk? OfRelated(EntityType type, Filter? where, IReadOnlyList<SortKey> sort, Page page) =>
        anchors.Of(where, type).IsSelective ? null : Along(type, where, sort, page);

    /// <summary>
    /// The walk that may give a page of the nodes that an anchor leads to; null where there is none, and where they are few
    /// because a second anchor stands beside it.
    /// </summary>
    public Walk? OfAnchored(SearchStart start, EntityType type, Filter? where, IReadOnlyList<SortKey> sort, Page page) =>
        start.Anchors.Count == 1 ? Along(type, where, sort, page) : null;

    /// <summary>
    /// The property whose index gives a page of all nodes of a type, where nothing else names few of them; null where none does.
    /// </summary>
    public Property? OrderOfAll(EntityType type, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        if (page.Limit is null || sort.Any(key => key is not PropertySort) || anchors.Of(where, type).IsSelective) return null;
        return OrderOf(type, sort);
    }

    /// <summary>The condition leaves out the nodes that lack the property.</summary>
    public static bool ExcludesMissing(Filter? where, Property property) => Conjunction.Of(where).Any(condition =>
        condition is Comparison { Property: { Subject: Subject.Node } of } && of.Property.Name == property.Name
        || condition is Not { Inner: NullTest { Property: { Subject: Subject.Node } tested } } && tested.Property.Name == property.Name);

    private Walk? Along(EntityType type, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        // What is left out of a page from the end stands at the other end.
        if (page.Limit is null || (page.FromEnd && page.Offset is not null) || !sort.Skip(1).All(IsId)) return null;
        if (OrderOf(type, sort) is not { } order) return null;
        var conditions = Conjunction.Of(where);
        var range = conditions.Where(condition => IsOn(condition, order)).ToList();
        var beginsWithGreatest = sort[0].Descending != page.FromEnd;
        return new(
            order,
            range,
            [.. conditions.Except(range)],
            beginsWithGreatest && !indexes.HoldsMissing && !order.IsRequired && !ExcludesMissing(where, order));
    }

    private Property? OrderOf(EntityType type, IReadOnlyList<SortKey> sort) =>
        sort is [PropertySort { Property: { Subject: Subject.Node, Property: { IsList: false } property } }, ..] && indexes.Orders(type, property)
            ? type.FindProperty(property.Name)
            : null;

    private static bool IsOn(Filter condition, Property property) =>
        condition is Comparison { Property: { Subject: Subject.Node, Property.Name: var name }, CaseInsensitive: false } && name == property.Name;

    private static bool IsId(SortKey key) => key is PropertySort { Property: { Subject: Subject.Node, Property.Name: "id" } };
}
