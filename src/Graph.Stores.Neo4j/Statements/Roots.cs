using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Finds the nodes of a root field, each once, and a page of them. The forms were measured against their plain
/// counterparts: an anchor where a related node is named, an index for the order where a page is asked for.
/// </summary>
internal sealed class Roots(LabelMap labels, Indexes indexes, StatementScope scope, Filters filters, Anchors anchors, Pages pages)
{
    /// <summary>All that match, in no order.</summary>
    public IReadOnlyList<string> All(Place place, Filter? where) => All(place, where, []);

    /// <summary>All that match and are within bounds, in no order.</summary>
    public IReadOnlyList<string> All(Place place, Filter? where, IReadOnlyList<string> bounds) =>
        indexes.Anchors.Of(where, place.Type) is { Anchors.Count: > 0 } start
            ? [.. anchors.Find(place, where, start, bounds), $"WITH DISTINCT {place.Node}"]
            : Plain(place, where, bounds);

    /// <summary>A page of those that match, in order.</summary>
    public IReadOnlyList<string> Page(Place place, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        if (pages.Between(sort, page, place) is not { } bounds)
            return [.. Plain(place, where, ["false"]), .. pages.Cut(sort, page, place, distinct: false)];
        if (indexes.Anchors.Of(where, place.Type) is { Anchors.Count: > 0 } start)
            return [.. anchors.Find(place, where, start, bounds), .. pages.Cut(sort, page, place, distinct: true)];
        if (indexes.Walks.OrderOfAll(place.Type, where, sort, page) is not { } property)
            return [.. Plain(place, where, bounds), .. pages.Cut(sort, page, place, distinct: false)];
        return property.IsRequired || WalkRules.ExcludesMissing(where, property)
            ? [.. Plain(place, where, [.. bounds, Identifiers.Property(place.Node, property) + " IS NOT NULL"]), .. pages.Cut(
                sort,
                page,
                place,
                distinct: false)]
            : Split(place, where, sort, page, property);
    }

    /// <summary>The number of all that match.</summary>
    public string Count(EntityType type, Filter? where)
    {
        var isAll = Conjunction.Of(where).Count == 0;
        if (isAll && labels.Single(type) is null)
            return string.Join(" + ", type.ConcreteTypes.Select(concrete => $"COUNT {{ MATCH (:{labels.Of(concrete)}) }}"));
        var place = At(type);
        return isAll
            ? $"COUNT {{ MATCH (:{labels.Of(type)}) }}"
            : CypherText.Block("COUNT", [.. All(place, where), "RETURN " + place.Node]);
    }

    /// <summary>A new place for a node of the type.</summary>
    public Place At(EntityType type) => new($"n{scope.Next()}", null, type);

    private IReadOnlyList<string> Plain(Place place, Filter? where, IReadOnlyList<string> bounds) =>
        [$"MATCH ({place.Node}:{labels.Of(place.Type)})", filters.Where(Conjunction.Of(where), place, bounds)];

    /// <summary>
    /// An index leaves missing values out, so the nodes without one are a branch of their own, left out in its turn
    /// when the count kept with the graph says that there are none.
    /// </summary>
    private IReadOnlyList<string> Split(Place place, Filter? where, IReadOnlyList<SortKey> sort, Page page, Property property)
    {
        var value = Identifiers.Property(place.Node, property);
        var (missing, present) = (pages.Between(sort, page, place, FirstKey.Missing), pages.Between(sort, page, place, FirstKey.Present));
        if (missing is null || present is null)
        {
            IReadOnlyList<string> only = (missing, present) switch
            {
                (null, null) => ["false"],
                (null, _) => [.. present, value + " IS NOT NULL"],
                _ => [.. missing, value + " IS NULL"],
            };
            return [.. Plain(place, where, only), .. pages.Cut(sort, page, place, distinct: false)];
        }

        string Branch(IReadOnlyList<string> conditions) =>
            CypherText.Lines([.. Plain(place, where, conditions), pages.CutBranch(sort, page, place), "RETURN " + place.Node]);
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
