using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Cypher;

/// <summary>
/// Finds the nodes of a root field, each once, and a page of them. The forms were measured against their plain
/// counterparts: an anchor where a related node is named, an index for the order where a page is asked for.
/// </summary>
internal sealed class Roots(LabelMap labels, StatementScope scope, Patterns patterns, Conditions conditions, Pages pages)
{
    private readonly Anchors anchors = new(labels);

    /// <summary>All that match, in no order.</summary>
    public IReadOnlyList<string> All(Place place, Filter? where) => anchors.Find(where, place.Type) is { Count: > 0 } found
        ? [.. Anchored(place, where, found, []), $"WITH DISTINCT {place.Node}"]
        : Plain(place, where, []);

    /// <summary>A page of those that match, in order.</summary>
    public IReadOnlyList<string> Page(Place place, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        var bounds = pages.Conditions(sort, page, place);
        if (bounds is null) return [.. Plain(place, where, ["false"]), .. pages.Cut(sort, page, place, distinct: false)];
        if (anchors.Find(where, place.Type) is { Count: > 0 } found)
            return [.. Anchored(place, where, found, bounds), .. pages.Cut(sort, page, place, distinct: true)];
        if (OrderIndex(place, where, sort, page) is not { } property)
            return [.. Plain(place, where, bounds), .. pages.Cut(sort, page, place, distinct: false)];
        return property.IsRequired || ExcludesMissing(where, property)
            ? [.. Plain(place, where, [.. bounds, Identifiers.Property(place.Node, property) + " IS NOT NULL"]), .. pages.Cut(sort, page, place, distinct: false)]
            : Split(place, where, sort, page, property);
    }

    /// <summary>The number of all that match.</summary>
    public string Count(EntityType type, Filter? where)
    {
        if (!Conditions.Parts(where).Any() && labels.Single(type) is null)
            return string.Join(" + ", type.ConcreteTypes.Select(concrete => $"COUNT {{ MATCH (:{labels.Of(concrete)}) }}"));
        var place = At(type);
        return Conditions.Parts(where).Any()
            ? CypherText.Block("COUNT", [.. All(place, where), "RETURN " + place.Node])
            : $"COUNT {{ MATCH (:{labels.Of(type)}) }}";
    }

    /// <summary>A new place for a node of the type.</summary>
    public Place At(EntityType type) => new($"n{scope.Next()}", null, type);

    private IReadOnlyList<string> Plain(Place place, Filter? where, IReadOnlyList<string> bounds) =>
        [$"MATCH ({place.Node}:{labels.Of(place.Type)})", conditions.Where(Conditions.Parts(where), place, bounds)];

    private IEnumerable<string> Anchored(Place place, Filter? where, IReadOnlyList<Anchor> found, IReadOnlyList<string> bounds) =>
        found is [{ IsOneNode: true } first, { IsOneNode: true } second, ..]
            ? BetweenTwo(place, where, first, second, bounds)
            : FromAnchor(place, where, found[0], bounds);

    /// <summary>From the node that the index finds, relationship by relationship, to the one looked for.</summary>
    private IEnumerable<string> FromAnchor(Place place, Filter? where, Anchor anchor, IReadOnlyList<string> bounds)
    {
        var inner = Conditions.Parts(anchor.Condition.Inner).ToList();
        var edge = inner.Any(Patterns.ReadsEdge);
        var far = patterns.Follow(anchor.Condition.Field, edge);
        if (anchor.Next is null)
        {
            foreach (var line in Start(far, inner.Where(part => !Patterns.ReadsEdge(part)).ToList(), anchor.Equality)) yield return line;
        }
        else
        {
            foreach (var line in FromAnchor(far with { Edge = null }, new AllOf([.. inner.Where(part => !Patterns.ReadsEdge(part))]), anchor.Next, [])) yield return line;
            yield return $"WITH DISTINCT {far.Node}";
        }

        yield return "MATCH " + patterns.PathBack(far.Node, anchor.Condition.Field, place, far.Edge);
        yield return conditions.Where(
            Conditions.Parts(where).Where(part => part != anchor.Condition),
            place,
            [.. inner.Where(Patterns.ReadsEdge).Select(part => conditions.Of(part, far)), .. bounds]);
    }

    /// <summary>The node that an index finds; of an interface without an index of its own, by the index of each type.</summary>
    private IEnumerable<string> Start(Place far, IReadOnlyList<Filter> parts, Comparison equality)
    {
        var types = anchors.IndexedUnder(far.Type, equality.Property.Property);
        if (types.Count == 1) return [$"MATCH ({far.Node}:{labels.Of(types[0])})", conditions.Where(parts, far)];
        var branches = types.Select(type => $"MATCH ({far.Node}:{labels.Of(type)}) {conditions.Where(parts, far)} RETURN {far.Node}");
        return [CypherText.Block("CALL ()", string.Join("\nUNION ALL\n", branches))];
    }

