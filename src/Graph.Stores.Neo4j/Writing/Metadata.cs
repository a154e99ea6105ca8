using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// What the writer notes in the node <c>:_Graph</c>, in the transaction that makes it true: that the tallies are due, the
/// kept counts (see <see cref="KeptCounts"/>), and the degrees of nodes, which stay until they are counted anew. No note at all
/// means that the tallies are due.
/// </summary>
internal sealed class Metadata(Ontology ontology, LabelMap labels)
{
    private const string Due = "talliesDue";

    // How the tokens of nodes were made stays true.
    private const string Tokens = $"{NodeTokens.Entry}: kept.{NodeTokens.Entry}";

    private static readonly NumberRows Ignored = new(static (_, _, _) => { });

    /// <summary>A batch has written: the kept counts no longer hold, and the tallies may be due.</summary>
    public async Task NoteAsync(
        IStatementTransaction transaction, WriteCounts nodes, WriteCounts relationships, bool touchedTallies, CancellationToken cancellationToken)
    {
        if (nodes.Added + nodes.Changed == 0 && !touchedTallies)
        {
            if (relationships.Added + relationships.Changed > 0)
                await transaction.RunAsync(new($"MERGE (kept:{KeptCounts.Node})\nSET kept.{DegreeCounts.Due} = true"), Ignored, cancellationToken);
            return;
        }

        var text = $"MERGE (kept:{KeptCounts.Node})\n"
            + $"SET kept = {{id: kept.id, {Tokens}, {Due}: coalesce(kept.{Due}, true) OR $due, {DegreeCounts.Entry}: "
            + $"kept.{DegreeCounts.Entry}, {DegreeCounts.Due}: true}}";
        await transaction.RunAsync(new(text, StatementParameters.Of(("due", touchedTallies))), Ignored, cancellationToken);
    }

    /// <summary>Whether the tallies are due.</summary>
    public async Task<bool> AreTalliesDueAsync(IStatementRunner runner, CancellationToken cancellationToken)
    {
        var due = true;
        await runner.RunAsync(
            new($"MATCH (kept:{KeptCounts.Node}) RETURN coalesce(kept.{Due}, true)"),
            new NumberRows((value, _, _) => due = value != 0),
            cancellationToken);
        return due;
    }

    /// <summary>Everything is up to date: counts what is kept.</summary>
    /// <param name="transaction">Where it is noted.</param>
    /// <param name="degrees">The degrees of nodes; null where those that are kept hold.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task SettleAsync(IStatementTransaction transaction, GraphDegrees? degrees, CancellationToken cancellationToken)
    {
        var counts = ontology.NodeTypes.SelectMany(type => KeptCounts.Of(type).Select(property =>
            $", `{KeptCounts.Key(type, property)}`: "
            + $"COUNT {{ MATCH (n:{labels.Of(type)}) WHERE {Identifiers.Property("n", property)} IS NOT NULL }}"));
        await transaction.RunAsync(
            new(
                $"MERGE (kept:{KeptCounts.Node})\n"
                + $"SET kept = {{id: kept.id, {Tokens}, {Due}: false, {DegreeCounts.Entry}: coalesce($degrees, "
                + $"kept.{DegreeCounts.Entry}){string.Concat(counts)}}}",
                StatementParameters.Of(("degrees", degrees?.ToString()))),
            Ignored,
            cancellationToken);
    }
}
