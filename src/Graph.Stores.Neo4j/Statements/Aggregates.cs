using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Means = Graph.Model.Values.RoundedMean;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Aggregates over nodes or relationships. What is said of nodes is taken over distinct nodes, what is said of
/// relationships over relationships, parallel ones each.
/// </summary>
internal sealed class Aggregates(Paths paths, Filters filters)
{
    // The column of a row that an aggregate alone makes.
    private const string Result = "aggregate";

    /// <summary>
    /// Whether a condition makes an aggregate of what a relationship leads to. Cypher groups by what else an expression
    /// reads where such a function stands in it, however deep, so that a row cannot hold it.
    /// </summary>
    public static bool AreIn(Filter? filter) => filter switch
    {
        AllOf all => all.Filters.Any(AreIn),
        AnyOf any => any.Filters.Any(AreIn),
        Not not => AreIn(not.Inner),
        Exists exists => AreIn(exists.Inner),
        ExistsSingle single => AreIn(single.Inner),
        AggregateComparison aggregate => aggregate.Term.Of is not null,
        _ => false,
    };

    /// <summary>One aggregate over what a field leads to, as an expression.</summary>
    public string Of(RelationshipField field, Filter? where, AggregateTerm term, Place from)
    {
        if (term.Function == AggregateFunction.CountEdges || (term.Function == AggregateFunction.CountNodes && !field.Relationship.MayBeParallel))
            return CountOfRelationships(field, where, from);
        var overEdges = term.Of?.Subject == Subject.Edge;
        var related = paths.Follow(field, overEdges || Paths.ReadsEdge(where));
        var match = "MATCH " + paths.Path(from.Node, field, related);
        var condition = filters.Where(where, related);
        if (term.Function == AggregateFunction.CountNodes) return CypherText.Block("COUNT", match, condition, $"RETURN DISTINCT {related.Node}");
        var distinct = !overEdges && field.Relationship.MayBeParallel ? $"WITH DISTINCT {related.Node}" : "";
        var value = CypherText.Block("COLLECT", match, condition, distinct, $"WITH {Term(term, related)} AS {Result}", $"RETURN {Result}") + "[0]";

        // Inside COLLECT an aggregate over nothing gives no row, not even the 0 of a sum.
        return term.Function == AggregateFunction.Sum ? $"coalesce({value}, 0)" : value;
    }

    /// <summary>The number of relationships along a field.</summary>
    /// <param name="field">Along what.</param>
    /// <param name="where">The condition on what it leads to.</param>
    /// <param name="from">Whose.</param>
    /// <param name="standing">How many clauses stand before the row already.</param>
    public Computed Count(RelationshipField field, Filter? where, Place from, int standing) =>
        Apart(CountOfRelationships(field, where, from), where, from, standing);

    /// <summary>
    /// Aggregates over what a field leads to, as one list: counts in place, the others by clauses before, in one walk where
    /// they are over the same.
    /// </summary>
    /// <param name="field">Along what.</param>
    /// <param name="where">The condition on what it leads to.</param>
    /// <param name="terms">The aggregates.</param>
    /// <param name="from">Of which node.</param>
    /// <param name="standing">How many clauses stand before the row already.</param>
    public Computed List(RelationshipField field, Filter? where, IReadOnlyList<AggregateTerm> terms, Place from, int standing)
    {
        List<string> before = [];
        var values = new string[terms.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (terms[i].Of is null) values[i] = Apart(Of(field, where, terms[i], from), where, from, standing + before.Count).PutBefore(before);
        }

        foreach (var subject in terms.Select(term => term.Of?.Subject).OfType<Subject>().Distinct())
        {
            var related = paths.Follow(field, subject == Subject.Edge || Paths.ReadsEdge(where));
            var results = new List<string>();
            for (var i = 0; i < values.Length; i++)
            {
                if (terms[i].Of?.Subject != subject) continue;
                values[i] = $"{related.Node}_{results.Count}";
                results.Add($"{Term(terms[i], related)} AS {values[i]}");
            }

            before.Add(CypherText.Block(
                $"CALL ({from.Node})",
                "MATCH " + paths.Path(from.Node, field, related),
                filters.Where(where, related),
                subject == Subject.Node && field.Relationship.MayBeParallel ? $"WITH DISTINCT {related.Node}" : "",
                "RETURN " + string.Join(", ", results)));
        }

        return new(CypherText.List(values), before);
    }

