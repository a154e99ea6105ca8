using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Prints the strongest neighbours of nodes. Relationships of all types are followed at once in each direction: a subquery for each type
/// would take the planner many seconds.
/// </summary>
internal sealed class Neighbours(Ontology ontology, LabelMap labels, StatementScope scope)
{
    /// <summary>From as many relationships on Neo4j keeps them by type, with their numbers (<c>db.relationship_grouping_threshold</c>).</summary>
    private const int ManyRelationships = 50;

    /// <summary>The rows of a <see cref="NeighbourQuery"/>.</summary>
    public string Print(NeighbourQuery query)
    {
        var branches = query.Steps.Select((step, i) => (Step: step, Number: i)).GroupBy(one => one.Step.Direction)
            .Select(together => Branch([.. together], query.Most));
        return CypherText.Lines(CypherText.Block("CALL ()", string.Join("\nUNION ALL\n", branches)), "RETURN row");
    }

    private string Branch(IReadOnlyList<(NeighbourStep Step, int Number)> along, Parameter? most)
    {
        var number = scope.Next();
        var (near, edge, far) = ($"n{number}", $"r{number}", $"m{number}");
        var which = $"CASE type({edge}) {string.Join(' ', along.Select(one => $"WHEN '{one.Step.Relationship.Name}' THEN {one.Number}"))} END";
        var from = along.Select(one => one.Step.From).Distinct().Select(keys => scope.Bind(keys));
        return CypherText.Lines(
        [
            $"UNWIND {string.Join(" + ", from)} AS key",
            "WITH DISTINCT key",
            $"MATCH ({near}) WHERE id({near}) = key",
            .. most is null ? [] : new[] { Match(along, near, edge, far) },
            .. most is null
                ? [Counts(along, which, (near, edge, far)), $"RETURN [step, id({near}), total, []] AS row"]
                : Strongest(along, which, (near, edge, far), most),
        ]);
    }

    private static string Match(IReadOnlyList<(NeighbourStep Step, int Number)> along, string near, string edge, string far)
    {
        var types = string.Join('|', along.Select(one => Identifiers.Escape(one.Step.Relationship.Name)));
        return "MATCH " + (along[0].Step.Direction == Direction.Out ? $"({near})-[{edge}:{types}]->({far})" : $"({near})<-[{edge}:{types}]-({far})");
    }

    // A node with many relationships has their numbers by type and direction; of one with few they are read at once, all types together.
    private static string Counts(
        IReadOnlyList<(NeighbourStep Step, int Number)> along, string which, (string Near, string Edge, string Far) path)
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
            $"UNWIND {from} AS {one}", Match(steps, one, edge, far), $"RETURN {which} AS step, count(DISTINCT {far}) AS total");
    }

    private static string Degree(NeighbourStep step, string node)
    {
        var type = Identifiers.Escape(step.Relationship.Name);
        return step.Direction == Direction.Out ? $"COUNT {{ ({node})-[:{type}]->() }}" : $"COUNT {{ ({node})<-[:{type}]-() }}";
    }

    private IEnumerable<string> Strongest(
        IReadOnlyList<(NeighbourStep Step, int Number)> along, string which, (string Near, string Edge, string Far) path, Parameter most)
    {
        var (near, edge, far) = path;
        var strong = along.Where(one => one.Step.Strength is not null)
            .Select(one => $"WHEN '{one.Step.Relationship.Name}' THEN {Identifiers.Property(edge, one.Step.Strength!)}").ToList();
        var strength = strong.Count == 0 ? "0" : $"max(CASE type({edge}) {string.Join(' ', strong)} ELSE 0 END)";
        var ends = ontology.NodeTypes.Where(type => along.Any(one => one.Step.Ends.Contains(type))).ToList();
        yield return $"WITH {(strong.Count == 0 ? "DISTINCT " : "")}{near}, {far}, {which} AS step, {strength} AS strength";
        yield return $"WITH {near}, {far}, step, strength, {Paths.Degree(far)} AS degree";
        yield return $"ORDER BY strength DESC, degree DESC, {Id(far)}, {ByType(ends, far, type => $"'{type.Name}'")}";
        yield return $"WITH {near}, step, count(*) AS total, collect([{far}, degree])[0..{scope.Bind(most)}] AS strongest";
        yield return $"RETURN [step, id({near}), total, {Named(ends, far)}] AS row";
    }

    private string Named(IReadOnlyList<NodeType> ends, string far)
    {
        var caption = ByType(ends, far, type => Identifiers.Property(far, type.Caption));
        return CypherText.Block(
            "COLLECT",
            $"UNWIND strongest AS one WITH one[0] AS {far}, one[1] AS degree",
            $"RETURN {CypherText.List([$"id({far})", ByType(ends, far, type => $"{type.Ordinal}"), Id(far), caption, "degree"])}");
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
