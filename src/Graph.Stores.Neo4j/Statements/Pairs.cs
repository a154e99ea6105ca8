using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Prints acts counted by pairs of actors. Pairs are counted and cut first; what is answered of the actors is read for the rows that are
/// left.
/// </summary>
internal sealed class Pairs(StatementScope scope, LabelMap labels, Paths paths, Roots roots, Ordering ordering, Columns columns)
{
    /// <summary>The statement.</summary>
    public string Print(PairQuery query)
    {
        var act = query.Acts.Act;
        Place[] ends = [new($"n{scope.Next()}", null, act.By.Target), new($"n{scope.Next()}", null, act.Against.Target)];
        List<string> before = [];
        var row = CypherText.List([.. query.Columns.Select(column => column switch
        {
            PairPartyColumn party => columns.Row(party.Selection, ends[(int)party.End], before),
            PairFigureColumn figure => figure.Figure.ToString(),
            _ => $"{ends[0].Node} = {ends[1].Node}",
        })]);
        var order = query.Sort.SelectMany(key => Keys(key, ends)).Concat(ends.Select(end => Identifiers.Property(end.Node, end.Type.Id)));
        return CypherText.Lines(
        [
            .. query.ReadsTallies ? Kept(query, ends) : Counted(query, ends),
            $"ORDER BY {string.Join(", ", order)}",
            query.Page.Offset is { } offset ? "SKIP " + ordering.Rows(offset, probe: false) : "",
            "LIMIT " + ordering.Rows(query.Page.Limit!, probe: false),
            .. before,
            $"RETURN {row} AS row",
        ]);
    }

    private IEnumerable<string> Keys(PairSort key, Place[] ends)
    {
        var direction = key.Descending ? " DESC" : "";
        return key switch
        {
            PairFigureSort by => [by.Figure + direction],
            PairPartySort { End: var end } => [
                Captions.Of(ends[(int)end], labels) + direction,
                Identifiers.Property(ends[(int)end].Node, ends[(int)end].Type.Id) + direction],
            _ => throw new InvalidOperationException($"A sort key of kind {key.GetType().Name} has no form in Cypher."),
        };
    }

    private IEnumerable<string> Kept(PairQuery query, Place[] ends)
    {
        var rule = new TallyRule(query.Acts.Act, query.Acts.Act.Tally!);
        yield return "MATCH " + paths.Path($"{ends[0].Node}:{labels.Of(ends[0].Type)}", rule.Field, ends[1] with { Edge = "tally" });
        var figures = new[] { (rule.Count, ActFigure.Acts), (rule.First, ActFigure.First), (rule.Last, ActFigure.Last) };
        yield return $"WITH {ends[0].Node}, {ends[1].Node}, "
            + $"{string.Join(", ", figures.Select(one => $"{Identifiers.Property("tally", one.Item1)} AS {one.Item2}"))}";
    }

    private IEnumerable<string> Counted(PairQuery query, Place[] ends)
    {
        var act = query.Acts.Act;
        var place = roots.At(act.Type);
        var parties = new Parties(labels, scope, paths);
        var acts = new Acts(scope, labels, roots, parties);
        return
        [
            .. acts.Chosen(query.Acts, place, []),
            .. parties.Match(act, ActEnd.By, query.RollUp, place.Node, ends[0].Node),
            .. parties.Match(act, ActEnd.Against, query.RollUp, place.Node, ends[1].Node),
            .. acts.Prepare(act, query.Figures, place),
            $"WITH {ends[0].Node}, {ends[1].Node}"
                + string.Concat(query.Figures.Select(figure => $", {Acts.Figure(act, figure, place)} AS {figure}")),
        ];
    }
}
