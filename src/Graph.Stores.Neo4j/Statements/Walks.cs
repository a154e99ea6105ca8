using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Prints pages of related nodes that are found by walking an index where they are many, or else by collecting: see
/// <see cref="WalkRules"/>.
/// </summary>
internal sealed class Walks(LabelMap labels, Indexes indexes, Paths paths, Filters filters, Pages pages)
{
    /// <summary>The clauses that give the page.</summary>
    /// <param name="from">The node whose relationships are followed.</param>
    /// <param name="field">Along what.</param>
    /// <param name="place">The related nodes: each once, or with an edge as often as a relationship leads there.</param>
    /// <param name="where">The condition on them.</param>
    /// <param name="sort">The order.</param>
    /// <param name="page">The part.</param>
    /// <param name="followed">What is asked of the relationships to nodes that are each once; null: nothing.</param>
    public IReadOnlyList<string> Page(
        Place from, RelationshipField field, Place place, Filter? where, IReadOnlyList<SortKey> sort, Page page, Followed? followed = null)
    {
        IReadOnlyList<string> along = followed is null ? [] : [filters.Of(followed.Along, followed.Place)];
        IReadOnlyList<string> collected =
        [
            "MATCH " + paths.Path(from.Node, field, followed?.Place ?? place),
            filters.Where(Conjunction.Of(where), place, [.. along, .. pages.Between(sort, page, place) ?? ["false"]]),
            .. pages.Cut(sort, page, place, distinct: place.Edge is null && field.Relationship.MayBeParallel),
        ];
        if (indexes.Walks.OfRelated(place.Type, where, sort, page) is not { } walk) return collected;
        if (pages.Between(sort, page, place, FirstKey.Present) is not { } bounds) return collected;

        List<string> worthwhile = [$"{Paths.Degree(from.Node, field)} > {WalkRules.FewestMatches}"];
        if (walk.MeetsMissingFirst && pages.Between(sort, page, place, FirstKey.Missing) is not null)
            worthwhile.Add(KeptCounts.SaysComplete((NodeType)place.Type, walk.Order, labels));

        var path = Paths.Between(from.Node, field, place.Edge ?? followed?.Place.Edge, place.Node);
        var row = place.Edge is null ? place.Node : $"[{place.Node}, {place.Edge}]";
        List<string> walked =
        [
            $"MATCH ({place.Node}:{labels.Of(place.Type)})",
            filters.Where(walk.Range, place, [.. bounds, $"{Identifiers.Property(place.Node, walk.Order)} IS NOT NULL"]),
            $"WITH {from.Node}, {place.Node} {pages.Order(sort, page, place)} LIMIT {WalkRules.LongestWalk}",
            .. place.Edge is null
                ? [filters.Where(
                    walk.Rest, place, followed is null ? $"EXISTS {{ {path} }}" : $"EXISTS {{ MATCH {path} {CypherText.Where(along)} }}")]
                : new[] { $"MATCH {path}", filters.Where(walk.Rest, place) },
            pages.First(page, place),
            $"RETURN {row}",
        ];
        return Either(from, place, row, page, string.Join(" AND ", worthwhile), walked, collected);
    }

    /// <summary>What was walked where that is worthwhile and fills the page, and what is collected where not.</summary>
    private List<string> Either(
        Place from,
        Place place,
        string row,
        Page page,
        string worthwhile,
        IReadOnlyList<string> walked,
        IReadOnlyList<string> collected)
    {
        var (rows, pair) = ($"{place.Node}_walked", $"{place.Node}_pair");
        List<string> clauses =
        [
            $"WITH {from.Node}, CASE WHEN {worthwhile} THEN {CypherText.Block("COLLECT", walked)} ELSE [] END AS {rows}",
            $"UNWIND CASE WHEN size({rows}) = {pages.Size(page)} THEN {(page.FromEnd ? $"reverse({rows})" : rows)}"
                + $" ELSE {CypherText.Block("COLLECT", [.. collected, $"RETURN {row}"])} END AS {(place.Edge is null ? place.Node : pair)}",
        ];
        if (place.Edge is not null) clauses.Add($"WITH {pair}[0] AS {place.Node}, {pair}[1] AS {place.Edge}");
        return clauses;
    }
}

/// <summary>Relationships of which something is asked, though what they lead to is one node each.</summary>
/// <param name="Place">The node and the relationship.</param>
/// <param name="Along">The condition on the relationship.</param>
internal sealed record Followed(Place Place, Filter Along);
