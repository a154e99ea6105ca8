using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints acts counted by time, and by series within.</summary>
internal sealed class Timelines(StatementScope scope, LabelMap labels, Paths paths, Roots roots)
{
    /// <summary>The statement.</summary>
    public string Print(TimelineQuery query)
    {
        var act = query.Acts.Act;
        var place = roots.At(act.Type);
        var parties = new Parties(labels, scope, paths);
        var acts = new Acts(scope, labels, roots, parties);
        if (query.Series is null && query.Figures.All(figure => figure == ActFigure.Acts)) return ByDay(query, acts, place);
        var ranked = query.Series is { } series
            ? new Series(scope, labels, parties).Rank(act, series, place.Node, scope.Bind(query.Top))
            : ["WITH *, 1 AS rank, null AS text, null AS key, false AS isOther"];
        var figures = query.Figures.Select((figure, i) => $"{Acts.Figure(act, figure, place)} AS f{i}");
        return CypherText.Lines(
        [
            .. acts.Chosen(query.Acts, place, Bounds(query, Identifiers.Property(place.Node, act.On))),
            .. ranked,
            .. acts.Prepare(act, query.Figures, place),
            $"WITH {Buckets.FirstDay(query.Bucket, act.On.Kind, Identifiers.Property(place.Node, act.On))} AS time, "
                + string.Join(", ", ["rank", "text", "key", "isOther", .. figures]),
            $"ORDER BY time, rank LIMIT {scope.Bind(query.Limit)}",
            $"RETURN {CypherText.List(["time", "rank", "text", "key", "isOther", .. query.Figures.Select((_, i) => $"f{i}")])} AS row",
        ]);
    }

    // Days are far fewer than acts, so that only days are put into buckets.
    private string ByDay(TimelineQuery query, Acts acts, Place place)
    {
        var on = query.Acts.Act.On;
        var day = Identifiers.Property(place.Node, on);
        return CypherText.Lines(
        [
            .. acts.Chosen(query.Acts, place, Bounds(query, day)),
            $"WITH {day} AS day, count(*) AS acts",
            $"WITH {Buckets.FirstDay(query.Bucket, on.Kind, "day")} AS time, sum(acts) AS acts",
            $"ORDER BY time LIMIT {scope.Bind(query.Limit)}",
            $"RETURN {CypherText.List(["time", "1", "null", "null", "false", .. query.Figures.Select(_ => "acts")])} AS row",
        ]);
    }

    private IEnumerable<string> Bounds(TimelineQuery query, string day)
    {
        yield return $"{day} IS NOT NULL";
        if (query.From is { } from) yield return $"{day} >= {scope.Bind(from)}";
        if (query.To is { } to) yield return $"{day} <= {scope.Bind(to)}";
    }
}
