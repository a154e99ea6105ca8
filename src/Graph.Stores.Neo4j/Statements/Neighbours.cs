using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Prints what is told of the neighbours of nodes. Relationships of all types are followed at once in each direction: a subquery for each type
/// would take the planner many seconds.
/// </summary>
internal sealed class Neighbours(Ontology ontology, LabelMap labels, StatementScope scope, Roots roots, Columns columns)
{
    /// <summary>From as many relationships on Neo4j keeps them by type, with their numbers (<c>db.relationship_grouping_threshold</c>).</summary>
    private const int ManyRelationships = 50;

    /// <summary>The rows of a <see cref="NeighbourQuery"/>.</summary>
    public string Print(NeighbourQuery query)
    {
        var branches = query.Steps.Select((step, i) => (Step: step, Number: i))
            .GroupBy(one => (one.Step.Direction, one.Step.Told, CarriedOf: Carries(one.Step) ? one.Step.Relationship : null))
            .Select(together => Branch([.. together], query));
        if (query.Named is { } told) branches = branches.Prepend(Itself(query.Start!, told));
        return CypherText.Lines(CypherText.Block("CALL ()", string.Join("\nUNION ALL\n", branches)), "RETURN row");
    }

    private static bool Carries(NeighbourStep step) => step is { Told: NeighboursTold.Links, Carried.Count: > 0 };

    private string Itself(NamedStart start, Selection told)
    {
        var (place, before) = (roots.At(start.Type), new List<string>());
        var row = columns.Row(told, place, before);
        return CypherText.Lines(
            [.. roots.All(place, start.Where), .. before, $"RETURN [id({place.Node}), {NeighbourQuery.Itself}, {row}] AS row"]);
    }

    private string Branch(IReadOnlyList<(NeighbourStep Step, int Number)> along, NeighbourQuery query)
    {
        var number = scope.Next();
        var named = query.Start is { } start ? roots.At(start.Type) : null;
        var (near, edge, far) = (named?.Node ?? $"n{number}", $"r{number}", $"m{number}");
        IEnumerable<string> told = along[0].Step.Told switch
        {
            NeighboursTold.Number => [Counts(along, (near, edge, far)), $"RETURN [id({near}), step, total] AS row"],
            NeighboursTold.Strongest { Most: var most } => [Match(along, near, edge, far), .. Strongest(along, (near, edge, far), most)],
            NeighboursTold.Links { To: var to } => [Match(along, near, edge, far), .. Links(along, (near, edge, far), to)],
            _ => throw new ArgumentOutOfRangeException(nameof(query), along[0].Step.Told, "Unknown kind of telling."),
        };
        return CypherText.Lines([.. named is null ? Known(along, near) : roots.All(named, query.Start!.Where), .. told]);
    }

    private IReadOnlyList<string> Known(IReadOnlyList<(NeighbourStep Step, int Number)> along, string near) =>
    [
        $"UNWIND {string.Join(" + ", along.Select(one => one.Step.From!).Distinct().Select(keys => scope.Bind(keys)))} AS key",
        "WITH DISTINCT key",
        $"MATCH ({near}) WHERE id({near}) = key",
    ];

    private IEnumerable<string> Links(
        IReadOnlyList<(NeighbourStep Step, int Number)> along, (string Near, string Edge, string Far) path, Parameter to)
    {
        yield return $"WHERE id({path.Far}) IN {scope.Bind(to)}";
        var link = along[0].Step.Carried.Select(property => Identifiers.Property(path.Edge, property)).Prepend($"id({path.Far})");
        yield return $"RETURN [id({path.Near}), {Number(along, $"type({path.Edge})")}, [{CypherText.List([.. link])}]] AS row";
    }

    private static string Match(IReadOnlyList<(NeighbourStep Step, int Number)> along, string near, string edge, string far)
    {
        var types = string.Join('|', along.Select(one => Identifiers.Escape(one.Step.Relationship.Name)).Distinct());
        return "MATCH " + (along[0].Step.Direction == Direction.Out ? $"({near})-[{edge}:{types}]->({far})" : $"({near})<-[{edge}:{types}]-({far})");
    }

