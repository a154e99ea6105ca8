using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Aggregates over nodes or relationships.</summary>
internal static class Aggregates
{
    // SQLite reads no literal as infinite but by its size.
    private const string Infinite = "9e999";

    // By 2^64: more than there can be rows. Of its 20 digits SQLite may read the last ones wrongly, of its root's it does not.
    private const string ScaledDown = "/ 4294967296.0 / 4294967296.0";
    private const string ScaledUp = "* 4294967296.0 * 4294967296.0";

    // Whole numbers of 64 bits are summed in halves of 32.
    private const string Half = "4294967296";

    /// <summary>
    /// Aggregates over the rows of a source, as one list. Where relationships may be parallel, a node's values count once
    /// however many lead to it; those terms run over <paramref name="distinct"/>.
    /// </summary>
    public static string List(
        IReadOnlyList<AggregateTerm> terms,
        Place place,
        string source,
        Func<(Place Place, string Source)> distinct,
        string? node = null)
    {
        var values = new List<string>();
        var isOver = false;
        foreach (var term in terms)
        {
            if (place.IsParallel && term.Of is { Subject: Subject.Node })
            {
                var (over, nodes) = distinct();
                values.Add(Printed(term, $"(SELECT {Of(term, over, nodes, node: null)})"));
            }
            else if (term.Function is AggregateFunction.Shortest or AggregateFunction.Longest)
            {
                values.Add($"(SELECT {Of(term, place, source, node)})");
            }
            else
            {
                isOver = true;
                values.Add(Printed(term, Expression(term, place, source, node)));
            }
        }

        return isOver ? $"(SELECT json_array({string.Join(", ", values)}) FROM {source})" : $"json_array({string.Join(", ", values)})";
    }

    private static string Printed(AggregateTerm term, string value)
    {
        var isFloat = term.Function is AggregateFunction.Average or AggregateFunction.AverageLength
            || (term.Function is AggregateFunction.Min or AggregateFunction.Max or AggregateFunction.Sum
                && term.Of!.Property.Kind == ScalarKind.Float);
        return isFloat ? $"{Functions.FloatText}({value})" : value;
    }

    /// <summary>The rest of a SELECT that answers one aggregate.</summary>
    public static string Of(AggregateTerm term, Place place, string source, string? node)
    {
        if (term.Function is not (AggregateFunction.Shortest or AggregateFunction.Longest))
            return $"{Expression(term, place, source, node)} FROM {source}";
        var column = place.Read(term.Of!);
        var direction = term.Function == AggregateFunction.Longest ? " DESC" : "";
        return $"{column} FROM {source} ORDER BY {column} IS NULL, length({column}){direction}, {column} LIMIT 1";
    }

    // A sum of whole numbers beyond 64 bits is an error of the whole statement in SQLite, so that their halves are summed.
    private static string SumOfWhole(string column) => $"{Functions.Sum}(sum({column} >> 32), sum({column} & 4294967295))";

    // total() of nothing is 0. The sum of floats that are infinite in both directions is NULL in SQLite, as if there were none.
    private static string SumOfFloats(string column, string source) =>
        InRange($"total({column})", $"ifnull(sum({column} {ScaledDown}) {ScaledUp}, {Infinite})", source);

    /// <summary>The mean of values as a group shows it; it cannot leave the range of floats on the way.</summary>
    public static string RoundedMean(string column, ScalarKind kind) =>
        $"{Functions.Mean}({kind switch
        {
            ScalarKind.Float => $"avg({column} {ScaledDown}) {ScaledUp}",
            ScalarKind.BigInt => $"(sum({column} / {Half}) * {Half}.0 + sum({column} % {Half})) / count({column})",
            _ => $"avg({column})",
        }})";

    private static string MeanOfFloats(string column, string source) => InRange($"avg({column})", $"avg({column} {ScaledDown}) {ScaledUp}", source);

    /// <summary>
    /// A figure of floats, or where it left their range on the way, the same by way of smaller numbers, which is only then
    /// worked out, from the same rows.
    /// </summary>
    private static string InRange(string figure, string scaled, string source) =>
        $"CASE WHEN abs({figure}) < {Infinite} THEN {figure} ELSE (SELECT {scaled} FROM {source}) END";

    private static string Expression(AggregateTerm term, Place place, string source, string? node)
    {
        if (term.Function == AggregateFunction.CountEdges || (term.Function == AggregateFunction.CountNodes && !place.IsParallel)) return "count(*)";
        if (term.Function == AggregateFunction.CountNodes) return $"count(DISTINCT {node})";
        var column = place.Read(term.Of!);
        return term.Function switch
        {
            AggregateFunction.Min => $"min({column})",
            AggregateFunction.Max => $"max({column})",
            AggregateFunction.Sum => term.Of!.Property.Kind == ScalarKind.Float ? SumOfFloats(column, source) : SumOfWhole(column),
            AggregateFunction.Average when term.Of!.Property.Kind == ScalarKind.Float => MeanOfFloats(column, source),
            AggregateFunction.Average => $"avg({column})",
            AggregateFunction.ShortestLength => $"min(length({column}))",
            AggregateFunction.LongestLength => $"max(length({column}))",
            AggregateFunction.AverageLength => $"avg(length({column}))",
            _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Unknown aggregate."),
        };
    }
}
