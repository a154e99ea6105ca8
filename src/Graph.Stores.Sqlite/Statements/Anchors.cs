using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints searches that start where the rules say: at an anchor, from which the index of its relationship leads to the nodes.</summary>
internal sealed class Anchors(StatementScope scope, Paths paths, Filters filters)
{
    /// <summary>The nodes that match, each once.</summary>
    public Matches Find(Place place, Filter? where, SearchStart start)
    {
        if (start.Anchors is not [var anchor, ..]) return new(place, place.Table, filters.All(where, place));

        // Of several anchors one is started from and the others are asked; of alternatives each is asked what else it says.
        var rest = Conjunction.Of(where).ToList();
        if (anchor is RelatedAnchor related) rest.Remove(related.Condition);
        var keys = scope.Alias("a");
        var known = place with { KnownKey = $"{keys}.\"{Family.Key}\"" };
        return new(
            known,
            $"({Keys(anchor)}) AS {keys} CROSS JOIN {place.Table} ON {place.RowKey} = {known.Key}",
            filters.All(Conjunction.AsOne(rest), known))
        {
            Membership = new(() => Keys(anchor, isOnce: false), key =>
            {
                var walked = place with { KnownKey = key };
                return new(walked, $"CROSS JOIN {walked.Table} ON {walked.RowKey} = {key}", filters.All(where, walked));
            }),
        };
    }

    private string Keys(Anchor anchor, bool isOnce = true) => anchor switch
    {
        RelatedAnchor related => KeysAlong(related, isOnce),
        AlternativeAnchors any => string.Join(isOnce ? " UNION " : " UNION ALL ", any.Branches.Select(branch => Keys(branch, isOnce))),
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, "Unknown kind of anchor."),
    };

    // The keys of the near ends of the relationships whose far ends match, each once or as often as it is found.
    private string KeysAlong(RelatedAnchor anchor, bool isOnce)
    {
        var hop = paths.Follow(anchor.Condition.Field);
        if (AnchorRules.IdOf(anchor.Condition.Inner) is { } named)
        {
            var distinct = isOnce && hop.Far.IsParallel ? "DISTINCT " : "";
            return $"SELECT {distinct}{hop.Near} AS \"{Family.Key}\" FROM {hop.Edges} WHERE {hop.End} = {filters.KeyOf(hop, named)}";
        }

        var far = Find(hop.Far with { KnownKey = null }, anchor.Condition.Inner, anchor.Far);
        return $"SELECT {(isOnce ? "DISTINCT " : "")}{hop.Near} AS \"{Family.Key}\" FROM {far.From} CROSS JOIN {hop.Edges} ON {hop.End} = "
            + $"{far.Place.Key}{SqlText.Where(far.Conditions)}";
    }
}