    // A node with many relationships has their numbers by type and direction; of one with few they are read at once, all types together.
    private static string Counts(IReadOnlyList<(NeighbourStep Step, int Number)> along, (string Near, string Edge, string Far) path)
    {
        var (near, edge, far) = path;
        var (one, isMany) = ($"{near}_one", $"{Paths.Degree(near)} > {ManyRelationships}");
        var once = along.Where(step => !step.Step.Relationship.MayBeParallel).ToList();
        var parallel = along.Where(step => step.Step.Relationship.MayBeParallel).ToList();
        var kept = once.Select(step => $"[{step.Number}, {Degree(step.Step, one)}]");
        List<string> ways = [Read(along, $"CASE WHEN {isMany} THEN [] ELSE [{near}] END")];
        if (parallel.Count > 0) ways.Add(Read(parallel, Many()));
        if (once.Count > 0)
            ways.Add(CypherText.Lines(
                $"UNWIND {Many()} AS {one}",
                $"UNWIND {CypherText.List([.. kept])} AS counted",
                "WITH counted WHERE counted[1] > 0",
                "RETURN counted[0] AS step, counted[1] AS total"));
        return CypherText.Block($"CALL ({near})", string.Join("\nUNION ALL\n", ways));

        string Many() => $"CASE WHEN {isMany} THEN [{near}] ELSE [] END";

        string Read(IReadOnlyList<(NeighbourStep Step, int Number)> steps, string from) => CypherText.Lines(
            $"UNWIND {from} AS {one}",
            Match(steps, one, edge, far),
            $"WITH type({edge}) AS type, count(DISTINCT {far}) AS total",
            $"RETURN {Number(steps, "type")} AS step, total");
    }

    // Of a type that has been grouped by: to compare the type of each relationship with the names of all takes longer than to read it.
    // Of steps that tell the same of different nodes it does not matter which is told.
    private static string Number(IReadOnlyList<(NeighbourStep Step, int Number)> along, string type) =>
        Number([.. along.Select(one => (one.Step.Relationship, one.Number)).DistinctBy(one => one.Relationship)], type);

    /// <summary>The number that a type of relationship has, from the expression of its name.</summary>
    internal static string Number(IReadOnlyList<(RelationshipType Type, int Number)> ways, string type) => ways.Count == 1
        ? ways[0].Number.ToString()
        : $"CASE {type} {string.Join(' ', ways.Select(one => $"WHEN '{one.Type.Name}' THEN {one.Number}"))} END";

    private static string Degree(NeighbourStep step, string node)
    {
        var type = Identifiers.Escape(step.Relationship.Name);
        return step.Direction == Direction.Out ? $"COUNT {{ ({node})-[:{type}]->() }}" : $"COUNT {{ ({node})<-[:{type}]-() }}";
    }

    private IEnumerable<string> Strongest(
        IReadOnlyList<(NeighbourStep Step, int Number)> along, (string Near, string Edge, string Far) path, Parameter most)
    {
        var (near, edge, far) = path;
        var strong = along.Where(one => one.Step.Strength is not null)
            .Select(one => $"WHEN '{one.Step.Relationship.Name}' THEN {Identifiers.Property(edge, one.Step.Strength!)}").ToList();
        var strength = strong.Count == 0 ? "0" : $"max(CASE type({edge}) {string.Join(' ', strong)} ELSE 0 END)";
        var ends = ontology.NodeTypes.Where(type => along.Any(one => one.Step.Ends.Contains(type))).ToList();
        yield return $"WITH {near}, {far}, type({edge}) AS type, {strength} AS strength, count(*) AS links";
        yield return $"WITH {near}, {far}, type, strength, links, {Paths.Degree(far)} AS degree";
        yield return $"ORDER BY strength DESC, degree DESC, {Id(far)}, {ByType(ends, far, type => $"'{type.Name}'")}";
        var tallied = along.Where(one => one.Step.Strength is not null).Select(one => $"'{one.Step.Relationship.Name}'").ToList();
        var count = tallied.Count == 0 ? "links" : $"CASE WHEN type IN [{string.Join(", ", tallied)}] THEN strength ELSE links END";
        yield return $"WITH {near}, type, count(*) AS total, collect([{far}, degree, {count}])[0..{scope.Bind(most)}] AS strongest";
        yield return $"RETURN [id({near}), {Number(along, "type")}, [total, {Named(ends, far)}]] AS row";
    }

    private string Named(IReadOnlyList<NodeType> ends, string far)
    {
        var caption = ByType(ends, far, type => Identifiers.Property(far, type.Caption));
        return CypherText.Block(
            "COLLECT",
            $"UNWIND strongest AS one WITH one, one[0] AS {far}",
            $"RETURN {CypherText.List([$"id({far})", ByType(ends, far, type => $"{type.Ordinal}"), Id(far), caption, "one[1]", "one[2]"])}");
    }

    private string Id(string node) => Identifiers.Property(node, ontology.NodeTypes[0].Id);

    // What differs by the type of a node; types that are alike in it stand together.
    private string ByType(IReadOnlyList<NodeType> types, string node, Func<NodeType, string> value)
    {
        var alike = types.ToLookup(value);
        if (alike.Count == 1) return alike.First().Key;
        return $"CASE {string.Join(' ', alike.Select(some => $"WHEN {node}:{labels.Of([.. some])} THEN {some.Key}"))} END";
    }
}
