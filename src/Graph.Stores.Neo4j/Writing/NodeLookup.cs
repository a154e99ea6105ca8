using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Looks up which nodes are stored, inside one transaction.</summary>
internal static class NodeLookup
{
    /// <summary>Asks for the nodes of a family by id.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="context">What every batch uses.</param>
    /// <param name="family">The family.</param>
    /// <param name="ids">The ids: in one order everywhere where writing follows, so that two writers cannot wait for each other.</param>
    /// <param name="take">Takes for each node its place among the ids, Neo4j's internal id, and its type, or null for none of the ontology.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task FindAsync(
        IStatementTransaction transaction,
        WriterContext context,
        Family family,
        IReadOnlyList<string> ids,
        Action<int, long, NodeType?> take,
        CancellationToken cancellation)
    {
        // A node has its id as text or as a number.
        var rows = RowParameters.Of(NumberId.Keys([.. Enumerable.Range(0, ids.Count)], place => ids[place]), 2, (writer, key) =>
        {
            writer.WriteInteger(key.Item);
            NumberId.Write(writer, ids[key.Item], key.Number);
        });
        var found = new NumberRows((place, id, type) => take((int)place, id, type < 0 ? null : context.Ontology.NodeTypes[(int)type]));
        foreach (var label in family.Lookups)
            await transaction.RunAsync(WriteStatements.Whole(context.Statements.FindNodes(family, label), rows), found, cancellation);
    }
}