    // An expression over related nodes; in a clause of its own where the condition on them aggregates.
    private static Computed Apart(string expression, Filter? where, Place from, int number)
    {
        if (!AreIn(where)) return new(expression, []);
        var name = $"{from.Node}_apart{number}";
        return new(name, [CypherText.Block($"CALL ({from.Node})", $"WITH {from.Node}, {expression} AS {name}", $"RETURN {name}")]);
    }

    // A degree kept with the node where nothing else is asked.
    private string CountOfRelationships(RelationshipField field, Filter? where, Place from)
    {
        if (Conjunction.Of(where).Count == 0 && field.IsCertain) return Paths.Degree(from.Node, field);
        var related = paths.Follow(field, Paths.ReadsEdge(where));
        return CypherText.Block("COUNT", "MATCH " + paths.Path(from.Node, field, related), filters.Where(where, related));
    }

    /// <summary>
    /// Neo4j's own sum goes on in floats once it has passed 64 bits, even where it comes back, and never comes back from
    /// infinity. Whole numbers are then summed in halves of 32 bits, floats divided by 2^64.
    /// </summary>
    private static string Sum(string value, ScalarKind kind)
    {
        const string half = "4294967296";
        switch (kind)
        {
            case ScalarKind.BigInt:
                var rest = $"((sum({value} % {half}) % {half} + {half}) % {half})";
                var upper = $"(sum({value} / {half}) + (sum({value} % {half}) - {rest}) / {half})";
                return $"CASE WHEN -2147483648 <= {upper} <= 2147483647 THEN {upper} * {half} + {rest} ELSE sum({value}) END";
            case ScalarKind.Float:
                return $"CASE WHEN abs(sum({value})) <= {LargestFloat} THEN sum({value}) ELSE sum({value} / {half}.0 / "
                    + $"{half}.0) * {half}.0 * {half}.0 END";
            default:
                return $"sum({value})";
        }
    }

    /// <summary>
    /// The mean of values as a group shows it. Neo4j's own mean collects more of an error with every value than a sum does; the
    /// sum of floats that are divided first stays in their range. A value that is no number is the figure itself, and at fault there.
    /// </summary>
    public static string RoundedMean(string stored, ScalarKind kind)
    {
        // Where a value is no number the least is none, and is told; so that these need not be told apart once more where they are counted.
        var value = $"CASE WHEN {stored} IS :: INTEGER | FLOAT THEN {stored} END";
        const string scale = "18446744073709551616.0";
        const string half = "4294967296";
        var mean = kind switch
        {
            ScalarKind.Float => $"sum(toFloatOrNull({stored}) / {scale}) / count({stored}) * {scale}",
            ScalarKind.BigInt => $"(sum({value} / {half}) * {half}.0 + sum({value} % {half})) / count({stored})",
            _ => $"toFloat(sum({value})) / count({stored})",
        };

        // Numbers are the greatest of all values.
        return $"CASE WHEN min({stored}) IS NOT :: INTEGER | FLOAT THEN min({stored})"
            + $" WHEN count({stored}) > 0 THEN round(round({mean}, {Means.SummedDecimals}), {Means.Decimals}) END";
    }

    private const string LargestFloat = "1.7976931348623157e308";

    /// <summary>An aggregate over the rows at hand, which are distinct.</summary>
    public static string Term(AggregateTerm term, Place place)
    {
        if (term.Of is null) return $"count({place.Node})";
        var value = place.Read(term.Of);
        return term.Function switch
        {
            AggregateFunction.Min => $"min({value})",
            AggregateFunction.Max => $"max({value})",
            AggregateFunction.Sum => Sum(value, term.Of.Property.Kind),
            AggregateFunction.Average => $"avg({value})",
            AggregateFunction.Shortest => $"min(CASE WHEN {value} IS NOT NULL THEN [size({value}), {value}] END)[1]",
            AggregateFunction.Longest => $"min(CASE WHEN {value} IS NOT NULL THEN [-size({value}), {value}] END)[1]",
            AggregateFunction.ShortestLength => $"min(size({value}))",
            AggregateFunction.LongestLength => $"max(size({value}))",
            AggregateFunction.AverageLength => $"avg(size({value}))",
            _ => throw new InvalidOperationException($"{term.Function} needs a property."),
        };
    }
}

/// <summary>An expression, and the clauses that have to stand before the one that holds it.</summary>
internal sealed record Computed(string Expression, IReadOnlyList<string> Before)
{
    /// <summary>Adds the clauses to those that stand before a row.</summary>
    /// <returns>The expression.</returns>
    public string PutBefore(List<string> row)
    {
        row.AddRange(Before);
        return Expression;
    }
}
