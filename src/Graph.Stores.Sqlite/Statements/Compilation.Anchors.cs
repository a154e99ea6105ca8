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
        return new(
            known,
            $"({KeysOf(anchor)}) AS {keys} CROSS JOIN {Table(scope)} ON {scope.RowKey} = {known.Key}",
            Conditions(known, conditions.Count == 0 ? null : new AllOf(conditions)));
    }

    // Every branch of an alternative is started from; what else a branch asks is tested afterwards.
    private string KeysOf(Filter anchor) => anchor switch
    {
        Exists exists => KeysAlong(Hop.Along(exists.Field, layout, Alias), exists.Inner!),
        AnyOf any => string.Join(" UNION ", any.Filters.Select(branch => KeysOf(Selectivity.Anchor(Selectivity.Conjunction(branch))!))),
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, "Not a condition to start from."),
    };

    // The keys of the near ends of the relationships whose far ends match.
    private string KeysAlong(Hop hop, Filter inner)
    {
        if (Selectivity.IdOf(inner) is { } named)
        {
            var distinct = hop.Far.Relation!.MayBeParallel ? "DISTINCT " : "";
            return $"SELECT {distinct}{hop.Near} AS \"{Family.Key}\" FROM {hop.Edges} WHERE {hop.End} = {KeyOf(hop, named)}";
        }

        var matches = Anchored(hop.Far with { KnownKey = null }, inner);
        return $"SELECT DISTINCT {hop.Near} AS \"{Family.Key}\" FROM {matches.From} CROSS JOIN {hop.Edges} ON {hop.End} = {matches.Scope.Key}{Where(matches.Conditions)}";
    }

    /// <summary>Nodes that match a condition.</summary>
    /// <param name="Scope">How they are spoken of.</param>
    /// <param name="From">What stands behind FROM.</param>
    /// <param name="Conditions">What stands behind WHERE.</param>
    private sealed record Matching(Scope Scope, string From, List<string> Conditions)
    {
        public string Source => From + Where(Conditions);
    }
}
