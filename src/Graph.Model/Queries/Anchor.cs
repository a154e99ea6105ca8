namespace Graph.Model.Queries;

/// <summary>
/// A condition on related nodes from which the nodes that meet it are better reached than each of them is asked.
/// </summary>
/// <param name="Cost">How many nodes are likely met on the way, as a rank: see <see cref="AnchorRules"/>.</param>
public abstract record Anchor(int Cost);

/// <summary>A condition along one relationship: its far ends are found, and the relationships followed back.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Far">Where the search for the far ends starts.</param>
/// <param name="Cost">See <see cref="Anchor"/>.</param>
public sealed record RelatedAnchor(Exists Condition, SearchStart Far, int Cost) : Anchor(Cost)
{
    /// <summary>One relationship away and one node at most.</summary>
    public bool IsOneNode => Far is { Anchors.Count: 0, Named: { Operator: ComparisonOperator.Equal, Property.Property.IsUnique: true } };
}

/// <summary>Alternatives with an anchor each: what they lead to is put together.</summary>
/// <param name="Condition">The alternatives.</param>
/// <param name="Branches">An anchor for each, in their order.</param>
/// <param name="Cost">That of the dearest.</param>
public sealed record AlternativeAnchors(AnyOf Condition, IReadOnlyList<Anchor> Branches, int Cost) : Anchor(Cost);

/// <summary>Where a search for the nodes that meet a condition starts: from the first anchor, or else at the nodes themselves.</summary>
/// <param name="Named">The comparison of their own by which an index finds fewest of them; null where there is none.</param>
/// <param name="Anchors">The anchors to start from instead, the cheapest first; of equals the first in the condition.</param>
/// <param name="Cost">How many nodes are found, as a rank: see <see cref="AnchorRules"/>; null where every node is asked.</param>
public sealed record SearchStart(Comparison? Named, IReadOnlyList<Anchor> Anchors, int? Cost)
{
    /// <summary>The condition names the nodes themselves, or nodes that they are related to: few can meet it.</summary>
    public bool IsSelective => Named is not null || Anchors.Count > 0;
}
