using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// How many relationships nodes have, kept in the node <c>:_Graph</c> for the cost of queries (see <see cref="Metadata"/>, which marks
/// them as due).
/// </summary>
internal sealed class DegreeCounts(Ontology ontology, LabelMap labels)
{
    /// <summary>The property that keeps them.</summary>
    public const string Entry = "degrees";

    /// <summary>The property that says that something has changed since they were counted.</summary>
    public const string Due = "degreesDue";

    /// <summary>Counts them; null where what is kept still holds.</summary>
    public async Task<GraphDegrees?> CountAsync(IStatementRunner runner, CancellationToken cancellationToken)
    {
        var due = true;
        await runner.RunAsync(
            new($"MATCH (kept:{KeptCounts.Node}) RETURN kept.{Entry} IS NULL OR coalesce(kept.{Due}, false)"),
            new NumberRows((value, _, _) => due = value != 0),
            cancellationToken);
        if (!due) return null;
        var counted = new Dictionary<(RelationshipType, Direction), Degrees>();
        foreach (var type in ontology.RelationshipTypes)
            foreach (var direction in (Direction[])[Direction.Out, Direction.In])
                counted[(type, direction)] = await CountAsync(runner, type, direction, cancellationToken);
        return new(counted);
    }

    /// <summary>What is kept; null where nothing is.</summary>
    public static async Task<GraphDegrees?> ReadAsync(IStatementRunner runner, CancellationToken cancellationToken)
    {
        var kept = new TextRows();
        await runner.RunAsync(new($"MATCH (kept:{KeptCounts.Node}) WHERE kept.{Entry} IS NOT NULL RETURN kept.{Entry}"), kept, cancellationToken);
        return GraphDegrees.Parse(kept.All.FirstOrDefault());
    }

    private async Task<Degrees> CountAsync(IStatementRunner runner, RelationshipType type, Direction direction, CancellationToken cancellationToken)
    {
        var nodes = string.Join('|', (direction == Direction.Out ? type.Starts : type.Ends).Select(labels.Of));
        var name = Identifiers.Escape(type.Name);
        var pattern = direction == Direction.Out ? $"(n)-[:{name}]->()" : $"(n)<-[:{name}]-()";
        var degrees = default(Degrees);
        await runner.RunAsync(
            new($"MATCH (n:{nodes})\nWITH COUNT {{ {pattern} }} AS degree WHERE degree > 0\nRETURN sum(degree), max(degree), "
                + "toInteger(sum(toFloat(degree) * degree))"),
            new NumberRows((all, greatest, squares) => degrees = new(all, Math.Max(0, greatest), squares)),
            cancellationToken);
        return degrees;
    }
}
