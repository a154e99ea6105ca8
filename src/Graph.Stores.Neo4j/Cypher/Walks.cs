using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Cypher;

/// <summary>
/// Pages of related nodes where they are many. The latest twenty of one actor's eight thousand accusations are found by
/// walking the index of days from its end and asking of each accusation whether it is one of the actor's, long before the
/// eight thousand are collected and sorted. Of an actor with few, or with none lately, the walk would see the whole graph:
/// it is taken only where the relationships are many, ends after a fixed number of nodes, and where it has not filled the
/// page by then, the nodes are collected and sorted after all.
/// </summary>
internal sealed class Walks(LabelMap labels, Conditions conditions, Pages pages)
{
    // Sorting as many costs about what the longest walk costs: a walk for nothing at most doubles the time.
    private const int Many = 1000;
    private const int LongestWalk = 2000;

    private readonly Anchors anchors = new(labels);

    /// <summary>The clauses that give the page, one way or the other.</summary>
    /// <param name="from">The node whose relationships are followed.</param>
    /// <param name="field">Along what.</param>
    /// <param name="place">The related nodes; with an edge, each as often as a relationship leads there.</param>
    /// <param name="where">The condition on them.</param>
    /// <param name="sort">The order.</param>
    /// <param name="page">The part.</param>
    /// <param name="collected">The clauses that find the page by collecting.</param>
    public IReadOnlyList<string> Or(
        Place from, RelationshipField field, Place place, Filter? where, IReadOnlyList<SortKey> sort, Page page, IReadOnlyList<string> collected)
    {
        if (IndexOf(place, where, sort, page) is not { } property) return collected;
        if (pages.Conditions(sort, page, place, FirstKey.Present) is not { } bounds) return collected;

        // Missing values are the greatest and stand in no index: they are in the way of a walk that begins with the greatest.
        List<string> worthwhile = [$"{Patterns.Degree(from.Node, field)} > {Many}"];
        var beginsWithGreatest = sort[0].Descending != page.FromEnd;
        if (beginsWithGreatest && !property.IsRequired && pages.Conditions(sort, page, place, FirstKey.Missing) is not null && !Roots.ExcludesMissing(where, property))
            worthwhile.Add(KeptCounts.SaysComplete((NodeType)place.Type, property, labels));

        var parts = Conditions.Parts(where).ToList();
        var first = Identifiers.Property(place.Node, property);
        var row = place.Edge is null ? place.Node : $"[{place.Node}, {place.Edge}]";
        var path = Patterns.Between(from.Node, field, place.Edge, place.Node);
        var ranged = parts.Where(part => part is Comparison { Property: { Subject: Subject.Node, Property.Name: var name } } && name == property.Name).ToList();
        var rest = parts.Except(ranged);
        List<string> walk =
        [
            $"MATCH ({place.Node}:{labels.Of(place.Type)})",
            conditions.Where(ranged, place, [.. bounds, $"{first} IS NOT NULL"]),
            $"WITH {from.Node}, {place.Node} {pages.Order(sort, page, place)} LIMIT {LongestWalk}",
            .. place.Edge is null
                ? [conditions.Where(rest, place, $"EXISTS {{ {path} }}")]
                : new[] { $"MATCH {path}", conditions.Where(rest, place) },
            pages.First(page, place),
            $"RETURN {row}",
        ];

        var (walked, pair) = ($"{place.Node}_walked", $"{place.Node}_pair");
        List<string> clauses =
        [
            $"WITH {from.Node}, CASE WHEN {string.Join(" AND ", worthwhile)} THEN {CypherText.Block("COLLECT", walk)} ELSE [] END AS {walked}",
            $"UNWIND CASE WHEN size({walked}) = {pages.Size(page)} THEN {(page.FromEnd ? $"reverse({walked})" : walked)} ELSE {CypherText.Block("COLLECT", [.. collected, $"RETURN {row}"])} END AS {(place.Edge is null ? place.Node : pair)}",
        ];
        if (place.Edge is not null) clauses.Add($"WITH {pair}[0] AS {place.Node}, {pair}[1] AS {place.Edge}");
        return clauses;
    }

    // The property whose index gives the order, where nothing else names few nodes.
    private Property? IndexOf(Place place, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        if (page.Limit is null || (page.FromEnd && page.Offset is not null)) return null;
        if (sort is not [PropertySort { Property: { Subject: Subject.Node, Property: var property } }, ..]) return null;
        if (sort.Skip(1).Any(key => key is not PropertySort { Property: { Subject: Subject.Node, Property.Name: "id" } })) return null;
        if (anchors.HasOwnEquality(where, place.Type) || anchors.Find(where, place.Type).Count > 0) return null;
        return anchors.IndexedUnder(place.Type, property) is [var only] && only == place.Type ? place.Type.FindProperty(property.Name) : null;
    }
}
