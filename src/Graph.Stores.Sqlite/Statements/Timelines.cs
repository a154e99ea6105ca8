using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints acts counted by time, and by series within.</summary>
internal sealed class Timelines(Layout layout, StatementScope scope, Paths paths, Roots roots)
{
    private readonly CommonTables tables = new(scope);

    /// <summary>The statement.</summary>
    public string Print(TimelineQuery query)
    {
        var acts = new Acts(scope, paths, roots);
        if (query.Series is null && query.Figures.All(figure => figure == ActFigure.Acts)) return ByDay(query, acts);
        var chosen = tables.Add("acts", acts.Chosen(query.Acts, day => Bounds(query, day)), isKept: query.Series is not null);
        var rows = query.Series is { } series ? new Series(layout, scope, paths, tables).Rank(query, series, chosen) : null;
        var row = scope.Alias("x");
        var withEvidence = query.Figures.Contains(ActFigure.Evidence);
        var figures = query.Figures.Select((figure, i) => $", {acts.Figure(query.Acts.Act, figure, row, rows is null && !withEvidence)} AS f{i}");
        var rank = rows is null ? "1" : $"{row}.rank";
        var counted = scope.Alias("c");
        return tables.Print(
            $"SELECT json_array({counted}.time, {counted}.rank, "
                + $"{(rows is null ? "NULL, NULL, 0" : $"{rows.Text}, {rows.Key}, {rows.Alias}.rank IS NULL")}"
                + $"{string.Concat(query.Figures.Select((_, i) => $", {counted}.f{i}"))})"
            + $" FROM (SELECT {Buckets.FirstDay(query.Bucket, $"{row}.day")} AS time, {rank} AS rank{string.Concat(figures)}"
            + $" FROM {rows?.Placed ?? chosen} AS {row}{(withEvidence ? acts.Evidence(query.Acts.Act, row) : "")}"
            + $" GROUP BY 1, 2 ORDER BY 1, 2 LIMIT {scope.Bind(query.Limit)}) AS {counted}"
            + (rows is null
            ? ""
            : $" LEFT JOIN {rows.Named} AS {rows.Alias} ON {rows.Alias}.rank = {counted}.rank ORDER BY {counted}.time, {counted}.rank"));
    }

    // Days are far fewer than acts, and an index counts acts by day, so that only days are put into buckets.
    private string ByDay(TimelineQuery query, Acts acts)
    {
        var (day, counted) = (scope.Alias("d"), scope.Alias("c"));
        return $"SELECT json_array({counted}.time, 1, NULL, NULL, 0{string.Concat(query.Figures.Select(_ => $", {counted}.acts"))})"
            + $" FROM (SELECT {Buckets.FirstDay(query.Bucket, $"{day}.day")} AS time, sum({day}.acts) AS acts"
            + $" FROM ({acts.ByDay(query.Acts, on => Bounds(query, on))}) AS {day}"
            + $" GROUP BY 1 ORDER BY 1 LIMIT {scope.Bind(query.Limit)}) AS {counted}";
    }

    private IEnumerable<string> Bounds(TimelineQuery query, string day)
    {
        yield return $"{day} IS NOT NULL";
        if (query.From is { } from) yield return $"{day} >= {scope.Bind(from)}";
        if (query.To is { } to) yield return $"{day} <= {scope.Bind(to)}";
    }
}
