using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Cypher;

/// <summary>
/// Aggregates over nodes or relationships. What is said of nodes is taken over distinct nodes, what is said of
/// relationships over relationships, parallel ones each.
/// </summary>
internal sealed class Aggregation(Patterns patterns, Conditions conditions)
{
    /// <summary>One aggregate over what a field leads to, as an expression.</summary>
    public string OfRelated(RelationshipField field, Filter? where, AggregateTerm term, Place from)
    {
        if (term.Function == AggregateFunction.CountEdges || (term.Function == AggregateFunction.CountNodes && !field.Relationship.MayBeParallel))
            return CountOfRelationships(field, where, from);
        var overEdges = term.Of?.Subject == Subject.Edge;
        var related = patterns.Follow(field, overEdges || Patterns.ReadsEdge(where));
        var match = "MATCH " + patterns.Path(from.Node, field, related);
        var condition = conditions.Where(where, related);
        if (term.Function == AggregateFunction.CountNodes) return CypherText.Block("COUNT", match, condition, $"RETURN DISTINCT {related.Node}");
        var distinct = !overEdges && field.Relationship.MayBeParallel ? $"WITH DISTINCT {related.Node}" : "";
        var value = CypherText.Block("COLLECT", match, condition, distinct, $"WITH {Term(term, related)} AS {Result}", $"RETURN {Result}") + "[0]";

        // Inside COLLECT an aggregate over nothing gives no row, not even the 0 of a sum.
        return term.Function == AggregateFunction.Sum ? $"coalesce({value}, 0)" : value;
    }

    /// <summary>Whether a part of a statement holds an aggregating function in a condition.</summary>
    public static bool Aggregates(string cypher) => cypher.Contains($" AS {Result}", StringComparison.Ordinal);

    /// <summary>An expression; in a clause of its own where a condition in it aggregates, which a row does not bear.</summary>
    public static string Apart(string expression, Place from, List<string> before)
    {
        if (!Aggregates(expression)) return expression;
        var name = $"{from.Node}_apart{before.Count}";
        before.Add(CypherText.Block($"CALL ({from.Node})", $"WITH {from.Node}, {expression} AS {name}", $"RETURN {name}"));
        return name;
    }

    private const string Result = "aggregate";

    /// <summary>The number of relationships along a field: a degree kept with the node where nothing else is asked.</summary>
    public string CountOfRelationships(RelationshipField field, Filter? where, Place from)
    {
        if (!Conditions.Parts(where).Any() && field.IsCertain) return Patterns.Degree(from.Node, field);
        var related = patterns.Follow(field, Patterns.ReadsEdge(where));
        return CypherText.Block("COUNT", "MATCH " + patterns.Path(from.Node, field, related), conditions.Where(where, related));
    }

    /// <summary>
    /// Aggregates over what a field leads to, as one list: counts in place, the others by clauses put into
    /// <paramref name="before"/>, in one walk where they are over the same.
    /// </summary>
    public string OfRelated(RelationshipField field, Filter? where, IReadOnlyList<AggregateTerm> terms, Place from, List<string> before)
    {
        var values = terms.Select(term => term.Of is null ? Apart(OfRelated(field, where, term, from), from, before) : "").ToList();
        foreach (var subject in terms.Select(term => term.Of?.Subject).OfType<Subject>().Distinct())
        {
            var related = patterns.Follow(field, subject == Subject.Edge || Patterns.ReadsEdge(where));
            var results = new List<string>();
            for (var i = 0; i < terms.Count; i++)
            {
                if (terms[i].Of?.Subject != subject) continue;
                values[i] = $"{related.Node}_{results.Count}";
                results.Add($"{Term(terms[i], related)} AS {values[i]}");
            }

            before.Add(CypherText.Block(
                $"CALL ({from.Node})",
                "MATCH " + patterns.Path(from.Node, field, related),
                conditions.Where(where, related),
                subject == Subject.Node && field.Relationship.MayBeParallel ? $"WITH DISTINCT {related.Node}" : "",
                "RETURN " + string.Join(", ", results)));
        }

        return CypherText.List(values);
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
                return $"CASE WHEN abs(sum({value})) <= {LargestFloat} THEN sum({value}) ELSE sum({value} / {half}.0 / {half}.0) * {half}.0 * {half}.0 END";
            default:
                return $"sum({value})";
        }
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
