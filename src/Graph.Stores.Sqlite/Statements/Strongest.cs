using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// Prints the strongest neighbours of a node. They are ranked by what <see cref="Ranks"/> keeps of them, and cut, before their captions are
/// read. One that is not there has neither: it is told, not passed over.
/// </summary>
internal sealed class Strongest(Layout layout, StatementScope scope)
{
    /// <summary>See <see cref="NeighboursTold.Strongest"/>; null where the step leads nowhere.</summary>
    public string Of(NeighbourPlace place, Parameter most)
    {
        var (step, limit) = (place.Step, scope.Bind(most));
        var families = step.Ends.Select(layout.Of).Distinct().ToList();
        var named = string.Concat(families.Select((family, i) => $" LEFT JOIN {Quote(family.Table)} AS c{i} ON c{i}.\"{Family.Key}\" = x.far"));

        // Only of those that are left it is asked how many relationships lead there.
        var count = step.Strength is not null ? "x.strength"
            : place.IsParallel ? $"(SELECT count(*) FROM {place.From} AND {place.Far} = x.far)"
            : "1";
        var neighbour = $"json_array(x.far, x.type, x.id, {Caption(step.Ends, families)}, x.degree, {count})";

        // Of fewer than are asked for it is known how many there are.
        var total = $"CASE WHEN count(*) = {limit} THEN ({place.Number}) ELSE count(*) END";
        return $"CASE WHEN EXISTS (SELECT 1 FROM {place.From}) THEN (SELECT json_array({total}, json_group_array({neighbour}))"
            + $" FROM ({Ranked(place, limit)}) AS x{named}) END";
    }

    private static string Ranked(NeighbourPlace place, string limit)
    {
        var step = place.Step;
        var strength = step.Strength is { } property ? $", r.{Quote(place.Table.Of(property).Name)} AS strength" : "";
        List<OrderTerm> order =
        [
            .. step.Strength is null ? Array.Empty<OrderTerm>() : [new("f.strength", true, false)],
            new("degree", true, false),
            new("d.\"id\"", false, false),
            .. step.Ends.Count > 1 ? [new(PlaceByName(step.Ends), false, false)] : Array.Empty<OrderTerm>(),
        ];
        var neighbours = $"SELECT {(place.IsParallel ? "DISTINCT " : "")}{place.Far} AS far{strength} FROM {place.From}";
        return $"SELECT f.*, d.\"{Ranks.Type}\" AS type, d.\"id\" AS id, {Ranks.All("d")} AS degree FROM ({neighbours}) AS f"
            + $" LEFT JOIN \"{Ranks.Table}\" AS d ON d.\"{Ranks.Node}\" = f.far{Ordering.By(order)} LIMIT {limit}";
    }

    private static string Caption(IReadOnlyList<NodeType> types, List<Family> families)
    {
        var captions = types.ToLookup(Column);
        if (captions.Count == 1) return captions.First().Key;
        return $"CASE x.type {string.Join(" ", types.Select(type => $"WHEN {type.Ordinal} THEN {Column(type)}"))} END";

        string Column(NodeType type)
        {
            var at = families.FindIndex(family => family.Types.Contains(type));
            return $"c{at}.{Quote(families[at].Of(type.Caption).Name)}";
        }
    }

    // Ids are unique within a type only.
    private static string PlaceByName(IReadOnlyList<NodeType> types) => $"CASE d.\"{Ranks.Type}\" "
        + string.Join(" ", types.OrderBy(type => type.Name, StringComparer.Ordinal).Select((type, i) => $"WHEN {type.Ordinal} THEN {i}")) + " END";
}
