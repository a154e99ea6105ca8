using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Statements;

/// <content>Aggregates.</content>
internal sealed partial class Compilation
{
    /// <summary>
    /// The values of the terms as one list. Where relationships may be parallel, a node's values count once however many
    /// lead to it; those terms run over <paramref name="distinct"/>.
    /// </summary>
    private string Aggregates(
        Scope scope,
        IReadOnlyList<AggregateTerm> terms,
        string source,
        bool isParallel,
        Func<(Scope Scope, string Source)> distinct,
        string? node = null)
    {
        var own = new List<string>();
        var isOver = false;
        foreach (var term in terms)
        {
            if (isParallel && term.Of is { Subject: Subject.Node })
            {
                var (over, nodes) = distinct();
                own.Add(Printed(term, $"(SELECT {Aggregate(over, term, nodes, node: null)})"));
            }
            else if (term.Function is AggregateFunction.Shortest or AggregateFunction.Longest)
            {
                own.Add($"(SELECT {Aggregate(scope, term, source, node)})");
            }
            else
            {
                isOver = true;
                own.Add(Printed(term, Expression(scope, term, node)));
            }
        }

        return isOver ? $"(SELECT json_array({string.Join(", ", own)}) FROM {source})" : $"json_array({string.Join(", ", own)})";
    }

    private static string Printed(AggregateTerm term, string value)
    {
        var isFloat = term.Function is AggregateFunction.Average or AggregateFunction.AverageLength
            || (term.Function is AggregateFunction.Min or AggregateFunction.Max or AggregateFunction.Sum && term.Of!.Property.Kind == ScalarKind.Float);
        return isFloat ? $"{Functions.FloatText}({value})" : value;
    }

    /// <summary>The rest of a SELECT that answers one aggregate.</summary>
    private static string Aggregate(Scope scope, AggregateTerm term, string source, string? node)
    {
        if (term.Function is not (AggregateFunction.Shortest or AggregateFunction.Longest)) return $"{Expression(scope, term, node)} FROM {source}";
        var column = scope.Column(term.Of!);
        var direction = term.Function == AggregateFunction.Longest ? " DESC" : "";
        return $"{column} FROM {source} ORDER BY {column} IS NULL, length({column}){direction}, {column} LIMIT 1";
    }

    // A sum of whole numbers beyond 64 bits is an error of the whole statement in SQLite, so that their halves are summed.
    // Floats that are infinite in both directions are NULL there, as nothing is.
    private static string Sum(string column, ScalarKind kind) => kind == ScalarKind.Float
        ? $"CASE WHEN count({column}) = 0 THEN 0 ELSE ifnull({Functions.Finite}(sum({column}), sum({column} / {Functions.FiniteScale})), 9e999) END"
        : $"{Functions.Sum}(sum({column} >> 32), sum({column} & 4294967295))";

    private static string Expression(Scope scope, AggregateTerm term, string? node)
    {
        if (term.Function == AggregateFunction.CountEdges || (term.Function == AggregateFunction.CountNodes && !(scope.Relation?.MayBeParallel ?? false))) return "count(*)";
        if (term.Function == AggregateFunction.CountNodes) return $"count(DISTINCT {node})";
        var column = scope.Column(term.Of!);
        return term.Function switch
        {
            AggregateFunction.Min => $"min({column})",
            AggregateFunction.Max => $"max({column})",
            AggregateFunction.Sum => Sum(column, term.Of!.Property.Kind),
            AggregateFunction.Average when term.Of!.Property.Kind == ScalarKind.Float => $"{Functions.Finite}(avg({column}), avg({column} / {Functions.FiniteScale}))",
            AggregateFunction.Average => $"avg({column})",
            AggregateFunction.ShortestLength => $"min(length({column}))",
            AggregateFunction.LongestLength => $"max(length({column}))",
            AggregateFunction.AverageLength => $"avg(length({column}))",
            _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Unknown aggregate."),
        };
    }
}
