using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints who acts, and whom acts are against, under a roll-up: see <see cref="RollUp"/>.</summary>
internal sealed class Parties(LabelMap labels, StatementScope scope, Paths paths)
{
    /// <summary>The clauses after which a variable holds the parties at one end of an act, a row for each: once under a roll-up.</summary>
    /// <param name="act">The kind of act.</param>
    /// <param name="end">The end.</param>
    /// <param name="rollUp">What they are replaced by.</param>
    /// <param name="from">The variable of the act.</param>
    /// <param name="party">The variable.</param>
    public IEnumerable<string> Match(Act act, ActEnd end, RollUp rollUp, string from, string party) => rollUp == RollUp.None
        ? [$"MATCH {Along(from, act.Field(end), party)}"]
        : [CypherText.Block(
            $"CALL ({from})", [.. Principals(act, end, from, party), .. rollUp == RollUp.Top ? Topped(act, party) : [], $"RETURN DISTINCT {party}"])];

    /// <summary>The step from a node along a field, as a pattern.</summary>
    public string Along(string from, RelationshipField field, string to, string? edge = null) =>
        paths.Path(IsOfSource(field) ? from : $"{from}:{labels.Of(field.Source)}", field, new(to, edge, field.Target));

    private IEnumerable<string> Principals(Act act, ActEnd end, string from, string party)
    {
        var named = Variable();
        var standing = CypherText.Block(
            "COLLECT",
            [$"MATCH {Along(from, act.Field(end), named)}", .. Represented(act, from, named, party), $"RETURN DISTINCT {party}"]);
        if (end == ActEnd.Against || act.OnBehalfOf is not { } onBehalfOf)
        {
            yield return $"UNWIND {standing} AS {party}";
            yield break;
        }

        var behalf = $"{party}_behalf";
        yield return $"WITH {from}, {CypherText.Block("COLLECT", $"MATCH {Along(from, onBehalfOf, party)}", $"RETURN DISTINCT {party}")} AS {behalf}";
        yield return $"UNWIND CASE WHEN size({behalf}) > 0 THEN {behalf} ELSE {standing} END AS {party}";
    }

    // By whom the offices of an actor stand for, and the actor where they stand for nobody.
    private IEnumerable<string> Represented(Act act, string from, string named, string party)
    {
        var ways = ActRules.OfficeWays(act);
        var (end, offices) = (Variable(), $"{party}_offices");
        var held = ways.Select(way => CypherText.Lines([.. Office(act, way, from, named, end), $"RETURN DISTINCT {end}"]));
        yield return $"WITH {from}, {named}, {(ways.Count == 0 ? "[]" : CypherText.Block("COLLECT", string.Join("\nUNION\n", held)))} AS {offices}";
        yield return $"UNWIND CASE WHEN size({offices}) > 0 THEN {offices} ELSE [{named}] END AS {party}";
    }

    // On a day that is not known no office is held.
    private IEnumerable<string> Office(Act act, IReadOnlyList<RelationshipField> way, string from, string named, string end)
    {
        var (day, edge) = (Identifiers.Property(from, act.On), $"{named}_held");
        var interval = way[0].Relationship.Properties!.Interval!;
        var (since, until) = (Identifiers.Property(edge, interval.From), Identifiers.Property(edge, interval.Until));
        var near = named;
        for (var i = 0; i < way.Count; i++)
        {
            var far = i == way.Count - 1 ? end : Variable();
            yield return $"MATCH {Along(near, way[i], far, i == 0 ? edge : null)}";
            if (i == 0)
            {
                yield return CypherText.Where([$"{day} IS NOT NULL", $"({since} IS NULL OR {since} <= {day})",
                    $"({until} IS NULL OR {day} < {until})"]);
            }
            near = far;
        }
    }

    // From each principal up, a layer of bodies after another, until one holds what is looked for.
    private IEnumerable<string> Topped(Act act, string party)
    {
        var top = labels.Of(act.UpTo!);
        var (here, found, one, above) = ($"{party}_here", $"{party}_found", $"{party}_one", $"{party}_above");
        var step = string.Join("\nUNION\n", act.BelongsTo.Select(field =>
            CypherText.Lines($"UNWIND {here} AS {one}", $"MATCH {Along(one, field, above)}", $"RETURN DISTINCT {above}")));
        yield return $"WITH DISTINCT {party}, [{party}] AS {here}, CASE WHEN {party}:{top} THEN [{party}] ELSE [] END AS {found}";
        for (var i = 0; i < ActRules.MostBodies; i++)
        {
            yield return $"WITH {party}, {found}, CASE WHEN size({found}) > 0 THEN [] ELSE {CypherText.Block("COLLECT", step)} END AS {here}";
            yield return $"WITH {party}, {here}, CASE WHEN size({found}) > 0 THEN {found} ELSE [{one} IN {here} WHERE {one}:{top}] END AS {found}";
        }

        yield return $"UNWIND CASE WHEN size({found}) > 0 THEN {found} ELSE [{party}] END AS {above}";
        yield return $"WITH {above} AS {party}";
    }

    private static bool IsOfSource(RelationshipField field) => field.Starts.All(field.Source.ConcreteTypes.Contains);

    private string Variable() => $"n{scope.Next()}";
}
