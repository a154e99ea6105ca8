using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints what is answered of nodes whose keys are known, and of the acts between them.</summary>
internal sealed class Lookups(LabelMap labels, StatementScope scope, Roots roots, Paths paths, Filters filters, Pages pages, Columns columns)
{
    /// <summary>The rows of a <see cref="LookupQuery"/>.</summary>
    public string Print(LookupQuery query)
    {
        var keys = scope.Bind(query.Keys);
        return string.Join("\nUNION ALL\n", query.Among.Select(lookup =>
        {
            var place = roots.At(lookup.Type);
            List<string> before = [];
            var row = columns.Row(lookup.Selection, place, before);
            return CypherText.Lines(
            [
                $"UNWIND range(0, size({keys}) - 1) AS position",
                $"WITH position, {keys}[position] AS start",
                $"MATCH ({place.Node}:{labels.Of(lookup.Type)})",
                filters.Where(Conjunction.Of(lookup.Where), place, $"id({place.Node}) = start"),
                .. before,
                $"RETURN [position, {row}] AS row",
            ]);
        }));
    }

    /// <summary>The rows of a <see cref="BetweenQuery"/>.</summary>
    public string Print(BetweenQuery query)
    {
        var act = roots.At(query.Act.Type);
        var (actor, counterpart) = (paths.Follow(query.Act.By, withEdge: false), paths.Follow(query.Act.Against, withEdge: false));
        var (actors, counterparts) = (scope.Bind(query.Actors), scope.Bind(query.Counterparts));
        IReadOnlyList<string> acts =
        [
            CypherText.Block(
                Scope(),
                [.. FromSide(query, act, (query.Act.By, actor.Node), (query.Act.Against, counterpart.Node), "<="),
                "UNION ALL",
                .. FromSide(query, act, (query.Act.Against, counterpart.Node), (query.Act.By, actor.Node), "<")]),
            $"WITH DISTINCT {act.Node}",
        ];
        List<string> asked = [];
        if (query.CountsActs) asked.Add(CypherText.Block(Scope(), [.. acts, $"RETURN count({act.Node}) AS number"]));
        if (query.Acts is { } answered)
        {
            List<string> before = [];
            var row = columns.Row(answered.Selection, act, before);
            asked.Add(CypherText.Block(
                Scope(),
                [.. acts, .. pages.Cut(answered.Sort, answered.Page, act, distinct: false), .. before, $"RETURN collect({row}) AS acts"]));
        }

        return CypherText.Lines(
        [
            $"UNWIND range(0, size({actors}) - 1) AS position",
            $"WITH position, {actors}[position] AS start, {counterparts}[position] AS finish",
            $"MATCH ({actor.Node}) WHERE id({actor.Node}) = start",
            $"MATCH ({counterpart.Node}) WHERE id({counterpart.Node}) = finish",
            .. asked,
            $"RETURN [position, {(query.Acts is null ? "null" : "acts")}, {(query.CountsActs ? "number" : "null")}] AS row",
        ]);

        string Scope() => $"CALL ({actor.Node}, {counterpart.Node})";
    }

    // From the one who is in fewer acts: the start is there on one side only.
    private IEnumerable<string> FromSide(
        BetweenQuery query, Place act, (RelationshipField Field, string Node) near, (RelationshipField Field, string Node) far, string fewer)
    {
        var start = near.Node + "_start";
        var (one, other) = (Paths.Degree(near.Node, near.Field, fromTarget: true), Paths.Degree(far.Node, far.Field, fromTarget: true));
        yield return $"UNWIND CASE WHEN {one} {fewer} {other} THEN [{near.Node}] ELSE [] END AS {start}";
        yield return "MATCH " + paths.PathBack(start, near.Field, act, null);
        yield return filters.Where(Conjunction.Of(query.Where), act, $"EXISTS {{ {Paths.Between(act.Node, far.Field, null, far.Node)} }}");
        yield return "RETURN " + act.Node;
    }
}
