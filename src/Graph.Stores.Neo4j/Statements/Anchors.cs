using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints searches that start where the rules say: at a node that an index finds, from which relationships lead to the nodes.</summary>
internal sealed class Anchors(LabelMap labels, Indexes indexes, Paths paths, Filters filters)
{
    /// <summary>The nodes that match, as often as a way leads to them.</summary>
    /// <param name="place">The nodes.</param>
    /// <param name="where">The condition on them.</param>
    /// <param name="start">Where the search starts: at an anchor.</param>
    /// <param name="bounds">What else they meet.</param>
    public IEnumerable<string> Find(Place place, Filter? where, SearchStart start, IReadOnlyList<string> bounds) =>
        start.Anchors is [RelatedAnchor { IsOneNode: true } first, RelatedAnchor { IsOneNode: true } second, ..]
            ? BetweenTwo(place, where, first, second, bounds)
            : From((RelatedAnchor)start.Anchors[0], place, where, bounds);

    /// <summary>From the node that the index finds, relationship by relationship, to the one looked for.</summary>
    private IEnumerable<string> From(RelatedAnchor anchor, Place place, Filter? where, IReadOnlyList<string> bounds)
    {
        var inner = new Inner(anchor);
        var far = paths.Follow(anchor.Condition.Field, inner.OfEdge.Count > 0);
        if (anchor.Far.Anchors is [RelatedAnchor next, ..])
        {
            foreach (var line in From(next, far with { Edge = null }, Conjunction.AsOne(inner.OfNode), [])) yield return line;
            yield return $"WITH DISTINCT {far.Node}";
        }
        else
        {
            foreach (var line in AtIndex(far, inner.OfNode, anchor.Far.Named!)) yield return line;
        }

        yield return "MATCH " + paths.PathBack(far.Node, anchor.Condition.Field, place, far.Edge);
        yield return filters.Where(
            Conjunction.Of(where).Where(part => part != anchor.Condition),
            place,
            [.. inner.OfEdge.Select(part => filters.Of(part, far)), .. bounds]);
    }

    /// <summary>The nodes that an index finds; of an interface without an index of its own, by the index of each type.</summary>
    private IEnumerable<string> AtIndex(Place far, IReadOnlyList<Filter> parts, Comparison named)
    {
        var types = indexes.Under(far.Type, named.Property.Property);
        if (types.Count == 1) return [$"MATCH ({far.Node}:{labels.Of(types[0])})", filters.Where(parts, far)];
        var branches = types.Select(type => $"MATCH ({far.Node}:{labels.Of(type)}) {filters.Where(parts, far)} RETURN {far.Node}");
        return [CypherText.Block("CALL ()", string.Join("\nUNION ALL\n", branches))];
    }

    /// <summary>Two nodes are named: from the one with fewer relationships, which is only known when the query runs.</summary>
    private IEnumerable<string> BetweenTwo(Place place, Filter? where, RelatedAnchor first, RelatedAnchor second, IReadOnlyList<string> bounds)
    {
        var one = new Side(paths.Follow(first.Condition.Field, withEdge: false), first.Condition.Field, new(first));
        var other = new Side(paths.Follow(second.Condition.Field, withEdge: false), second.Condition.Field, new(second));
        foreach (var side in new[] { one, other })
        {
            yield return $"MATCH ({side.Node}:{labels.Of(side.Place.Type)})";
            yield return filters.Where(side.Inner.OfNode, side.Place);
        }

        yield return $"WITH {one.Node}, {other.Node}, {one.Degree} <= {other.Degree} AS fromFirst";
        yield return CypherText.Block(
            $"CALL ({one.Node}, {other.Node}, fromFirst)",
            [.. FromSide(place, one, other, isFirst: true), "UNION ALL", .. FromSide(place, other, one, isFirst: false)]);
        yield return $"WITH {place.Node}";
        yield return filters.Where(Conjunction.Of(where).Where(part => part != first.Condition && part != second.Condition), place, bounds);
    }

    private IEnumerable<string> FromSide(Place place, Side near, Side far, bool isFirst)
    {
        var start = $"{near.Node}_start";
        var (taken, left) = ($"[{near.Node}]", "[]");
        yield return $"UNWIND CASE WHEN fromFirst THEN {(isFirst ? taken : left)} ELSE {(isFirst ? left : taken)} END AS {start}";
        yield return "MATCH " + paths.PathBack(start, near.Field, place, near.WithEdge.Edge);
        yield return filters.Where(
            near.Inner.OfEdge,
            near.WithEdge,
            CypherText.Block(
                "EXISTS",
                "MATCH " + Paths.Between(place.Node, far.Field, far.WithEdge.Edge, far.Node),
                filters.Where(far.Inner.OfEdge, far.WithEdge)));
        yield return "RETURN " + place.Node;
    }

    /// <summary>The conditions inside an anchor: those on the related node, and those that read the relationship that leads to it.</summary>
    private sealed class Inner(RelatedAnchor anchor)
    {
        private readonly ILookup<bool, Filter> parts = Conjunction.Of(anchor.Condition.Inner).ToLookup(Paths.ReadsEdge);

        public IReadOnlyList<Filter> OfNode => [.. parts[false]];

        public IReadOnlyList<Filter> OfEdge => [.. parts[true]];
    }

    /// <summary>One of two named nodes.</summary>
    private sealed record Side(Place Place, RelationshipField Field, Inner Inner)
    {
        public string Node => Place.Node;

        public string Degree => Paths.Degree(Node, Field, fromTarget: true);

        public Place WithEdge => Inner.OfEdge.Count > 0 ? Place with { Edge = "r" + Node[1..] } : Place;
    }
}