    /// <summary>Two nodes are named: from the one with fewer relationships, which is only known when the query runs.</summary>
    private IEnumerable<string> BetweenTwo(Place place, Filter? where, Anchor first, Anchor second, IReadOnlyList<string> bounds)
    {
        var (one, other) = (patterns.Follow(first.Condition.Field, withEdge: false), patterns.Follow(second.Condition.Field, withEdge: false));
        var (oneInner, otherInner) = (Conditions.Parts(first.Condition.Inner).ToList(), Conditions.Parts(second.Condition.Inner).ToList());
        foreach (var (far, inner) in new[] { (one, oneInner), (other, otherInner) })
        {
            yield return $"MATCH ({far.Node}:{labels.Of(far.Type)})";
            yield return conditions.Where(inner.Where(part => !Patterns.ReadsEdge(part)), far);
        }

        var rest = Conditions.Parts(where).Where(part => part != first.Condition && part != second.Condition).ToList();
        yield return $"WITH {one.Node}, {other.Node}, "
            + Patterns.Degree(one.Node, first.Condition.Field, fromTarget: true) + " <= "
            + Patterns.Degree(other.Node, second.Condition.Field, fromTarget: true) + " AS fromFirst";
        yield return CypherText.Block(
            $"CALL ({one.Node}, {other.Node}, fromFirst)",
            [
                .. Side(place, one, first, oneInner, other, second, otherInner, reversed: false),
                "UNION ALL",
                .. Side(place, other, second, otherInner, one, first, oneInner, reversed: true),
            ]);
        yield return $"WITH {place.Node}";
        yield return conditions.Where(rest, place, bounds);
    }

    private IEnumerable<string> Side(
        Place place, Place near, Anchor nearAnchor, List<Filter> nearInner, Place far, Anchor farAnchor, List<Filter> farInner, bool reversed)
    {
        var start = $"{near.Node}_start";
        var (nearEdge, farEdge) = (EdgeOf(near, nearInner), EdgeOf(far, farInner));
        yield return $"UNWIND CASE WHEN fromFirst THEN {(reversed ? "[]" : $"[{near.Node}]")} ELSE {(reversed ? $"[{near.Node}]" : "[]")} END AS {start}";
        yield return "MATCH " + patterns.PathBack(start, nearAnchor.Condition.Field, place, nearEdge.Edge);
        yield return conditions.Where(
            nearInner.Where(Patterns.ReadsEdge),
            nearEdge,
            CypherText.Block(
                "EXISTS",
                "MATCH " + Patterns.Between(place.Node, farAnchor.Condition.Field, farEdge.Edge, far.Node),
                conditions.Where(farInner.Where(Patterns.ReadsEdge), farEdge)));
        yield return "RETURN " + place.Node;
    }

    private static Place EdgeOf(Place place, List<Filter> inner) =>
        inner.Any(Patterns.ReadsEdge) ? place with { Edge = "r" + place.Node[1..] } : place;

    /// <summary>
    /// The property whose index gives the order of a page: the first key's, where nothing else names few nodes.
    /// </summary>
    private Property? OrderIndex(Place place, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        if (page.Limit is null || sort is not [PropertySort { Property.Property: var property }, ..] || sort.Any(key => key is RelatedCountSort)) return null;
        if (anchors.HasOwnEquality(where, place.Type)) return null;
        return anchors.IndexedUnder(place.Type, property) is [var only] && only == place.Type ? place.Type.FindProperty(property.Name) : null;
    }

    /// <summary>The condition leaves out the nodes that lack the property.</summary>
    public static bool ExcludesMissing(Filter? where, Property property) => Conditions.Parts(where).Any(part =>
        part is Comparison { Property: { Subject: Subject.Node } of } && of.Property.Name == property.Name
        || part is Not { Inner: NullTest { Property: { Subject: Subject.Node } tested } } && tested.Property.Name == property.Name);

    /// <summary>
    /// An index leaves missing values out, so the nodes without one are a branch of their own, left out in its turn
    /// when the count kept with the graph says that there are none.
    /// </summary>
    private IReadOnlyList<string> Split(Place place, Filter? where, IReadOnlyList<SortKey> sort, Page page, Property property)
    {
        var value = Identifiers.Property(place.Node, property);
        var (missing, present) = (pages.Conditions(sort, page, place, FirstKey.Missing), pages.Conditions(sort, page, place, FirstKey.Present));
        if (missing is null || present is null)
        {
            IReadOnlyList<string> only = missing is null ? [.. present!, value + " IS NOT NULL"] : [.. missing, value + " IS NULL"];
            return [.. Plain(place, where, only), .. pages.Cut(sort, page, place, distinct: false)];
        }

        string Branch(IReadOnlyList<string> conditions) => CypherText.Lines([.. Plain(place, where, conditions), pages.CutBranch(sort, page, place), "RETURN " + place.Node]);
        List<string> branches =
        [
            CypherText.Lines("UNWIND CASE WHEN complete THEN [] ELSE [0] END AS gap", Branch([.. missing, value + " IS NULL"])),
            Branch([.. present, value + " IS NOT NULL"]),
        ];

        return
        [
            $"WITH {KeptCounts.SaysComplete((NodeType)place.Type, property, labels)} AS complete",
            CypherText.Block("CALL (complete)", string.Join("\nUNION ALL\n", branches)),
            .. pages.Cut(sort, page with { After = null, Before = null }, place, distinct: false),
        ];
    }
}
