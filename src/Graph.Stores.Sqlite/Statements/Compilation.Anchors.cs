using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <content>
/// Which side a condition over a relationship is answered from. "Accusations about the event named X" starts at the event
/// and follows the index to the accusations, instead of asking every accusation. Where the row itself is named, asking it
/// is cheaper; of several such conditions one is started from and the others are asked.
/// </content>
internal sealed partial class Compilation
{
    /// <summary>The nodes that match, each once.</summary>
    private Matching Anchored(Scope scope, Filter? where)
    {
        var conditions = Selectivity.Conjunction(where);
        if (conditions.Exists(Selectivity.IsNaming) || Selectivity.Anchor(conditions) is not { } anchor) return new(scope, Table(scope), Conditions(scope, where));
        if (anchor is Exists) conditions.Remove(anchor);
        var keys = Alias("a");
        var known = scope with { KnownKey = $"{keys}.\"{Family.Key}\"" };
        var isSelectiveBesides = anchor is Exists && Selectivity.Anchor(conditions) is not null;
        return new(
            known,
            $"({KeysOf(anchor)}) AS {keys} CROSS JOIN {Table(scope)} ON {scope.RowKey} = {known.Key}",
            Conditions(known, conditions.Count == 0 ? null : new AllOf(conditions)))
        {
            Members = isSelectiveBesides ? null : new(() => KeysOf(anchor, isOnce: false), where, key =>
            {
                var walked = scope with { KnownKey = key };
                return new(walked, $"CROSS JOIN {Table(walked)} ON {walked.RowKey} = {key}", Conditions(walked, where));
            }),
        };
    }

    // Every branch of an alternative is started from; what else a branch asks is tested afterwards.
    private string KeysOf(Filter anchor, bool isOnce = true) => anchor switch
    {
        Exists exists => KeysAlong(Hop.Along(exists.Field, layout, Alias), exists.Inner!, isOnce),
        AnyOf any => string.Join(isOnce ? " UNION " : " UNION ALL ", any.Filters.Select(branch => KeysOf(Selectivity.Anchor(Selectivity.Conjunction(branch))!, isOnce))),
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, "Not a condition to start from."),
    };

    // The keys of the near ends of the relationships whose far ends match, each once or as often as it is found.
    private string KeysAlong(Hop hop, Filter inner, bool isOnce)
    {
        if (Selectivity.IdOf(inner) is { } named)
        {
            var distinct = isOnce && hop.Far.Relation!.Type.MayBeParallel ? "DISTINCT " : "";
            return $"SELECT {distinct}{hop.Near} AS \"{Family.Key}\" FROM {hop.Edges} WHERE {hop.End} = {KeyOf(hop, named)}";
        }

        var matches = Anchored(hop.Far with { KnownKey = null }, inner);
        return $"SELECT {(isOnce ? "DISTINCT " : "")}{hop.Near} AS \"{Family.Key}\" FROM {matches.From} CROSS JOIN {hop.Edges} ON {hop.End} = {matches.Scope.Key}{Where(matches.Conditions)}";
    }
}
