using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints steps from nodes whose keys are known.</summary>
internal sealed class Steps(StatementScope scope, Paths paths, Filters filters)
{
    /// <summary>The rows of a <see cref="StepQuery"/>.</summary>
    public string Rows(StepQuery query)
    {
        List<string> branches = [];
        foreach (var direction in new[] { Direction.Out, Direction.In })
        {
            var along = query.Steps.Select((step, i) => (Step: (step as RelationshipStep)!, Number: i))
                .Where(one => one.Step?.Direction == direction).ToLookup(one => one.Step.Carried.Count > 0);
            if (along[false].Any()) branches.Add(Along([.. along[false]], direction, query.From));
            branches.AddRange(along[true].Select(one => Along([one], direction, query.From)));
        }

        branches.AddRange(query.Steps.Select((step, i) => step is ActStep acts ? Across(acts, i, query.From) : "").Where(branch => branch.Length > 0));
        return CypherText.Lines(
            CypherText.Block("CALL ()", string.Join("\nUNION ALL\n", branches)),
            $"RETURN row LIMIT {scope.Bind(query.Limit)}");
    }

    // Relationships of many types are followed at once.
    private string Along(List<(RelationshipStep Step, int Number)> along, Direction direction, Parameter? from)
    {
        var number = scope.Next();
        var (near, edge, far) = ($"n{number}", $"r{number}", $"m{number}");
        var types = string.Join('|', along.Select(one => Identifiers.Escape(one.Step.Relationship.Name)));
        var path = direction == Direction.Out ? $"({near})-[{edge}:{types}]->({far})" : $"({near})<-[{edge}:{types}]-({far})";
        var which = along is [var only]
            ? only.Number.ToString()
            : $"CASE type({edge}) {string.Join(' ', along.Select(one => $"WHEN '{one.Step.Relationship.Name}' THEN {one.Number}"))} END";
        return CypherText.Lines(
            StartingAt(from),
            "MATCH " + path,
            Where(from, near),
            $"RETURN DISTINCT [{which}, id({near}), id({far}){string.Concat(along[0].Step.Carried.Select(Read))}] AS row");

        string Read(Property property) => $", {Identifiers.Property(edge, property)}";
    }

    private string Across(ActStep step, int number, Parameter? from)
    {
        var act = new Place($"n{scope.Next()}", null, step.Act.Type);
        var isOut = step.Direction == Direction.Out;
        var (nearField, farField) = isOut ? (step.Act.By, step.Act.Against) : (step.Act.Against, step.Act.By);
        var (near, far) = (paths.Follow(nearField, withEdge: false), paths.Follow(farField, withEdge: false));
        var conditions = Conjunction.Of(step.Where).ToList();
        return CypherText.Lines(
            StartingAt(from),
            "MATCH " + paths.PathBack(near.Node, nearField, act, null),
            filters.Where(conditions, act, from is null ? [] : [$"id({near.Node}) = start"]),
            "MATCH " + paths.Path(act.Node, farField, far),
            $"RETURN DISTINCT [{number}, id({near.Node}), id({far.Node})] AS row");
    }

    private string StartingAt(Parameter? from) => from is null ? "" : $"UNWIND {scope.Bind(from)} AS start";

    private static string Where(Parameter? from, string near) => from is null ? "" : $"WHERE id({near}) = start";
}
