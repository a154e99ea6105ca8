using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints steps from nodes whose keys are known, or from all.</summary>
internal sealed class Steps(StatementScope scope, Paths paths, Filters filters)
{
    /// <summary>The rows of a <see cref="StepQuery"/>.</summary>
    public string Print(StepQuery query)
    {
        var branches = query.Steps.Select((step, i) => (Step: step, Number: i))
            .ToLookup(one => one.Step is RelationshipStep { Carried.Count: 0 });
        List<string> printed = [];

        // Relationships of many types are followed at once.
        foreach (var together in branches[true].GroupBy(one => (one.Step.Direction, ((RelationshipStep)one.Step).IsEach)))
            printed.Add(Along([.. together.Select(one => ((RelationshipStep)one.Step, one.Number))], query));
        foreach (var (step, number) in branches[false])
            printed.Add(step is ActStep acts ? Across(acts, number, query) : Along([((RelationshipStep)step, number)], query));
        return CypherText.Lines(
            CypherText.Block("CALL ()", string.Join("\nUNION ALL\n", printed)),
            $"RETURN row LIMIT {scope.Bind(query.Limit)}");
    }

    private string Along(IReadOnlyList<(RelationshipStep Step, int Number)> along, StepQuery query)
    {
        var (number, first) = (scope.Next(), along[0].Step);
        var (near, edge, far) = ($"n{number}", $"r{number}", $"m{number}");
        var types = string.Join('|', along.Select(one => Identifiers.Escape(one.Step.Relationship.Name)));
        var which = Neighbours.Number([.. along.Select(one => (one.Step.Relationship, one.Number))], $"type({edge})");
        return CypherText.Lines(
            StartingAt(query),
            "MATCH " + (first.Direction == Direction.Out ? $"({near})-[{edge}:{types}]->({far})" : $"({near})<-[{edge}:{types}]-({far})"),
            Conditions(query, near, far) is { Count: > 0 } conditions ? CypherText.Where(conditions) : "",
            Return(first.IsEach || !along.Any(one => one.Step.Relationship.MayBeParallel), which, near, far,
                [.. first.Carried.Select(property => Identifiers.Property(edge, property))]));
    }

    private string Across(ActStep step, int number, StepQuery query)
    {
        var act = new Place($"n{scope.Next()}", null, step.Act.Type);
        var isOut = step.Direction == Direction.Out;
        var (nearField, farField) = isOut ? (step.Act.By, step.Act.Against) : (step.Act.Against, step.Act.By);
        var (near, far) = (paths.Follow(nearField, withEdge: false), paths.Follow(farField, withEdge: false));
        var day = Identifiers.Property(act.Node, step.Act.On);
        return CypherText.Lines(
            StartingAt(query),
            "MATCH " + paths.PathBack(near.Node, nearField, act, null),
            filters.Where(Conjunction.Of(step.Where), act, query.From is null ? [] : [$"id({near.Node}) = start"]),
            "MATCH " + paths.Path(act.Node, farField, far),
            query.To is { } to ? $"WHERE id({far.Node}) IN {scope.Bind(to)}" : "",
            step.IsFigured
                ? $"WITH id({near.Node}) AS near, id({far.Node}) AS far, count(DISTINCT {act.Node}) AS acts, "
                    + $"min({day}) AS first, max({day}) AS last\nRETURN [{number}, near, far, acts, first, last] AS row"
                : Return(isEach: false, number.ToString(), near.Node, far.Node, []));
    }

    private static string Return(bool isEach, string which, string near, string far, IReadOnlyList<string> others) =>
        $"RETURN {(isEach ? "" : "DISTINCT ")}[{string.Join(", ", [which, $"id({near})", $"id({far})", .. others])}] AS row";

    private string StartingAt(StepQuery query) => query.From is { } from ? $"UNWIND {scope.Bind(from)} AS start" : "";

    private List<string> Conditions(StepQuery query, string near, string far)
    {
        List<string> conditions = [];
        if (query.From is not null) conditions.Add($"id({near}) = start");
        if (query.To is { } to) conditions.Add($"id({far}) IN {scope.Bind(to)}");
        return conditions;
    }
}
