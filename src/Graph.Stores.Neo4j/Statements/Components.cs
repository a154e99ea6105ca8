using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints the nodes that hang together.</summary>
internal sealed class Components(StatementScope scope, Roots roots)
{
    private const string Found = "found";

    /// <summary>The rows of a <see cref="ComponentQuery"/>.</summary>
    public string Print(ComponentQuery query)
    {
        var (seed, seeds) = Seeds(query);
        var (type, far) = (Identifiers.Escape(query.Relationship.Name), $"m{scope.Next()}");
        IEnumerable<string> columns = [$"id({Found})", .. query.Told.Select(property => Identifiers.Property(Found, property)), $"id({far})"];

        // Distinct at once, and without a name for what is followed: then each node is visited once, and not along each path.
        return CypherText.Lines(
        [
            .. seeds,
            $"MATCH ({seed})-[:{type}*0..]-({Found})",
            $"WITH DISTINCT {Found}",
            $"OPTIONAL MATCH ({Found})-[:{type}]->({far})",
            $"RETURN {(query.Relationship.MayBeParallel ? "DISTINCT " : "")}{CypherText.List([.. columns])} AS row",
        ]);
    }

    private (string Seed, IReadOnlyList<string> Clauses) Seeds(ComponentQuery query)
    {
        if (query.Start is { } start)
        {
            var place = roots.At(start.Type);
            return (place.Node, roots.All(place, start.Where));
        }

        var seed = $"n{scope.Next()}";
        return (seed, [$"UNWIND {scope.Bind(query.From!)} AS start", $"MATCH ({seed}) WHERE id({seed}) = start"]);
    }
}
